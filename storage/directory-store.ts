import type { z } from 'zod';
import type { DirectoryIndex, DirectoryKeys, DirectoryWords } from '../domain/directory/directory-index.ts';
import { type DirectoryEntry, directoryEntrySchema } from '../domain/directory.ts';
import type { Instant } from '../domain/instant.ts';
import type { Owner } from '../domain/owner.ts';
import type { ParecerDatabase } from './database.ts';
import {
  type DirectoryDownload,
  type DirectorySnapshot,
  type DirectoryState,
  directoryKeysSchema,
  directoryStateSchema,
  directoryWordsSchema,
  INDEX_FORM,
  type NewerEntry,
  type NotedChange,
  newerEntriesSchema,
} from './directory-rows.ts';

/**
 * All customers on this machine, in few and large values: a row for each would take minutes to write. It belongs to a
 * user of a server and is wiped on sign-out. What is written for a download or a snapshot that is gone by then is not
 * written: somebody has signed out, or a newer one has come.
 */
export interface DirectoryStore {
  read(owner: Owner): Promise<DirectoryState>;
  /** Goes up when everything is wiped: what was asked for before is not written after it. */
  era(): number;
  /** Begins a download, in place of one that was under way; nothing where all was wiped since `era`. */
  begin(owner: Owner, era: number, download: Pick<DirectoryDownload, 'id' | 'changes'>): Promise<void>;
  /** Keeps the next page; false where the download is gone. */
  addPage(owner: Owner, downloadId: string, entries: readonly DirectoryEntry[]): Promise<boolean>;
  /** Makes the download the snapshot that is searched; false where it is gone. */
  complete(owner: Owner, downloadId: string, index: DirectoryIndex, asOf: Instant): Promise<boolean>;
  abandon(owner: Owner, downloadId: string): Promise<void>;
  /** Notes customers whose records have to be read again. */
  note(owner: Owner, customerIds: readonly string[]): Promise<void>;
  /** Notes that anything may have changed. */
  outdate(owner: Owner): Promise<void>;
  /**
   * Puts records that were read again in the place of what the snapshot has, and strikes off what was asked for. What was
   * noted once more since then stays: the record may be older than that change.
   */
  merge(
    owner: Owner,
    snapshotId: string,
    asked: readonly NotedChange[],
    entries: readonly DirectoryEntry[],
  ): Promise<boolean>;
  /** Nothing is known to have changed until now. */
  confirm(owner: Owner, snapshotId: string, asOf: Instant): Promise<void>;
  /** The parts of the index; null where they were written in a form that this version does not read. */
  keys(owner: Owner, snapshotId: string): Promise<DirectoryKeys | null>;
  words(owner: Owner, snapshotId: string): Promise<DirectoryWords | null>;
  newer(owner: Owner): Promise<NewerEntry[]>;
  chunk(owner: Owner, id: string, number: number): Promise<DirectoryEntry[]>;
  /** Customers by their places, in the order asked for. */
  entries(owner: Owner, snapshot: DirectorySnapshot, places: readonly number[]): Promise<DirectoryEntry[]>;
  /** One customer by id, and its place; null where the snapshot has none. */
  find(
    owner: Owner,
    snapshot: DirectorySnapshot,
    id: string,
  ): Promise<{ place: number; entry: DirectoryEntry } | null>;
  /** Wipes everybody's. */
  clear(): Promise<void>;
}

/** More changes than this, and reading all customers anew costs less. */
const MOST_CHANGES = 1_000;

const NOTHING: DirectoryState = {
  revision: 0,
  snapshot: null,
  download: null,
  changed: [],
  notings: 0,
  outdated: false,
};

