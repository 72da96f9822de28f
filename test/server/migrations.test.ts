import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { receiptAnswerSchema } from '../../contract/tickets.ts';
import { createId } from '../../domain/id.ts';
import { migrate } from '../../server/db/migrate.ts';
import { projectRoot } from '../support/imports.ts';
import { createDatabase, type TestDatabase } from '../support/postgres.ts';
import { contentOf } from '../support/server/client.ts';
import { type RunningApp, startApp } from '../support/server/running-app.ts';
import { anAddition, anOpening } from '../support/server/words.ts';

const FOLDER = join(projectRoot, 'server/db/migrations');

interface Journal {
  entries: { tag: string }[];
}

const journal: Journal = JSON.parse(await readFile(join(FOLDER, 'meta/_journal.json'), 'utf8'));

/** Rows of today, from which those of an older version are made: its columns only. */
let app: RunningApp;
let today: TestDatabase;
beforeAll(async () => {
  app = await startApp();
  today = app.database;
  const renata = await app.signIn('renata');
  const ticket = anOpening();
  contentOf(await renata.post('/tickets', ticket), receiptAnswerSchema, 201);
  contentOf(await renata.post(`/tickets/${ticket.id}/opinions`, anAddition()), receiptAnswerSchema, 201);
  contentOf(
    await renata.post(`/tickets/${ticket.id}/closings`, { id: createId() }),
    receiptAnswerSchema,
    201,
  );
});
afterAll(() => app.stop());

/** A database as the first `count` migrations left it. */
async function databaseOfVersion(count: number): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'parecer-migrations-'));
  await cp(FOLDER, folder, { recursive: true });
  const older = { ...journal, entries: journal.entries.slice(0, count) };
  await writeFile(join(folder, 'meta/_journal.json'), JSON.stringify(older));
  const database = await createDatabase('none');
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('set client_min_messages = warning');
  await applyMigrations(drizzle(client), { migrationsFolder: folder });
  await client.end();
  await rm(folder, { recursive: true });
  return database;
}

interface Table {
  name: string;
  columns: string[];
}

/** Tables of a database, with the columns that can be written. */
async function tablesOf(database: TestDatabase): Promise<Table[]> {
  return database.query<{ name: string; columns: string[] }>(
    `select table_name as name, array_agg(column_name::text order by ordinal_position) as columns
     from information_schema.columns
     where table_schema = 'public' and is_identity = 'NO' and is_generated = 'NEVER'
     group by table_name order by table_name`,
  );
}

const rowsOf = (database: TestDatabase, { name, columns }: Table) =>
  database.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(chosen) as row from (select ${columns.map(pg.escapeIdentifier).join(', ')} from ${name}) chosen
     order by to_jsonb(chosen)::text`,
  );

/** Puts today's rows into an older database; references are not looked at while they come in. */
async function fill(database: TestDatabase, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    const rows = await rowsOf(today, table);
    const columns = table.columns.map(pg.escapeIdentifier).join(', ');
    await database.query(`alter table ${table.name} disable trigger all`);
    await database.query(
      `insert into ${table.name} (${columns})
       select ${columns} from jsonb_populate_recordset(null::${table.name}, $1::jsonb)`,
      [JSON.stringify(rows.map(({ row }) => row))],
    );
    await database.query(`alter table ${table.name} enable trigger all`);
  }
}

describe('a database of an older version', () => {
  test('has a file for each that landed', async () => {
    const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
    expect(files).toEqual(journal.entries.map(({ tag }) => `${tag}.sql`));
  });

  test.each(journal.entries.slice(0, -1).map(({ tag }, index) => [tag, index + 1] as const))(
    'of %s keeps every value of every row on its way to today',
    async (_, count) => {
      const database = await databaseOfVersion(count);
      try {
        const tables = await tablesOf(database);
        await fill(database, tables);
        const before = await Promise.all(tables.map((table) => rowsOf(database, table)));
        expect(before.flat().length).toBeGreaterThan(40);
        await migrate(database.url);
        const after = await Promise.all(tables.map((table) => rowsOf(database, table)));
        expect(after).toEqual(before);
        expect((await tablesOf(database)).map(({ name }) => name)).toEqual(
          (await tablesOf(today)).map(({ name }) => name),
        );
      } finally {
        await database.drop();
      }
    },
  );
});
