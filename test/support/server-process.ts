import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CrmServer, startCrmServer } from '../../scripts/start/crm-server.ts';
import { freePort } from './free-port.ts';
import { projectRoot } from './imports.ts';

/** The real server as a process of its own, on a port that stays the same over its restarts. */
export interface ServerProcess {
  url: string;
  port: number;
  /** Folder of the attachments' bytes. */
  blobDir: string;
  /** Asks it to end, as an operator would, and waits. */
  stop(): Promise<void>;
  /** Ends it at once, as a crash would, and waits. */
  kill(): Promise<void>;
  /** Starts it again on the same port and database, after `stop` or `kill`. */
  start(): Promise<void>;
}

/** Starts `server/main.ts` on a database and waits until it answers. */
export async function startServerProcess(
  databaseUrl: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<ServerProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const blobDir = await mkdtemp(join(tmpdir(), 'parecer-blobs-'));
  process.once('exit', () => rmSync(blobDir, { recursive: true, force: true }));
  const settings = { DATABASE_URL: databaseUrl, BLOB_DIR: blobDir, ...environment };
  const launch = () => startCrmServer(projectRoot, { url, port, environment: settings });
  let server: CrmServer = await launch();
  return {
    url,
    port,
    blobDir,
    stop: () => server.stop(),
    kill: () => server.kill(),
    start: async () => {
      server = await launch();
    },
  };
}
