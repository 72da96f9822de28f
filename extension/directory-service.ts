import type { Api } from '../api/client.ts';
import { type CustomerSummary, toCustomerSummary } from '../domain/customer.ts';
import {
  createDirectoryIndexBuilder,
  type DirectoryIndex,
  type DirectoryKeys,
  type DirectoryWords,
} from '../domain/directory/directory-index.ts';
import { placesOfCode, placesOfPhone, searchDirectory } from '../domain/directory/directory-search.ts';
import { compareEntries, type DirectoryEntry } from '../domain/directory.ts';
import type { Instant } from '../domain/instant.ts';
import { isSameOwner, type Owner } from '../domain/owner.ts';
import type { DirectorySnapshot, NotedChange } from '../storage/directory-rows.ts';
import type { DirectoryStore } from '../storage/directory-store.ts';
import { isQuotaExceeded } from '../storage/write-failure.ts';
import { keepDirectory } from '../sync/directory.ts';
import { causeWithoutWords } from './cause-without-words.ts';

/** What the directory on this machine says, and as of when. */
export interface FromDirectory<T> {
  value: T;
  asOf: Instant;
}

/** The customers on this machine. Every answer is null while there is no whole directory of the owner. */
export interface DirectoryService {
  search(query: string, limit: number): Promise<FromDirectory<CustomerSummary[]> | null>;
  /** Null within where no customer has the code. */
  byCode(code: string): Promise<FromDirectory<DirectoryEntry | null> | null>;
  /** Customers that may have this number, in E.164. */
  byPhone(number: string): Promise<FromDirectory<DirectoryEntry[]> | null>;
  /**
   * Downloads what is missing and reads what changed; one at a time.
   * @param pulledAt when the pull was asked for whose changes were noted before
   */
  keep(pulledAt?: Instant): Promise<void>;
  /** The change log said so. */
  note(owner: Owner, changes: { customerIds: readonly string[]; everything: boolean }): Promise<void>;
}

/** What is searched, held in memory until the background is stopped: reading it anew takes milliseconds. */
interface Loaded {
  owner: Owner;
  revision: number;
  snapshot: DirectorySnapshot;
  keys: DirectoryKeys;
  /** Read when something is searched first. */
  words: Promise<DirectoryWords | null> | null;
  newer: DirectoryEntry[];
  newerIndex: DirectoryIndex;
  /** Places in the snapshot that a newer record stands in for. */
  replaced: ReadonlySet<number>;
}

const NOTHING = { snapshot: null, revision: 0 };

