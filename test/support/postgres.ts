import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database that belongs to one test file. */
export interface TestDatabase {
  /** Connection address, as in `DATABASE_URL`. */
  url: string;
  /** Runs SQL on it, apart from any connection of the code under test, and gives the rows. */
  query<Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Closes every connection to it and deletes it. */
  drop(): Promise<void>;
}

/**
 * What a new database starts with: `empty` has the schema and no row, `sample` has the sample company too, `none` has
 * no schema.
 */
export type Contents = 'none' | 'empty' | 'sample';

/** Makes a fresh database in the cluster of this test run: a copy of a template, so it costs some ten milliseconds. */
export async function createDatabase(contents: Contents = 'empty'): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name} template ${templateOf(contents)}`);
  const url = databaseUrl(name);
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  // The pool's end does not wait until PostgreSQL has let go: a connection that is on its way out may hear yet that its database goes.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    url,
    query: async (sql, values) => (await pool.query(sql, values && [...values])).rows,
    drop: async () => {
      await pool.end();
      await administer(`drop database if exists ${name} with (force)`);
    },
  };
}

/** Makes a template from which `createDatabase` copies; done once, before the tests. */
export async function createTemplate(
  contents: Contents,
  fill: (url: string) => Promise<void>,
): Promise<void> {
  const name = templateOf(contents);
  await administer(`create database ${name}`);
  await fill(databaseUrl(name));
}

function templateOf(contents: Contents): string {
  return contents === 'none' ? 'template0' : `template_${contents}`;
}

function databaseUrl(name: string): string {
  const url = new URL(adminUrl());
  url.pathname = `/${name}`;
  return url.href;
}

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl() });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function adminUrl(): string {
  const url = process.env.PARECER_TEST_POSTGRES;
  if (!url)
    throw new Error(
      'No PostgreSQL runs for these tests: run them through vitest or playwright of this project.',
    );
  return url;
}
