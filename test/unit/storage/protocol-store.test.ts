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
let clock: number;

beforeEach(() => {
  clock = Date.parse('2026-12-31T12:00:00.000Z');
  protocols = createProtocolStore(createMemoryDatabase(), { now: () => clock });
});

describe('leased protocols', () => {
  it('are taken in order, with their check digit, until none is left', async () => {
    await protocols.add(owner, block(4231, 4232));
    const first = await protocols.take(owner, 2026);
    expect(first).toBe(createProtocol(2026, 4231));
    expect(parseProtocol(first ?? '')).toBe(first);
    expect(await protocols.take(owner, 2026)).toBe(createProtocol(2026, 4232));
    expect(await protocols.take(owner, 2026)).toBeNull();
  });

  it('are never given to two tabs that ask at the same time', async () => {
    await protocols.add(owner, block(1, 20));
    const taken = await Promise.all(Array.from({ length: 30 }, () => protocols.take(owner, 2026)));
    const numbers = taken.filter((each) => each !== null);
    expect(numbers).toHaveLength(20);
    expect(new Set(numbers).size).toBe(20);
  });

  it('given back are the next ones again, once', async () => {
    await protocols.add(owner, block(1, 3));
    const [one] = [await protocols.take(owner, 2026), await protocols.take(owner, 2026)];
    await protocols.giveBack(owner, one ?? '');
    await protocols.giveBack(owner, one ?? '');
    expect(await protocols.countFree(owner, 2026)).toBe(2);
    expect(await protocols.take(owner, 2026)).toBe(one);
    expect(await protocols.take(owner, 2026)).toBe(createProtocol(2026, 3));
    await protocols.giveBack(owner, createProtocol(2026, 77));
    expect(await protocols.take(owner, 2026)).toBeNull();
  });

  it('are good for one device of one server only', async () => {
    await protocols.add(owner, block(1, 3));
    expect(await protocols.take('https://other device-1', 2026)).toBeNull();
    expect(await protocols.countFree('https://other device-1', 2026)).toBe(0);
  });

  it('of a block that was answered twice are there once', async () => {
    const id = await protocols.pendingRequest(owner, 2026, createId);
    expect(await protocols.pendingRequest(owner, 2026, createId)).toBe(id);
    const granted = { ...block(1, 2), id };
    await protocols.add(owner, granted);
    await protocols.take(owner, 2026);
    await protocols.add(owner, granted);
    expect(await protocols.countFree(owner, 2026)).toBe(1);
    expect(await protocols.pendingRequest(owner, 2026, createId)).not.toBe(id);
  });

  it('of last year are left unused in January, and new ones are asked for', async () => {
    await protocols.add(owner, block(1, 20));
    const inDecember = await protocols.pendingRequest(owner, 2026, createId);
    clock += 86_400_000;
    expect(await protocols.take(owner, 2027)).toBeNull();
    expect(await protocols.countFree(owner, 2027)).toBe(0);
    // The request of December would be answered with numbers of December.
    expect(await protocols.pendingRequest(owner, 2027, createId)).not.toBe(inDecember);
    await protocols.add(owner, { ...block(1, 20), year: 2027 });
    expect(await protocols.take(owner, 2027)).toBe(createProtocol(2027, 1));
    expect(await protocols.take(owner, 2026)).toBe(createProtocol(2026, 1));
  });

  it('are not asked for again and again by a machine whose clock is a year ahead', async () => {
    await protocols.add(owner, block(1, 20));
    expect(await protocols.take(owner, 2027)).toBeNull();
    expect(await protocols.countFree(owner, 2027)).toBe(20);
    // A clock that was only minutes ahead at midnight does not wait for the whole year.
    clock += 86_400_000;
    expect(await protocols.countFree(owner, 2027)).toBe(0);
  });
});
