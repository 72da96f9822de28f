import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import * as schema from './schema/index.ts';

export type Database = NodePgDatabase<typeof schema> & { $client: pg.Pool };

/** Pooled connections to a PostgreSQL database; end them with `database.$client.end()`. */
export function connect(url: string, options: { connections?: number | undefined } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    application_name: 'parecer',
    // A database that does not answer is a failure to report, not a request that hangs.
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
  });
  // Without a listener an idle connection that breaks would end the process; the next query opens another.
  pool.on('error', () => undefined);
  return drizzle(pool, { schema });
}
