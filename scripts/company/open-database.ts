import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { startCluster } from '../postgres/cluster.ts';
import { runningPort } from '../postgres/postmaster.ts';
import { Problem } from '../problem.ts';
import { defaultDataFolder, holdDataFolder } from '../start/data-folder.ts';
import { databaseName } from '../start/database.ts';
import { texts } from './texts.ts';

/** A database that can be worked with until it is closed. */
export interface OpenDatabase {
  url: string;
  close(): Promise<void>;
}

/**
 * The database of an address or of the data folder of `npm start`. Where that runs, its database is used as it is; else it is started,
 * and stopped when it is closed.
 * @throws Problem where the folder holds none
 */
export async function openDatabase(
  root: string,
  { database, data }: { database: string | undefined; data: string | undefined },
): Promise<OpenDatabase> {
  if (database !== undefined) return { url: database, close: async () => undefined };
  const folder = data ?? defaultDataFolder(root);
  const cluster = join(folder, 'database');
  if ((await stat(join(cluster, 'PG_VERSION')).catch(() => null)) === null) {
    throw new Problem(texts.noData(folder));
  }
  const port = await runningPort(cluster);
  if (port !== undefined) {
    const secret = await readFile(join(folder, 'secret'), 'utf8');
    const url = `postgres://parecer:${secret}@127.0.0.1:${port}/${databaseName}`;
    return { url, close: async () => undefined };
  }
  const held = await holdDataFolder(folder);
  try {
    const running = await startCluster({ folder: held.cluster, password: held.secret, isDurable: true });
    const close = async () => {
      await running.stop();
      await held.release();
    };
    return { url: running.url(databaseName), close };
  } catch (error) {
    await held.release();
    throw error;
  }
}
