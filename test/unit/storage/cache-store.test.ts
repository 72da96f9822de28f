import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Owner } from '../../../domain/owner.ts';
import { createCacheStore } from '../../../storage/cache-store.ts';
import { createMemoryDatabase } from '../../support/crm/memory-database.ts';
import { ownerOf } from '../../support/crm/words.ts';

const ana = ownerOf({ id: 'ana' });
const rui = ownerOf({ id: 'rui' });
const AS_OF = '2026-07-16T12:00:00.000Z';

function createCache(bounds = { entries: 3, bytes: 10_000 }) {
  let clock = 0;
  const database = createMemoryDatabase();
  return { database, cache: createCacheStore(database, { now: () => (clock += 1), bounds }) };
}

describe('copies of what the server said', () => {
  it('say as of when they are, and belong to their user', async () => {
    const { cache } = createCache();
    await cache.put(ana, 'inbox', { total: 3 }, AS_OF);
    const schema = z.object({ total: z.number() });
    expect(await cache.get(ana, 'inbox', schema)).toEqual({
      value: { total: 3 },
      asOf: AS_OF,
      outdated: false,
    });
    expect(await cache.get(rui, 'inbox', schema)).toBeNull();
    expect(await cache.get(ownerOf({ id: 'ana' }, 'https://outro.example'), 'inbox', schema)).toBeNull();
  });

  it('that do not fit the schema any more are none', async () => {
    const { cache } = createCache();
    await cache.put(ana, 'inbox', { total: 'três' }, AS_OF);
    expect(await cache.get(ana, 'inbox', z.object({ total: z.number() }))).toBeNull();
  });

  it('leave in the order of their age when there are too many or they weigh too much', async () => {
    const { cache, database } = createCache();
    for (const key of ['a', 'b', 'c', 'd']) await cache.put(ana, key, key, AS_OF);
    const keys = async () => (await database.cache.toCollection().primaryKeys()).sort();
    expect(await keys()).toEqual(['b', 'c', 'd'].map((key) => `${ana.serverUrl} ana ${key}`));
    await cache.put(ana, 'b', 'x'.repeat(2_000), AS_OF);
    for (const key of ['f', 'g', 'h', 'i']) await cache.put(ana, key, 'x'.repeat(2_400), AS_OF);
    expect((await keys()).length).toBe(3);
    await cache.put(ana, 'huge', 'x'.repeat(5_000), AS_OF);
    expect(await keys()).not.toContain(`${ana.serverUrl} ana huge`);
  });

  it('are outdated by the beginning of their key, shown still, and fresh again when put again', async () => {
    const { cache } = createCache();
    await cache.put(ana, 'ticket 1', 1, AS_OF);
    await cache.put(ana, 'ticket 2', 2, AS_OF);
    await cache.put(rui, 'ticket 1', 3, AS_OF);
    await cache.outdate(ana, ['ticket 1']);
    const outdated = async (user: Owner, key: string) => (await cache.get(user, key, z.number()))?.outdated;
    expect([await outdated(ana, 'ticket 1'), await outdated(ana, 'ticket 2')]).toEqual([true, false]);
    expect(await outdated(rui, 'ticket 1')).toBe(false);
    await cache.put(ana, 'ticket 1', 1, AS_OF);
    expect(await outdated(ana, 'ticket 1')).toBe(false);
  });

  it('find no room in silence, and fail aloud over anything else', async () => {
    const { cache, database } = createCache();
    let cause: Error = new DOMException('full', 'QuotaExceededError');
    database.cache.hook('creating', () => {
      throw cause;
    });
    await cache.put(ana, 'a', 1, AS_OF);
    cause = new TypeError('A bug.');
    await expect(cache.put(ana, 'a', 1, AS_OF)).rejects.toThrow('A bug.');
    expect(await database.cache.count()).toBe(0);
  });

  it('are wiped together', async () => {
    const { cache, database } = createCache();
    await cache.put(ana, 'a', 1, AS_OF);
    await cache.clear();
    expect(await database.cache.count()).toBe(0);
  });
});
