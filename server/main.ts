import { serve } from '@hono/node-server';
import { createApp, createParts } from './app.ts';
import { connect } from './db/connect.ts';
import { migrate } from './db/migrate.ts';
import { describe } from './failures.ts';
import { attachLive } from './live/attach-live.ts';
import { createLog } from './log.ts';
import { startMailWorker } from './mail/mail-worker.ts';
import { sharedTokenSecret } from './session/token-secret.ts';
import { readEnvironment } from './settings.ts';

/** How long requests that are under way may still take when the server is asked to end. */
const GRACE_MS = 10_000;

const environment = readEnvironment(process.env);
const log = createLog((line) => process.stderr.write(line));
await migrate(environment.DATABASE_URL);
const database = connect(environment.DATABASE_URL, { connections: environment.DATABASE_CONNECTIONS });
const tokenSecret = environment.TOKEN_SECRET ?? (await sharedTokenSecret(database));
const dependencies = { database, tokenSecret, settings: environment, log, now: () => new Date() };
const parts = createParts(dependencies);
const app = createApp(dependencies, parts);
const mails = startMailWorker(environment, log, () => new Date());
const server = serve({ fetch: app.fetch, port: environment.PORT, hostname: environment.HOST }, (address) => {
  console.log(`Parecer server listening on http://${environment.HOST}:${address.port}`);
});
const { authenticator, hub } = parts;
const endLive = attachLive(server, { authenticator, hub, origins: environment.CORS_ORIGINS });
server.on('error', (error) => {
  log.error('server failed', describe(error));
  process.exit(1);
});

let ending = false;
function end(): void {
  if (ending) return;
  ending = true;
  endLive();
  // Ends idle connections, waits for answers under way.
  const closed = new Promise((resolve) => server.close(resolve));
  void Promise.all([closed, mails.stop()])
    .then(() => database.$client.end())
    .then(() => process.exit(0));
  setTimeout(() => process.exit(1), GRACE_MS).unref();
}
process.on('SIGTERM', end);
process.on('SIGINT', end);
