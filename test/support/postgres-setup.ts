import { migrate } from '../../server/db/migrate.ts';
import { createTemplate } from './postgres.ts';
import { startTestCluster } from './postgres-cluster.ts';

/** Vitest and Playwright both call this once before a run; the function it returns is called after the run. */
export default async function setup(): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  // The processes that run the tests are started later and inherit it.
  process.env.PARECER_TEST_POSTGRES = cluster.adminUrl;
  await createTemplate('empty', migrate);
  return cluster.stop;
}
