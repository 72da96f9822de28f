import { beforeEach, describe, expect, it } from 'vitest';
import { createId } from '../../../domain/id.ts';
import { createProtocol, parseProtocol } from '../../../domain/protocol.ts';
import { createProtocolStore, type ProtocolStore } from '../../../storage/protocol-store.ts';
import { createMemoryDatabase } from '../../support/crm/memory-database.ts';

const owner = 'https://crm.exemplo.com.br device-1';
const block = (first: number, last: number) => ({
  id: createId(),
  year: 2026,
  first,
  last,
  grantedAt: '2026-07-16T12:00:00.000Z',
});
let protocols: ProtocolStore;

beforeEach(() => {
  protocols = createProtocolStore(createMemoryDatabase());
});

describe('leased protocols', () => {
  it('are taken in order, with their check digit, until none is left', async () => {
    await protocols.add(owner, block(4231, 4232));
    const first = await protocols.take(owner);
    expect(first).toBe(createProtocol(2026, 4231));
    expect(parseProtocol(first ?? '')).toBe(first);
    expect(await protocols.take(owner)).toBe(createProtocol(2026, 4232));
    expect(await protocols.take(owner)).toBeNull();
  });

  it('are never given to two tabs that ask at the same time', async () => {
    await protocols.add(owner, block(1, 20));
    const taken = await Promise.all(Array.from({ length: 30 }, () => protocols.take(owner)));
    const numbers = taken.filter((each) => each !== null);
    expect(numbers).toHaveLength(20);
    expect(new Set(numbers).size).toBe(20);
  });

  it('given back are the next ones again, once', async () => {
    await protocols.add(owner, block(1, 3));
    const [one] = [await protocols.take(owner), await protocols.take(owner)];
    await protocols.giveBack(owner, one ?? '');
    await protocols.giveBack(owner, one ?? '');
    expect(await protocols.countFree(owner)).toBe(2);
    expect(await protocols.take(owner)).toBe(one);
    expect(await protocols.take(owner)).toBe(createProtocol(2026, 3));
    await protocols.giveBack(owner, createProtocol(2026, 77));
    expect(await protocols.take(owner)).toBeNull();
  });

  it('are good for one device of one server only', async () => {
    await protocols.add(owner, block(1, 3));
    expect(await protocols.take('https://other device-1')).toBeNull();
    expect(await protocols.countFree('https://other device-1')).toBe(0);
  });

  it('of a block that was answered twice are there once', async () => {
    const id = await protocols.pendingRequest(owner, createId);
    expect(await protocols.pendingRequest(owner, createId)).toBe(id);
    const granted = { ...block(1, 2), id };
    await protocols.add(owner, granted);
    await protocols.take(owner);
    await protocols.add(owner, granted);
    expect(await protocols.countFree(owner)).toBe(1);
    expect(await protocols.pendingRequest(owner, createId)).not.toBe(id);
  });
});
