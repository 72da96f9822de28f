import Dexie, { type Table, type Transaction } from 'dexie';
import type { RawRow } from './database.ts';

/**
 * From version 1 to 2: rows said whose they are by the user alone, now also by the server. In the upgrade's own transaction, so
 * that a stop in between leaves version 1 whole, and no server that is set later gets what was written for this one.
 */
export async function bindToServer(
  transaction: Transaction,
  configuredServer: () => Promise<string | null>,
): Promise<void> {
  // Keeps the transaction open while the settings are read.
  const serverUrl = await Dexie.waitFor(configuredServer());
  if (serverUrl === null) return;
  const table = (name: string) => transaction.table<RawRow, string>(name);
  await Promise.all(['drafts', 'outbox'].map((name) => table(name).toCollection().modify({ serverUrl })));
  await rename(table('cache'), 'id', '', `${serverUrl} `);
  await rename(table('meta'), 'key', CURSOR_PREFIX, `${CURSOR_PREFIX}${serverUrl} `);
}

/** What the keys of cursors begin with. */
export const CURSOR_PREFIX = 'changes-cursor ';

/** Gives the rows whose key begins with `from` a key that begins with `to` instead. One at a time: copies may be many. */
async function rename(
  table: Table<RawRow, string>,
  keyName: string,
  from: string,
  to: string,
): Promise<void> {
  const keys = await table.toCollection().primaryKeys();
  for (const key of keys) {
    if (!key.startsWith(from)) continue;
    const row = await table.get(key);
    await table.delete(key);
    await table.put({ ...row, [keyName]: to + key.slice(from.length) });
  }
}
