import pg from 'pg';
import type { Cluster } from '../postgres/cluster.ts';

export const databaseName = 'parecer';
const making = 'parecer_making';

export interface DatabaseFill {
  /** Brings the schema to this version. */
  migrate(url: string): Promise<void>;
  /** Makes the sample company in a new database. */
  fill(url: string): Promise<void>;
}

/**
 * The database of a cluster, made and filled when there is none. It is filled under another name and renamed at the
 * end, so that a run which is cut off leaves no half-made company.
 * @returns its address, and whether it was made now
 */
export async function openDatabase(
  cluster: Cluster,
  steps: DatabaseFill,
): Promise<{ url: string; isNew: boolean }> {
  const admin = new pg.Client({ connectionString: cluster.url('postgres') });
  await admin.connect();
  try {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) {
      await admin.query(`drop database if exists ${making} with (force)`);
      await admin.query(`create database ${making}`);
      await steps.migrate(cluster.url(making));
      await steps.fill(cluster.url(making));
      await admin.query(`alter database ${making} rename to ${databaseName}`);
    } else {
      await steps.migrate(cluster.url(databaseName));
    }
    return { url: cluster.url(databaseName), isNew: rowCount === 0 };
  } finally {
    await admin.end();
  }
}

/**
 * What an error says about the data files, when it is they that are broken: PostgreSQL's classes for internal and
 * system errors, or a connection that it refuses although the database is listed.
 */
export function damageOf(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (!(cause instanceof pg.DatabaseError)) continue;
    const isFatal = cause.severity === 'FATAL' || cause.severity === 'PANIC';
    if (isFatal || /^(XX|58)/.test(cause.code ?? '')) return cause.message;
  }
  return undefined;
}
