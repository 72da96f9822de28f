import { loadSampleCompany } from '../../demo/company/load.ts';
import { migrate } from '../../server/db/migrate.ts';
import { createTemplate } from './postgres.ts';
import setUpPostgres from './postgres-setup.ts';

/** Enough to search in; the design's own customer is always among them. */
const sampleCustomers = 500;

/** Starts PostgreSQL and makes the template with the sample company; the function it returns ends both. */
export default async function setUpDatabases(): Promise<() => Promise<void>> {
  const tearDown = await setUpPostgres();
  await createTemplate('sample', async (url) => {
    await migrate(url);
    await loadSampleCompany(url, { customers: sampleCustomers });
  });
  return tearDown;
}
