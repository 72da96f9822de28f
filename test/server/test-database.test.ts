import { afterEach, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../support/postgres.ts';

const databases: TestDatabase[] = [];

afterEach(async () => {
  for (const database of databases.splice(0)) await database.drop();
});

it('each test database has the schema and no row of another', async () => {
  for (const name of ['Aurora', 'Bonsucesso']) {
    const database = await createDatabase();
    databases.push(database);
    const tables = await database.query<{ table_name: string }>(
      "select table_name from information_schema.tables where table_schema = 'public'",
    );
    expect(tables.map((row) => row.table_name)).toContain('tickets');
    await database.query('create table seen (name text)');
    await database.query('insert into seen values ($1)', [name]);
    expect(await database.query('select name from seen')).toEqual([{ name }]);
  }
});
