import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import { createApp, createParts } from '../../../server/app.ts';
import { connect } from '../../../server/db/connect.ts';
import { attachLive } from '../../../server/live/attach-live.ts';
import { createLog } from '../../../server/log.ts';
import { sharedTokenSecret } from '../../../server/session/token-secret.ts';
import { createSettings, type Settings } from '../../../server/settings.ts';
import { createDatabase, type TestDatabase } from '../postgres.ts';
import { type Client, createClient } from './client.ts';
import { loadSmallCompany } from './company.ts';

export interface RunningApp {
  url: string;
  database: TestDatabase;
  /** Folder of the attachments' bytes. */
  blobDir: string;
  /** What the server logged. */
  logged: string[];
  /** Moves the server's clock forward. */
  advance(milliseconds: number): void;
  client(): Client;
  /** A client that has signed in. */
  signIn(login: string, deviceId?: string): Promise<Client>;
  /** Another process of the same installation, as far as it can be told from outside. */
  another(): Promise<RunningApp>;
  stop(): Promise<void>;
}

/** The real application on a free port of loopback, over a database of its own with the small company. */
export async function startApp(settings: Partial<Settings> = {}): Promise<RunningApp> {
  const database = await createDatabase('empty');
  await loadSmallCompany(database.url);
  const BLOB_DIR = await mkdtemp(join(tmpdir(), 'parecer-blobs-'));
  return startOn(database, { BLOB_DIR, ...settings }, true);
}

async function startOn(
  testDatabase: TestDatabase,
  settings: Partial<Settings>,
  ownsDatabase: boolean,
): Promise<RunningApp> {
  const database = connect(testDatabase.url);
  const logged: string[] = [];
  let offset = 0;
  const now = () => new Date(Date.now() + offset);
  const blobDir = settings.BLOB_DIR ?? '';
  const dependencies = {
    database,
    tokenSecret: await sharedTokenSecret(database),
    settings: createSettings({ SIGN_IN_ATTEMPTS: 1000, SIGN_IN_ATTEMPTS_PER_ADDRESS: 1000, ...settings }),
    log: createLog((line) => logged.push(line)),
    now,
  };
  const parts = createParts(dependencies);
  const app = createApp(dependencies, parts);
  const server: ServerType = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  const { authenticator, hub } = parts;
  const endLive = attachLive(server, { authenticator, hub, origins: [] });
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const others: RunningApp[] = [];
  return {
    url,
    database: testDatabase,
    blobDir,
    logged,
    advance: (milliseconds) => {
      offset += milliseconds;
    },
    client: () => createClient(url),
    signIn: async (login, deviceId) => {
      const client = createClient(url);
      await client.signIn(login, deviceId);
      return client;
    },
    another: async () => {
      const other = await startOn(testDatabase, settings, false);
      others.push(other);
      return other;
    },
    stop: async () => {
      for (const other of others) await other.stop();
      endLive();
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await database.$client.end();
      if (ownsDatabase) {
        await testDatabase.drop();
        await rm(blobDir, { recursive: true, force: true });
      }
    },
  };
}
