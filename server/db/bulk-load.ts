import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import pg from 'pg';

/** Rows per statement: large enough that round trips vanish, small enough for memory. */
const BATCH = 2_000;

/** Writes many rows quickly, past the rules: for imports and sample data that are made right. */
export interface BulkLoader {
  /** Inserts all rows; every row has the same properties as the first. */
  insert<Table extends PgTable>(
    table: Table,
    rows: Iterable<Table['$inferInsert']> | AsyncIterable<Table['$inferInsert']>,
  ): Promise<void>;
  /** Protocol numbers of the year up to this sequence are taken. */
  takeProtocols(year: number, last: number): Promise<void>;
}

/**
 * Loads in one transaction: all of it, or nothing when `load` throws. Statistics are taken afterwards, so that the
 * first searches are as fast as the later ones.
 */
export async function bulkLoad(url: string, load: (loader: BulkLoader) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'parecer bulk load' });
  await client.connect();
  try {
    await client.query('begin');
    await load(createLoader(client));
    await client.query('commit');
    await client.query('vacuum analyze');
  } finally {
    // An open transaction ends with its connection.
    await client.end();
  }
}

function createLoader(client: pg.Client): BulkLoader {
  return {
    async insert(table, rows) {
      let batch: Record<string, unknown>[] = [];
      for await (const row of rows) {
        batch.push(row);
        if (batch.length < BATCH) continue;
        await insertBatch(client, table, batch);
        batch = [];
      }
      if (batch.length > 0) await insertBatch(client, table, batch);
    },
    async takeProtocols(year, last) {
      await client.query(
        `insert into protocol_sequences values ($1, $2)
         on conflict (year) do update set last = greatest(protocol_sequences.last, excluded.last)`,
        [year, last],
      );
    },
  };
}

/** One parameter of JSON carries any number of rows of any column type, and PostgreSQL takes it apart itself. */
async function insertBatch(
  client: pg.Client,
  table: PgTable,
  rows: Record<string, unknown>[],
): Promise<void> {
  const columns = Object.entries(getTableColumns(table)).filter(
    ([property]) => rows[0]?.[property] !== undefined,
  );
  const records = rows.map((row) =>
    Object.fromEntries(columns.map(([property, column]) => [column.name, row[property] ?? null])),
  );
  const name = pg.escapeIdentifier(getTableName(table));
  const list = columns.map(([, column]) => pg.escapeIdentifier(column.name)).join(', ');
  await client.query(
    `insert into ${name} (${list}) select ${list} from json_populate_recordset(null::${name}, $1::json)`,
    [JSON.stringify(records)],
  );
}
