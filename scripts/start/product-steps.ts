import pg from 'pg';
import { loadSampleCompany } from '../../demo/company/load.ts';
import { SAMPLE_CUSTOMERS } from '../../demo/company/sample-company.ts';
import { migrate } from '../../server/db/migrate.ts';
import type { DatabaseFill } from './database.ts';
import { texts } from './texts.ts';

/** What the server and the sample company need, in the terms of the start. */
export function productSteps(customers: number = SAMPLE_CUSTOMERS): DatabaseFill {
  return {
    migrate,
    fill: async (url) => {
      console.log(texts.makingCompany(customers));
      await loadSampleCompany(url, { customers });
    },
  };
}

/** How many customers the demo page can turn the pages of: those that its company has. */
export async function countCustomers(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ count: number }>('select count(*)::int as count from customers');
    return rows[0]?.count ?? 0;
  } finally {
    await client.end();
  }
}
