import Dexie, { type Collection, type Table } from 'dexie';
import type { ParecerDatabase, RawRow } from './database.ts';
import { discardedAtOf } from './draft-store.ts';
import { serverOf } from './owned-rows.ts';

/** How many opinions wait for a server, whoever on this machine wrote them. */
export interface WaitingWords {
  serverUrl: string;
  count: number;
}

/** What was written for a server and has not reached it: told by number only, since it may be somebody else's. */
export interface UnsentWords {
  at(serverUrl: string): Promise<number>;
  /** For all other servers, by address; what cannot be seen or sent while this one is set. */
  elsewhere(serverUrl: string): Promise<WaitingWords[]>;
}

type Rows = Collection<RawRow, string>;

const OWNER = '[serverUrl+userId]';

export function createUnsentWords({ drafts, outbox }: ParecerDatabase): UnsentWords {
  return {
    async at(serverUrl) {
      const range = (table: Table<RawRow, string>) =>
        table.where(OWNER).between([serverUrl, Dexie.minKey], [serverUrl, Dexie.maxKey]);
      return (await count([range(drafts)], [range(outbox)]))[0]?.count ?? 0;
    },
    elsewhere(serverUrl) {
      // Two ranges around this server's rows: what is written here all the time is not read for it.
      const ranges = (table: Table<RawRow, string>) => [
        table.where(OWNER).below([serverUrl, Dexie.minKey]),
        table.where(OWNER).above([serverUrl, Dexie.maxKey]),
      ];
      return count(ranges(drafts), ranges(outbox));
    },
  };
}

async function count(drafts: Rows[], commands: Rows[]): Promise<WaitingWords[]> {
  const found = new Map<string, Set<unknown>>();
  const add = (row: RawRow, id: unknown) => {
    const serverUrl = serverOf(row);
    if (serverUrl === undefined) return;
    const ids = found.get(serverUrl) ?? new Set();
    found.set(serverUrl, ids.add(id));
  };
  for (const rows of drafts)
    await rows.each((row) => {
      if (discardedAtOf(row) === null) add(row, row.id);
    });
  // The commands of one OK are one opinion.
  for (const rows of commands)
    await rows.each((row) => {
      if (row.state !== 'confirmed') add(row, row.draftId);
    });
  return [...found].map(([serverUrl, ids]) => ({ serverUrl, count: ids.size }));
}
