import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createId } from '../../domain/id.ts';
import { freePort } from '../support/free-port.ts';
import { projectRoot } from '../support/imports.ts';
import { createDatabase, type TestDatabase } from '../support/postgres.ts';
import { createClient } from '../support/server/client.ts';
import { loadSmallCompany, PASSWORD } from '../support/server/company.ts';

interface Process {
  url: string;
  output: () => string;
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function aDatabase(contents: 'none' | 'empty'): Promise<TestDatabase> {
  const database = await createDatabase(contents);
  undo.push(() => database.drop());
  return database;
}

async function startServer(databaseUrl: string, environment: NodeJS.ProcessEnv = {}): Promise<Process> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(projectRoot, 'server/main.ts')], {
    env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl, PORT: `${port}`, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const listening = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (output.includes('listening')) resolve();
      });
    }
    void ended.then(() => reject(new Error(output)));
  });
  const stop = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  undo.push(() => stop('SIGKILL'));
  await listening;
  return { url: `http://127.0.0.1:${port}`, output: () => output, stop };
}

test('processes that start together on a new database migrate it once and take one another’s tokens', async () => {
  const database = await aDatabase('none');
  const [one, other] = await Promise.all([startServer(database.url), startServer(database.url)]);
  const applied = await database.query('select from drizzle.__drizzle_migrations');
  expect(applied.length).toBeGreaterThan(0);
  await loadSmallCompany(database.url);
  const client = createClient(one.url);
  const tokens = await client.signIn('renata');
  const elsewhere = createClient(other.url);
  elsewhere.tokens = tokens;
  expect((await elsewhere.get('/session')).status).toBe(200);
  const said = one.output().trim().split('\n');
  expect(said).toContain(`Parecer server listening on ${one.url}`);
  expect(said.filter((line) => line.includes('"event":"mail is off"'))).toHaveLength(1);
  expect(said).toHaveLength(2);
});

test('asked to end, a process finishes what is under way and ends well', async () => {
  const database = await aDatabase('empty');
  await loadSmallCompany(database.url);
  const server = await startServer(database.url);
  const client = createClient(server.url);
  await client.signIn('renata');
  // A password takes tens of milliseconds to check: these are under way when the signal comes.
  const request = { login: 'bruno', password: PASSWORD, deviceId: createId() };
  const underWay = Array.from({ length: 3 }, () => createClient(server.url).post('/session', request));
  const limits = () => database.query('select from rate_limits');
  await expect.poll(limits, { interval: 1 }).not.toHaveLength(0);
  const ended = server.stop('SIGTERM');
  const answers = await Promise.allSettled(underWay);
  expect(answers.some((answer) => answer.status === 'fulfilled' && answer.value.status === 200)).toBe(true);
  expect(await ended).toBe(0);
  await expect(client.get('/service')).rejects.toThrow();
});

test('a wrong setting ends the process with the name of the variable', async () => {
  const database = await aDatabase('empty');
  await expect(startServer(database.url, { TOKEN_SECRET: 'short' })).rejects.toThrow(/TOKEN_SECRET/);
});
