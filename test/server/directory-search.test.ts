import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSampleCompany } from '../../demo/company/load.ts';
import { createSampleCompany } from '../../demo/company/sample-company.ts';
import { createDirectoryIndexBuilder } from '../../domain/directory/directory-index.ts';
import { searchDirectory } from '../../domain/directory/directory-search.ts';
import { connect } from '../../server/db/connect.ts';
import { searchCustomers } from '../../server/db/customer-search.ts';
import { readDirectory } from '../../server/db/directory.ts';
import { queriesFor } from '../support/directory-queries.ts';
import { createDatabase, type TestDatabase } from '../support/postgres.ts';

const CUSTOMERS = 60;

let files: TestDatabase;
let database: ReturnType<typeof connect>;
beforeAll(async () => {
  files = await createDatabase('empty');
  await loadSampleCompany(files.url, { customers: CUSTOMERS });
  database = connect(files.url);
});
afterAll(async () => {
  await database.$client.end();
  await files.drop();
});

test('server and directory find the same customers of the sample company, in the same order', async () => {
  const entries = await readDirectory(database, undefined, 1000);
  const builder = createDirectoryIndexBuilder();
  builder.add(entries);
  const index = builder.finish();
  const queries = [...createSampleCompany({ customers: CUSTOMERS }).customers()].flatMap(queriesFor);
  for (const query of new Set(queries)) {
    const found = await searchCustomers(database, query, 20);
    const offline = searchDirectory(index, query, 20).map(({ place }) => entries[place]?.id);
    expect([query, offline]).toEqual([query, found.map(({ id }) => id)]);
  }
});
