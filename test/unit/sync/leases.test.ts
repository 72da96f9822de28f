import { beforeEach, describe, expect, it } from 'vitest';
import { err, type Problem } from '../../../domain/result.ts';
import { createProtocolStore, type ProtocolStore } from '../../../storage/protocol-store.ts';
import { refillLeases } from '../../../sync/leases.ts';
import { createMemoryDatabase } from '../../support/crm/memory-database.ts';

const ana = { owner: 'https://crm.exemplo.com.br device-1', userId: 'ana' };
const HOUR = 3_600_000;

let clock: number;
let asked: number;
let protocols: ProtocolStore;
beforeEach(() => {
  clock = Date.parse('2026-07-16T12:00:00.000Z');
  asked = 0;
  protocols = createProtocolStore(createMemoryDatabase(), { now: () => clock });
});

const refill = (asker: typeof ana, problem: Partial<Problem>) =>
  refillLeases(asker, 2026, protocols, {
    async leaseProtocols() {
      asked += 1;
      return err({ code: 'too-many-requests', message: 'Espere.', status: 429, ...problem });
    },
  });

describe('a server that gives no more numbers', () => {
  it('is left alone by this user for as long as it said', async () => {
    expect(await refill(ana, { retryAfterMs: 2 * HOUR })).toMatchObject({ ok: false });
    clock += HOUR;
    expect(await refill(ana, {})).toMatchObject({ ok: true });
    expect(asked).toBe(1);
    await refill({ ...ana, userId: 'bia' }, {});
    expect(asked).toBe(2);
    clock += HOUR;
    await refill(ana, {});
    expect(asked).toBe(3);
  });

  it('is asked again after a day, whatever it said, and after the clock was set back', async () => {
    await refill(ana, { retryAfterMs: 1000 * HOUR });
    clock += 24 * HOUR;
    await refill(ana, { retryAfterMs: HOUR });
    expect(asked).toBe(2);
    clock -= 48 * HOUR;
    await refill(ana, {});
    expect(asked).toBe(3);
  });

  it('is asked again where it did not say for how long', async () => {
    await refill(ana, {});
    await refill(ana, {});
    expect(asked).toBe(2);
  });
});
