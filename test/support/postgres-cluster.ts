import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '../../scripts/postgres/cluster.ts';

export interface TestCluster {
  /** Connection address of the database `postgres`, as a user who may make others. */
  adminUrl: string;
  /** Ends PostgreSQL and deletes its folder. */
  stop: () => Promise<void>;
}

/** A PostgreSQL of our own in a folder under the system's temporary one. */
export async function startTestCluster(): Promise<TestCluster> {
  const folder = await mkdtemp(join(tmpdir(), 'parecer-test-'));
  const cluster = await startCluster({
    folder: join(folder, 'database'),
    password: 'test',
    isDurable: false,
  });
  const stop = async () => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { adminUrl: cluster.url('postgres'), stop };
}
