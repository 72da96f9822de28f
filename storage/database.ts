import Dexie, { type Table } from 'dexie';
import { bindToServer } from './bind-to-server.ts';

/** Rows as IndexedDB gives them: nothing is known of them until a schema has read them. */
export type RawRow = Record<string, unknown>;

/** Name of the database that all contexts of the extension share. */
export const DATABASE_NAME = 'parecer';

/** The words and copies kept on the agent's machine. */
export interface ParecerDatabase extends Dexie {
  /** Opinions being written. */
  drafts: Table<RawRow, string>;
  /** Commands on their way, and those confirmed lately. */
  outbox: Table<RawRow, string>;
  /** Blocks of protocol numbers leased to this device. */
  leases: Table<RawRow, string>;
  /** Copies of what the server said. */
  cache: Table<RawRow, string>;
  /** All customers for searching without the server, in few large values. */
  directory: Table<RawRow, string>;
  /** Bytes of attachments, by their SHA-256. */
  files: Table<RawRow, string>;
  /** Attachments on their way, behind their confirmed texts. */
  uploads: Table<RawRow, string>;
  /** Small values that change together with rows: cursors, requests under way. */
  meta: Table<RawRow, string>;
}

export interface DatabaseOptions {
  name?: string | undefined;
  /** Another IndexedDB than the global one (tests). */
  indexedDB?: IDBFactory | undefined;
  IDBKeyRange?: typeof globalThis.IDBKeyRange | undefined;
  /** The server that is set, asked once: rows of the first version say no server, and are its. Null: they stay nobody's. */
  serverUrl?: (() => Promise<string | null>) | undefined;
}

/**
 * Opens the database on first use. Every version that has been in the field stays declared here with its upgrade.
 * Strict durability: the browser says "done" only when the words are on the disk (Chromium's default says it earlier).
 * Dexie's own cache is off, because it shows writes before they are committed.
 */
export function createDatabase(options: DatabaseOptions = {}): ParecerDatabase {
  const { name = DATABASE_NAME, indexedDB, IDBKeyRange, serverUrl = async () => null } = options;
  const database = new Dexie(name, {
    chromeTransactionDurability: 'strict',
    cache: 'disabled',
    ...(indexedDB && { indexedDB: indexedDB as unknown as { open: () => void } }),
    ...(IDBKeyRange && { IDBKeyRange }),
  }) as ParecerDatabase;
  database.version(1).stores({
    drafts: 'id, userId',
    outbox: 'id, &sequence, userId, ticketId, draftId',
    leases: 'id',
    cache: 'id, userId, [usedAt+bytes]',
    meta: 'key',
  });
  database
    .version(2)
    .stores({
      drafts: 'id, userId, [serverUrl+userId]',
      outbox: 'id, &sequence, userId, ticketId, draftId, [serverUrl+userId]',
    })
    .upgrade((transaction) => bindToServer(transaction, serverUrl));
  database.version(3).stores({ directory: 'id' });
  database.version(4).stores({ files: 'id, keptAt', uploads: 'id, [serverUrl+userId]' });
  return database;
}
