import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive, isAliveAs } from '../processes/process-table.ts';

/** The id of the PostgreSQL server that runs on this cluster now. */
export async function runningPostmaster(cluster: string): Promise<number | undefined> {
  const pid = await recordedPid(cluster);
  return pid !== undefined && isAliveAs(pid, 'postgres') ? pid : undefined;
}

/** The port that the server of this cluster listens on now: the fourth line of its lock file. */
export async function runningPort(cluster: string): Promise<number | undefined> {
  if ((await runningPostmaster(cluster)) === undefined) return undefined;
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const port = Number.parseInt(text.split('\n')[3] ?? '', 10);
  return Number.isInteger(port) && port > 0 ? port : undefined;
}

/**
 * Removes what a killed server left behind. PostgreSQL does so itself, except when the id it finds was given to
 * another process in the meantime, which is common in containers.
 */
export async function removeStalePid(cluster: string): Promise<void> {
  if ((await runningPostmaster(cluster)) === undefined)
    await rm(join(cluster, 'postmaster.pid'), { force: true });
}

/** Asks a server for its fast shutdown and waits until it is gone. */
export async function endPostmaster(pid: number): Promise<void> {
  process.kill(pid, 'SIGINT');
  while (isAlive(pid)) await wait(20);
}

async function recordedPid(cluster: string): Promise<number | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => undefined);
  const pid = Number.parseInt(text?.split('\n')[0] ?? '', 10);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}
