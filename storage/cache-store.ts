import { z } from 'zod';
import { type Instant, instantSchema } from '../domain/instant.ts';
import type { Owner } from '../domain/owner.ts';
import type { ParecerDatabase } from './database.ts';
import { isQuotaExceeded } from './write-failure.ts';

/** A copy of what the server said, and when it said it. */
export interface KeptCopy<T> {
  value: T;
  asOf: Instant;
  /** The server has said since that it changed. */
  outdated: boolean;
}

/** How much is kept; what was used longest ago goes first. */
export interface CacheBounds {
  entries: number;
  bytes: number;
}

/** Copies for reading without the server. They belong to a user of a server, can be lost without harm, and are wiped on sign-out. */
export interface CacheStore {
  /** Null where there is none, or it does not fit the schema any more. */
  get<T>(owner: Owner, key: string, schema: z.ZodType<T>): Promise<KeptCopy<T> | null>;
  /** A copy that finds no room is not kept; that is no failure. */
  put(owner: Owner, key: string, value: unknown, asOf: Instant): Promise<void>;
  /** Marks copies whose key begins with one of these as outdated: shown until a newer one is there. */
  outdate(owner: Owner, prefixes: readonly string[]): Promise<void>;
  clear(): Promise<void>;
}

const DEFAULT_BOUNDS: CacheBounds = { entries: 2_000, bytes: 64 * 1_048_576 };

const cacheRowSchema = z.object({ value: z.unknown(), asOf: instantSchema, outdated: z.boolean() });

export function createCacheStore(
  database: ParecerDatabase,
  options: { now(): number; bounds?: CacheBounds | undefined },
): CacheStore {
  const { cache } = database;
  const bounds = options.bounds ?? DEFAULT_BOUNDS;
  return {
    async get(owner, key, schema) {
      const row = cacheRowSchema.safeParse(await cache.get(rowId(owner, key)));
      if (!row.success) return null;
      const value = schema.safeParse(row.data.value);
      if (!value.success) return null;
      return { value: value.data, asOf: row.data.asOf, outdated: row.data.outdated };
    },

    async put(owner, key, value, asOf) {
      const bytes = JSON.stringify(value).length;
      if (bytes > bounds.bytes / 4) return;
      try {
        await database.transaction('rw', cache, async () => {
          const usedAt = options.now();
          await cache.put({
            id: rowId(owner, key),
            userId: owner.userId,
            value,
            asOf,
            outdated: false,
            usedAt,
            bytes,
          });
          await prune();
        });
      } catch (error) {
        // Without room for a copy the words go first: the copy is read from the server again.
        if (!isQuotaExceeded(error)) throw error;
      }
    },

    outdate: (owner, prefixes) =>
      database.transaction('rw', cache, async () => {
        const starts = prefixes.map((prefix) => rowId(owner, prefix));
        if (starts.length === 0) return;
        await cache.where('id').startsWithAnyOf(starts).modify({ outdated: true });
      }),

    clear: () => cache.clear(),
  };

  async function prune(): Promise<void> {
    const index = cache.orderBy('[usedAt+bytes]');
    const [sizes, ids] = await Promise.all([index.keys(), index.primaryKeys()]);
    let entries = sizes.length;
    let bytes = sizes.reduce<number>((sum, key) => sum + sizeOf(key), 0);
    const leaving: string[] = [];
    for (const [place, key] of sizes.entries()) {
      if (entries <= bounds.entries && bytes <= bounds.bytes) break;
      leaving.push(ids[place] as string);
      entries -= 1;
      bytes -= sizeOf(key);
    }
    if (leaving.length > 0) await cache.bulkDelete(leaving);
  }
}

/** Size out of a key of the index `[usedAt+bytes]`. */
function sizeOf(key: unknown): number {
  return Array.isArray(key) && typeof key[1] === 'number' ? key[1] : 0;
}

function rowId(owner: Owner, key: string): string {
  return `${owner.serverUrl} ${owner.userId} ${key}`;
}
