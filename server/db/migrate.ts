import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';

/** Any number that no other program takes its lock with. */
const MIGRATION_LOCK = 7_237_305_511;

/**
 * Brings the schema of a database to this version; harmless when it is there already. Several processes may start at
 * once: one migrates, the others wait for it.
 */
export async function migrate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'parecer migration' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query('set client_min_messages = warning');
    await applyMigrations(drizzle(client), { migrationsFolder: join(import.meta.dirname, 'migrations') });
    await forgetForeignChanges(client);
  } finally {
    // The lock goes with the connection.
    await client.end();
  }
}

/**
 * A database restored from a dump into another cluster has changes of transactions that this cluster has yet to count
 * up to; readers would wait for them. Nobody holds a cursor of this cluster yet, so they are dropped.
 */
async function forgetForeignChanges(client: pg.Client): Promise<void> {
  await client.query('delete from changes where transaction >= pg_snapshot_xmax(pg_current_snapshot())');
}
