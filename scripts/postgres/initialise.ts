import { once } from 'node:events';
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import type { Account } from './account.ts';
import { ClusterFailure } from './failure.ts';
import { runProgram } from './program.ts';

export interface NewCluster {
  /** Path of initdb. */
  initdb: string;
  folder: string;
  account: Account | undefined;
  /** The one database user, and its password. */
  user: string;
  password: string;
  /** Whether to wait until it is safe on the disk. */
  isDurable: boolean;
}

/**
 * Makes a cluster beside its place and moves it there in one step: a run that is cut off leaves no half-made one.
 * @throws ClusterFailure with what initdb said
 */
export async function initialise(cluster: NewCluster): Promise<void> {
  const { account, folder } = cluster;
  const making = `${folder}.making`;
  const passwordFile = `${folder}.password`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { mode: 0o700 });
  await writeFile(passwordFile, `${cluster.password}\n`, { mode: 0o600 });
  if (account) await Promise.all([making, passwordFile].map((path) => chown(path, account.uid, account.gid)));
  const args = ['-D', making, '-U', cluster.user, '--pwfile', passwordFile, '--auth', 'scram-sha-256'];
  args.push('--encoding', 'UTF8', '--locale', 'C', '--no-instructions');
  if (!cluster.isDurable) args.push('--no-sync');
  const run = { program: cluster.initdb, args, folder: making, account, deathSignal: 'KILL' } as const;
  const { child, said } = await runProgram(run);
  const [code] = (await once(child, 'close')) as [number | null];
  await rm(passwordFile, { force: true });
  if (code !== 0) throw new ClusterFailure(said(), true);
  await rename(making, folder);
}
