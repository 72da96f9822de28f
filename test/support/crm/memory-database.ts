import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { createDatabase } from '../../../storage/database.ts';

/** A database of its own, over an IndexedDB in memory that other connections can be opened to. */
export function createMemoryDatabase(
  indexedDB: IDBFactory = new IDBFactory(),
  serverUrl: string | null = null,
) {
  return createDatabase({ indexedDB, IDBKeyRange, serverUrl: async () => serverUrl });
}
