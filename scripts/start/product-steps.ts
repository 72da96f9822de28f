import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import type { DatabaseFill } from './database.ts';

/** What the server and the sample company need, in the terms of the start. */
export function productSteps(root: string): DatabaseFill {
  return {
    migrate: (url) => migrateDatabase(root, url),
    fill: async () => {},
  };
}

async function migrateDatabase(root: string, url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  try {
    await migrate(drizzle(pool), { migrationsFolder: join(root, 'server', 'db', 'migrations') });
  } finally {
    await pool.end();
  }
}
