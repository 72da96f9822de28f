import { problems } from '../locales/pt-BR/problems.ts';
import { createCacheStore } from '../storage/cache-store.ts';
import { createCursorStore } from '../storage/cursor-store.ts';
import { createDatabase, type DatabaseOptions } from '../storage/database.ts';
import { createDirectoryStore } from '../storage/directory-store.ts';
import { createDraftStore } from '../storage/draft-store.ts';
import { createFileStore } from '../storage/file-store.ts';
import { createOutboxStore } from '../storage/outbox-store.ts';
import { createProtocolStore } from '../storage/protocol-store.ts';
import { createUnsentWords } from '../storage/unsent-words.ts';
import { createUploadStore } from '../storage/upload-store.ts';

export type ClientStorage = ReturnType<typeof createClientStorage>;

/** The stores over the one database that background and pages share. Each context makes its own. */
export function createClientStorage(options: DatabaseOptions = {}) {
  const database = createDatabase(options);
  const now = () => Date.now();
  const cache = createCacheStore(database, { now });
  const directory = createDirectoryStore(database);
  const makeRoom = async () => {
    await Promise.all([cache.clear(), directory.clear(), files.clearCopies()]);
  };
  const keeping = { texts: problems, makeRoom };
  const files = createFileStore(database, { ...keeping, now });
  return {
    database,
    cache,
    directory,
    files,
    uploads: createUploadStore(database, { now }),
    drafts: createDraftStore(database, { ...keeping, now }),
    outbox: createOutboxStore(database, { ...keeping, now }),
    protocols: createProtocolStore(database, { now }),
    cursors: createCursorStore(database),
    unsent: createUnsentWords(database),
  };
}

/** Protocol numbers are good for one device of one server. */
export function leaseOwner(serverUrl: string, deviceId: string): string {
  return `${serverUrl} ${deviceId}`;
}
