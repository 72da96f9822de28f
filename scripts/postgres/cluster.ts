import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { access, chown, constants, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { freePort } from '../processes/free-port.ts';
import { spawnLeashed } from '../processes/leashed.ts';
import { type Account, postgresAccount } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { removeStalePid } from './postmaster.ts';

export interface ClusterOptions {
  /** Folder of the cluster; made when it is missing. Its parent must exist. */
  folder: string;
  /** Password of the one database user, which is asked for on every connection. */
  password: string;
  /** False gives up safety on power loss for speed: only for data that is thrown away. */
  isDurable: boolean;
}

/** A running PostgreSQL on loopback. */
export interface Cluster {
  port: number;
  /** Connection address of one of its databases. */
  url(database: string): string;
  /** Fast shutdown; resolves when the server is gone. Calling it again is harmless. */
  stop(): Promise<void>;
  /** Resolves when the server is gone, for whatever reason. */
  ended: Promise<void>;
}

/** PostgreSQL could not be started on this folder; `detail` is its own account of it. */
export class ClusterFailure extends Error {
  override name = 'ClusterFailure';
  readonly detail: string;
  /** Whether it was a new cluster that could not be made, so that there is no data to be damaged. */
  readonly isNew: boolean;
  constructor(detail: string, isNew: boolean) {
    super(`PostgreSQL did not start: ${detail}`);
    this.detail = detail.replace(/\s+/g, ' ');
    this.isNew = isNew;
  }
}

const user = 'parecer';

/**
 * Starts PostgreSQL on a folder, which becomes a new cluster when there is none.
 * @throws ClusterFailure when the folder holds something that PostgreSQL cannot run on
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const account = postgresAccount();
  const binaries = await findBinaries(account !== undefined);
  if (!(await exists(options.folder))) await initialise(binaries, options, account);
  await access(join(options.folder, 'PG_VERSION'), constants.R_OK).catch(() => {
    throw new ClusterFailure('PG_VERSION is missing', false);
  });
  await removeStalePid(options.folder);
  if (account) await giveTo(account, options.folder);
  const port = await freePort();
  const settings = serverSettings(options.isDurable).flatMap((setting) => ['-c', setting]);
  const server = spawnLeashed(binaries.postgres, ['-D', options.folder, '-p', `${port}`, ...settings], {
    cwd: options.folder,
    account,
    passesFolders: account && !(await isReachable(dirname(options.folder))),
    deathSignal: 'INT',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: programEnvironment(),
  });
  await untilReady(server);
  const ended = gone(server);
  const stop = async () => {
    server.kill('SIGINT');
    await ended;
  };
  return {
    port,
    ended,
    stop,
    url: (name) => `postgres://${user}:${options.password}@127.0.0.1:${port}/${name}`,
  };
}

/** Made beside its place and moved there in one step: a run that is cut off leaves no half-made cluster. */
async function initialise(
  binaries: Binaries,
  options: ClusterOptions,
  account: Account | undefined,
): Promise<void> {
  const making = `${options.folder}.making`;
  const passwordFile = `${options.folder}.password`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { mode: 0o700 });
  await writeFile(passwordFile, `${options.password}\n`, { mode: 0o600 });
  if (account) await Promise.all([making, passwordFile].map((path) => chown(path, account.uid, account.gid)));
  const args = ['-D', making, '-U', user, '--pwfile', passwordFile, '--auth', 'scram-sha-256'];
  args.push('--encoding', 'UTF8', '--locale', 'C', '--no-instructions', '--no-sync');
  const program = spawnLeashed(binaries.initdb, args, {
    cwd: making,
    account,
    passesFolders: account && !(await isReachable(dirname(options.folder))),
    deathSignal: 'KILL',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: programEnvironment(),
  });
  const said = collect(program);
  const [code] = (await once(program, 'exit')) as [number | null];
  await rm(passwordFile, { force: true });
  if (code !== 0) throw new ClusterFailure(said(), true);
  await rename(making, options.folder);
}

/** A copy that root put back belongs to root, and PostgreSQL refuses a folder that is not its own. */
async function giveTo(account: Account, folder: string): Promise<void> {
  if ((await stat(folder)).uid === account.uid) return;
  spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, folder]);
}

/** One connection string serves every client, so there is no socket file whose folder would have to be found. */
function serverSettings(isDurable: boolean): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
  ];
  if (!isDurable)
    settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'shared_buffers=32MB');
  return settings;
}

/** Resolves when connections are accepted, after recovery if there was a crash; rejects with its last words. */
async function untilReady(server: ChildProcess): Promise<void> {
  const said = collect(server);
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', () => said().includes('ready to accept connections') && resolve());
    server.once('error', reject);
    server.once('exit', () => reject(new ClusterFailure(lastFatal(said()), false)));
  });
}

function collect(program: ChildProcess): () => string {
  let text = '';
  program.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-8_000);
  });
  return () => text.trim();
}

function lastFatal(said: string): string {
  const lines = said.split('\n').filter((line) => /(FATAL|PANIC|error):/.test(line));
  return (lines[0] ?? said).replace(/^.*?(FATAL|PANIC|error):\s*/, '').trim();
}

function gone(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => server.once('exit', () => resolve()));
}

function programEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

/** Whether every folder down to this one lets other accounts pass. */
async function isReachable(path: string): Promise<boolean> {
  const { mode } = await stat(path);
  if ((mode & 0o001) === 0) return false;
  return path === dirname(path) || isReachable(dirname(path));
}
