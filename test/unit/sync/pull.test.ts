import { describe, expect, it } from 'vitest';
import type { ChangePage } from '../../../contract/changes.ts';
import { err, ok } from '../../../domain/result.ts';
import { type PulledChanges, pullChanges } from '../../../sync/pull.ts';
import { testId } from '../../support/screens/fixtures.ts';

type Item = ChangePage['items'][number];

function createLog(items: Item[], size = 2) {
  const asked: (string | undefined)[] = [];
  const state = { cursor: null as string | null, pulled: [] as PulledChanges[] };
  return {
    asked,
    state,
    pull: (apply?: (changes: PulledChanges) => Promise<void>) =>
      pullChanges({
        transport: {
          async changes(after) {
            asked.push(after);
            if (after === 'of another database') {
              return err({ code: 'cursor-unknown', message: 'Leia tudo de novo.', status: 410 });
            }
            const from = after === undefined ? items.length : Number(after);
            const page = items.slice(from, from + size);
            return ok({
              items: page,
              cursor: String(from + page.length),
              more: from + page.length < items.length,
            });
          },
        },
        cursor: {
          read: async () => state.cursor,
          write: async (cursor) => {
            state.cursor = cursor;
          },
        },
        apply: apply ?? (async (changes) => void state.pulled.push(changes)),
      }),
  };
}
const ticket = (id: number): Item => ({ kind: 'ticket', id: testId(id) });

describe('a pull', () => {
  it('begins at the cursor of now, without applying what was before', async () => {
    const log = createLog([ticket(1), ticket(2)]);
    await log.pull();
    expect(log.state).toEqual({ cursor: '2', pulled: [] });
    expect(log.asked).toEqual([undefined]);
  });

  it('reads page after page, and tells each changed id once per page', async () => {
    const items = [
      ticket(1),
      ticket(1),
      { kind: 'customer' as const, id: testId(7) },
      { kind: 'catalogue' as const, id: testId(8) },
    ];
    const log = createLog(items);
    log.state.cursor = '0';
    await log.pull();
    expect(log.state.pulled).toEqual([
      { tickets: [testId(1)], customers: [], records: [], catalogue: false, everything: false },
      { tickets: [], customers: [testId(7)], records: [testId(7)], catalogue: true, everything: false },
    ]);
    expect(log.state.cursor).toBe('4');
  });

  it('repeats a page whose application did not come to its end', async () => {
    const log = createLog([ticket(1)]);
    log.state.cursor = '0';
    await expect(log.pull(() => Promise.reject(new Error('stopped')))).rejects.toThrow('stopped');
    await log.pull();
    expect(log.state.pulled).toHaveLength(1);
  });

  it('ends where the server says that there is more and gives the same cursor', async () => {
    const pages = { count: 0 };
    const result = await pullChanges({
      transport: {
        changes: async () => {
          pages.count += 1;
          return ok({ items: [], cursor: '5', more: true });
        },
      },
      cursor: { read: async () => '5', write: async () => {} },
      apply: async () => {},
    });
    expect(result.ok).toBe(true);
    expect(pages.count).toBe(1);
  });

  it('begins again at the cursor of now, with everything changed, where the server does not know its cursor', async () => {
    const log = createLog([ticket(1)]);
    log.state.cursor = 'of another database';
    await log.pull();
    expect(log.state).toEqual({
      cursor: '1',
      pulled: [{ tickets: [], customers: [], records: [], catalogue: true, everything: true }],
    });
  });

  it('misses nothing that changes while everything is read anew', async () => {
    const items = [ticket(1)];
    const log = createLog(items);
    log.state.cursor = 'of another database';
    await log.pull(async () => void items.push(ticket(2)));
    await log.pull();
    expect(log.state.pulled).toMatchObject([{ tickets: [testId(2)], everything: false }]);
  });

  it('leaves the cursor where it is when the server fails', async () => {
    const problem = { code: 'offline', message: 'Sem ligação.' };
    const result = await pullChanges({
      transport: { changes: async () => err(problem) },
      cursor: {
        read: async () => '5',
        write: () => Promise.reject(new Error('written')),
      },
      apply: async () => {},
    });
    expect(result).toEqual({ ok: false, error: problem });
  });
});
