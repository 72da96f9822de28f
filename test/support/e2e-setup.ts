import { loadSampleCompany } from '../../demo/company/load.ts';
import { migrate } from '../../server/db/migrate.ts';
import { buildE2eExtension } from './e2e-extension.ts';
import { createTemplate } from './postgres.ts';
import setUpPostgres from './postgres-setup.ts';

/** Enough to search in; the design's own customer is always among them. */
const sampleCustomers = 500;

/** Runs once before the end-to-end tests; the function it returns is called after them. */
export default async function setup(): Promise<() => Promise<void>> {
  const [tearDown] = await Promise.all([setUpDatabases(), buildE2eExtension()]);
  return tearDown;
}

async function setUpDatabases(): Promise<() => Promise<void>> {
  const tearDown = await setUpPostgres();
  await createTemplate('sample', async (url) => {
    await migrate(url);
    await loadSampleCompany(url, { customers: sampleCustomers });
  });
  return tearDown;
}