export function createDirectoryService(parts: {
  api: Pick<Api, 'directory' | 'changes' | 'customer'>;
  store: DirectoryStore;
  /** Who is, or was last, signed in. */
  owner(): Promise<Owner | null>;
  /** Whether they may read customers, as far as is known; also where their session expired. */
  mayRead(): Promise<boolean>;
  /** Whether they are signed in. */
  isSignedIn(): Promise<boolean>;
  now(): number;
}): DirectoryService {
  const { api, store } = parts;
  let loaded: Promise<Loaded | null> | null = null;
  let keeping: Promise<void> | null = null;

  return {
    async search(query, limit) {
      const directory = await current();
      if (directory === null) return null;
      directory.words ??= store.words(directory.owner, directory.snapshot.id);
      const words = await directory.words;
      if (words === null) return null;
      const found = await entriesFound(directory, { ...directory.keys, ...words }, query, limit);
      return { value: found.map(toCustomerSummary), asOf: directory.snapshot.asOf };
    },

    async byCode(code) {
      const directory = await current();
      if (directory === null) return null;
      const [found] = await entriesOf(directory, (keys) => placesOfCode(keys, code));
      return { value: found ?? null, asOf: directory.snapshot.asOf };
    },

    async byPhone(number) {
      const directory = await current();
      if (directory === null) return null;
      const value = await entriesOf(directory, (keys) => placesOfPhone(keys, number));
      return { value, asOf: directory.snapshot.asOf };
    },

    keep(pulledAt) {
      keeping ??= keepAll(pulledAt).finally(() => {
        keeping = null;
      });
      return keeping;
    },

    note: (owner, { customerIds, everything }) =>
      everything ? store.outdate(owner) : store.note(owner, customerIds),
  };

  async function keepAll(pulledAt?: Instant): Promise<void> {
    for (;;) {
      const era = store.era();
      const owner = await parts.owner();
      if (owner === null || !(await isPermitted(owner)) || !(await parts.isSignedIn())) return;
      // A failure is no news here: the pages of customers tell of the connection, and the next pull comes again.
      const copy = copyOf(owner, era);
      try {
        await keepDirectory({ transport: api, copy, clock: { now: parts.now } }, pulledAt);
      } catch (cause) {
        if (!isQuotaExceeded(cause)) throw cause;
        // What is there stays in use, and there may be room at the next pull.
        console.error('The directory could not be kept:', causeWithoutWords(cause));
        return;
      }
      // Who signed in meanwhile waits for theirs.
      if (isSameOwner(owner, await parts.owner())) return;
    }
  }

  /** Whoever signs out meanwhile gets nothing written after the wipe. */
  function copyOf(owner: Owner, era: number) {
    return {
      read: () => store.read(owner),
      begin: (download: { id: string; changes: string }) => store.begin(owner, era, download),
      addPage: (id: string, entries: readonly DirectoryEntry[]) => store.addPage(owner, id, entries),
      chunk: (id: string, number: number) => store.chunk(owner, id, number),
      complete: (id: string, index: DirectoryIndex, asOf: Instant) => store.complete(owner, id, index, asOf),
      abandon: (id: string) => store.abandon(owner, id),
      note: (ids: readonly string[]) => store.note(owner, ids),
      merge: (id: string, asked: readonly NotedChange[], entries: readonly DirectoryEntry[]) =>
        store.merge(owner, id, asked, entries),
      confirm: (id: string, asOf: Instant) => store.confirm(owner, id, asOf),
    };
  }

  async function current(): Promise<Loaded | null> {
    const owner = await parts.owner();
    const { snapshot, revision } =
      owner === null || !(await isPermitted(owner)) ? NOTHING : await store.read(owner);
    if (owner === null || snapshot === null) {
      loaded = null;
      return null;
    }
    const held = await loaded;
    const isHeld =
      held !== null &&
      isSameOwner(held.owner, owner) &&
      held.snapshot.id === snapshot.id &&
      held.revision === revision;
    if (!isHeld) loaded = load(owner, snapshot, revision);
    const directory = await loaded;
    // It may have been confirmed since it was read.
    if (directory !== null) directory.snapshot = snapshot;
    return directory;
  }

  /** Who may not read customers any more finds none here, and has none left. */
  async function isPermitted(owner: Owner): Promise<boolean> {
    if (await parts.mayRead()) return true;
    const { snapshot, download } = await store.read(owner);
    if (snapshot !== null || download !== null) await store.clear();
    return false;
  }

  async function load(owner: Owner, snapshot: DirectorySnapshot, revision: number): Promise<Loaded | null> {
    const [keys, newer] = await Promise.all([store.keys(owner, snapshot.id), store.newer(owner)]);
    if (keys === null) {
      // Of another version: all customers are read again.
      await store.outdate(owner);
      return null;
    }
    const builder = createDirectoryIndexBuilder();
    const entries = newer.map(({ entry }) => entry);
    builder.add(entries);
    return {
      ...{ owner, revision, snapshot, keys, words: null, newer: entries, newerIndex: builder.finish() },
      replaced: new Set(newer.flatMap(({ place }) => (place === null ? [] : [place]))),
    };
  }

  async function entriesFound(
    { owner, snapshot, newer, newerIndex, replaced }: Loaded,
    index: DirectoryIndex,
    query: string,
    limit: number,
  ): Promise<DirectoryEntry[]> {
    const old = searchDirectory(index, query, limit, (place) => replaced.has(place));
    const places = old.map(({ place }) => place);
    const entries = await store.entries(owner, snapshot, places);
    if (newer.length === 0) return entries;
    const ranked = [
      ...old.map(({ rank }, at) => ({ rank, entry: entries[at] })),
      ...searchDirectory(newerIndex, query, limit).map(({ rank, place }) => ({ rank, entry: newer[place] })),
    ].flatMap(({ rank, entry }) => (entry === undefined ? [] : [{ rank, entry }]));
    ranked.sort((a, b) => a.rank - b.rank || compareEntries(a.entry, b.entry));
    return ranked.slice(0, limit).map(({ entry }) => entry);
  }

  async function entriesOf(
    { owner, snapshot, keys, newer, newerIndex, replaced }: Loaded,
    placesIn: (index: DirectoryKeys) => number[],
  ): Promise<DirectoryEntry[]> {
    const old = placesIn(keys).filter((place) => !replaced.has(place));
    const fresh = placesIn(newerIndex).flatMap((place) => newer[place] ?? []);
    return [...(await store.entries(owner, snapshot, old)), ...fresh];
  }
}
