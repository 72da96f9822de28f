import { type ChildProcess, spawnSync } from 'node:child_process';
import { access, constants, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../processes/free-port.ts';
import { type Account, postgresAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { ClusterFailure } from './failure.ts';
import { initialise } from './initialise.ts';
import { removeStalePid } from './postmaster.ts';
import { runProgram } from './program.ts';

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

const user = 'parecer';

/**
 * Starts PostgreSQL on a folder, which becomes a new cluster when there is none.
 * @throws ClusterFailure when the folder holds something that PostgreSQL cannot run on
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { folder, password, isDurable } = options;
  const account = postgresAccount();
  const { initdb, postgres } = await findBinaries(account !== undefined);
  if (!(await exists(folder))) await initialise({ initdb, folder, account, user, password, isDurable });
  await access(join(folder, 'PG_VERSION'), constants.R_OK).catch(() => {
    throw new ClusterFailure('PG_VERSION is missing', false);
  });
  await removeStalePid(folder);
  if (account) await giveTo(account, folder);
  const { server, port } = await serve(postgres, options, account);
  const ended = gone(server);
  const stop = async () => {
    server.kill('SIGINT');
    await ended;
  };
  return { port, ended, stop, url: (name) => `postgres://${user}:${password}@127.0.0.1:${port}/${name}` };
}

/** Between being found free and being taken a port may go to another program: then another one is tried. */
async function serve(
  postgres: string,
  { folder, isDurable }: Pick<ClusterOptions, 'folder' | 'isDurable'>,
  account: Account | undefined,
  attempts = 3,
): Promise<{ server: ChildProcess; port: number }> {
  const port = await freePort();
  const settings = serverSettings(isDurable).flatMap((setting) => ['-c', setting]);
  const args = ['-D', folder, '-p', `${port}`, ...settings];
  const { child, said } = await runProgram({ program: postgres, args, folder, account, deathSignal: 'INT' });
  try {
    await untilReady(child, said);
    return { server: child, port };
  } catch (error) {
    if (attempts === 1 || !said().includes('could not create any TCP/IP sockets')) throw error;
    return serve(postgres, { folder, isDurable }, account, attempts - 1);
  }
}

/** A copy that root put back belongs to root, and PostgreSQL refuses a folder that is not its own. */
async function giveTo(account: Account, folder: string): Promise<void> {
  if ((await stat(folder)).uid === account.uid) return;
  spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, folder]);
}

/** One connection string serves every client, so there is no socket file whose folder would have to be found. */
function serverSettings(isDurable: boolean): string[] {
  const always = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
  ];
  const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'shared_buffers=32MB'];
  return isDurable ? always : [...always, ...fast];
}

/** Resolves when connections are accepted, after recovery if there was a crash; rejects with its last words. */
function untilReady(server: ChildProcess, said: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.stderr?.on('data', () => said().includes('ready to accept connections') && resolve());
    server.once('error', reject);
    server.once('close', () => reject(new ClusterFailure(lastFatal(said()), false)));
  });
}

function lastFatal(said: string): string {
  const lines = said.split('\n').filter((line) => /(FATAL|PANIC|error):/.test(line));
  return (lines[0] ?? said).replace(/^.*?(FATAL|PANIC|error):\s*/, '').trim();
}

function gone(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => server.once('exit', () => resolve()));
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