export function createDirectoryStore(database: ParecerDatabase): DirectoryStore {
  const { directory } = database;
  let era = 0;

  const store: DirectoryStore = {
    async read(owner) {
      const state = directoryStateSchema.safeParse((await directory.get(stateKey(owner)))?.state);
      return state.success ? state.data : NOTHING;
    },

    era: () => era,

    begin: (owner, asked, { id, changes }) =>
      change(owner, async (state) => {
        if (asked !== era) return state;
        if (state.download !== null) await remove(owner, state.download.id);
        return { ...state, download: { id, changes, after: null, chunks: [], count: 0 } };
      }),

    addPage: (owner, downloadId, entries) =>
      changeDownload(owner, downloadId, async (state, download) => {
        const [first] = entries;
        if (first === undefined) return state;
        const number = download.chunks.length;
        await directory.put({ id: chunkKey(owner, downloadId, number), text: toText(entries) });
        return {
          ...state,
          download: {
            ...download,
            after: entries.at(-1)?.id ?? null,
            chunks: [...download.chunks, { firstId: first.id, start: download.count }],
            count: download.count + entries.length,
          },
        };
      }),

    complete: (owner, downloadId, index, asOf) =>
      changeDownload(owner, downloadId, async (state, { id, chunks, count }) => {
        const { names, inactive, tokens, ...keys } = index;
        await directory.bulkPut([
          { id: keysKey(owner, downloadId), form: INDEX_FORM, index: keys },
          { id: wordsKey(owner, downloadId), form: INDEX_FORM, index: { names, inactive, tokens } },
        ]);
        if (state.snapshot !== null) await remove(owner, state.snapshot.id);
        await directory.delete(newerKey(owner));
        const snapshot = { id, chunks, count, asOf };
        return {
          ...state,
          ...{ snapshot, download: null, outdated: false, revision: state.revision + 1 },
        };
      }),

    async abandon(owner, downloadId) {
      await changeDownload(owner, downloadId, async (state) => {
        await remove(owner, downloadId);
        return { ...state, download: null };
      });
    },

    note: (owner, customerIds) =>
      change(owner, async (state) => {
        if (customerIds.length === 0 || isEmpty(state)) return state;
        const noting = state.notings + 1;
        const ids = new Set(customerIds);
        const changed = [
          ...state.changed.filter(({ id }) => !ids.has(id)),
          ...[...ids].map((id) => ({ id, noting })),
        ];
        return changed.length > MOST_CHANGES
          ? withoutTrust(owner, state)
          : { ...state, changed, notings: noting };
      }),

    outdate: (owner) => change(owner, async (state) => (isEmpty(state) ? state : withoutTrust(owner, state))),

    merge: (owner, snapshotId, asked, entries) =>
      changeSnapshot(owner, snapshotId, async (state, snapshot) => {
        const newer = new Map((await store.newer(owner)).map((each) => [each.entry.id, each]));
        for (const entry of entries) {
          const known = newer.get(entry.id);
          const place = known ? known.place : ((await store.find(owner, snapshot, entry.id))?.place ?? null);
          newer.set(entry.id, { place, entry });
        }
        await directory.put({ id: newerKey(owner), items: [...newer.values()] });
        return {
          ...state,
          changed: state.changed.filter(
            ({ id, noting }) => !asked.some((one) => one.id === id && one.noting === noting),
          ),
          outdated: state.outdated || newer.size > MOST_CHANGES,
          revision: state.revision + 1,
        };
      }),

    async confirm(owner, snapshotId, asOf) {
      await changeSnapshot(owner, snapshotId, async (state, snapshot) => ({
        ...state,
        snapshot: { ...snapshot, asOf },
      }));
    },

    keys: (owner, snapshotId) => readIndex(keysKey(owner, snapshotId), directoryKeysSchema),
    words: (owner, snapshotId) => readIndex(wordsKey(owner, snapshotId), directoryWordsSchema),

    async newer(owner) {
      const items = newerEntriesSchema.safeParse((await directory.get(newerKey(owner)))?.items);
      return items.success ? items.data : [];
    },

    async chunk(owner, id, number) {
      // All of them are read right after they came, and were looked at then: once more would take as long as the index.
      return (await linesOf(owner, id, number)).map((line) => JSON.parse(line) as DirectoryEntry);
    },

    async entries(owner, snapshot, places) {
      const wanted = places.map((place) => ({ place, number: chunkOf(snapshot, place) }));
      const numbers = [...new Set(wanted.map(({ number }) => number))];
      const lines = new Map(
        await Promise.all(
          numbers.map(async (number) => [number, await linesOf(owner, snapshot.id, number)] as const),
        ),
      );
      return wanted.flatMap(({ place, number }) => {
        const line = lines.get(number)?.[place - (snapshot.chunks[number]?.start ?? 0)];
        return line === undefined ? [] : [toEntry(line)];
      });
    },

    async find(owner, snapshot, id) {
      const number = snapshot.chunks.findLastIndex((chunk) => chunk.firstId <= id);
      if (number < 0) return null;
      const lines = await linesOf(owner, snapshot.id, number);
      const at = lines.findIndex((line) => line.includes(id) && toEntry(line).id === id);
      const line = lines[at];
      if (line === undefined) return null;
      return { place: (snapshot.chunks[number]?.start ?? 0) + at, entry: toEntry(line) };
    },

    async clear() {
      era += 1;
      await directory.clear();
    },
  };
  return store;

  function change(owner: Owner, next: (state: DirectoryState) => Promise<DirectoryState>): Promise<void> {
    return database.transaction('rw', directory, async () => {
      const before = await store.read(owner);
      const after = await next(before);
      if (after !== before) await directory.put({ id: stateKey(owner), state: after });
    });
  }

  async function changeDownload(
    owner: Owner,
    downloadId: string,
    next: (state: DirectoryState, download: DirectoryDownload) => Promise<DirectoryState>,
  ): Promise<boolean> {
    let isThere = false;
    await change(owner, async (state) => {
      isThere = state.download?.id === downloadId;
      return state.download?.id === downloadId ? next(state, state.download) : state;
    });
    return isThere;
  }

  async function changeSnapshot(
    owner: Owner,
    snapshotId: string,
    next: (state: DirectoryState, snapshot: DirectorySnapshot) => Promise<DirectoryState>,
  ): Promise<boolean> {
    let isThere = false;
    await change(owner, async (state) => {
      isThere = state.snapshot?.id === snapshotId;
      return state.snapshot?.id === snapshotId ? next(state, state.snapshot) : state;
    });
    return isThere;
  }

  /** A download under way may be of before, too. */
  async function withoutTrust(owner: Owner, state: DirectoryState): Promise<DirectoryState> {
    if (state.download !== null) await remove(owner, state.download.id);
    return { ...state, changed: [], outdated: state.snapshot !== null, download: null };
  }

  async function readIndex<T>(id: string, schema: z.ZodType<T>): Promise<T | null> {
    const row = await directory.get(id);
    const index = schema.safeParse(row?.form === INDEX_FORM ? row.index : null);
    return index.success ? index.data : null;
  }

  async function linesOf(owner: Owner, id: string, number: number): Promise<string[]> {
    const text = (await directory.get(chunkKey(owner, id, number)))?.text;
    return typeof text === 'string' ? text.split('\n') : [];
  }

  async function remove(owner: Owner, id: string): Promise<void> {
    await directory
      .where('id')
      .startsWith(`${ownerKey(owner)} ${id} `)
      .delete();
  }
}

function isEmpty({ snapshot, download }: DirectoryState): boolean {
  return snapshot === null && download === null;
}

/** A line for each: JSON writes no line feed. */
function toText(entries: readonly DirectoryEntry[]): string {
  return entries.map((entry) => JSON.stringify(entry)).join('\n');
}

function toEntry(line: string): DirectoryEntry {
  return directoryEntrySchema.parse(JSON.parse(line));
}

function chunkOf({ chunks }: DirectorySnapshot, place: number): number {
  return chunks.findLastIndex((chunk) => chunk.start <= place);
}

function ownerKey({ serverUrl, userId }: Owner): string {
  return `${serverUrl} ${userId}`;
}

const stateKey = (owner: Owner) => `${ownerKey(owner)} state`;
const newerKey = (owner: Owner) => `${ownerKey(owner)} newer`;
const keysKey = (owner: Owner, id: string) => `${ownerKey(owner)} ${id} keys`;
const wordsKey = (owner: Owner, id: string) => `${ownerKey(owner)} ${id} words`;
const chunkKey = (owner: Owner, id: string, number: number) => `${ownerKey(owner)} ${id} chunk ${number}`;
