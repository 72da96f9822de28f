import type { ChangePage } from '../../contract/changes.ts';
import type { Database } from './connect.ts';

/** The last change that a reader has seen. */
export interface ChangePosition {
  transaction: string;
  number: string;
}

type Row = ChangePage['items'][number] & ChangePosition;

/**
 * Only below the oldest transaction that still runs: everything there is decided, so nothing can appear later between
 * what was read. What a transaction above it has committed is read as soon as the older ones are through.
 */
const STATEMENT = `
select transaction::text, number::text, kind, record_id as id
from changes
where (transaction, number) > ($1::xid8, $2::bigint)
  and transaction < pg_snapshot_xmin(pg_current_snapshot())
order by changes.transaction, changes.number
limit $3`;

export async function readChanges(database: Database, after: ChangePosition, limit: number): Promise<Row[]> {
  const { rows } = await database.$client.query<Row>({
    name: 'read-changes',
    text: STATEMENT,
    values: [after.transaction, after.number, limit],
  });
  return rows;
}

/** The position that has everything decided so far behind it. */
export async function currentPosition(database: Database): Promise<ChangePosition> {
  const { rows } = await database.$client.query<{ transaction: string }>(
    'select pg_snapshot_xmin(pg_current_snapshot())::text as transaction',
  );
  return { transaction: rows[0]?.transaction ?? '0', number: '0' };
}

/** Whether this database can have given the position: one restored from a dump counts its transactions anew. */
export async function isKnownPosition(database: Database, position: ChangePosition): Promise<boolean> {
  const { rows } = await database.$client.query<{ known: boolean }>({
    name: 'is-known-position',
    text: 'select $1::xid8 <= pg_snapshot_xmax(pg_current_snapshot()) as known',
    values: [position.transaction],
  });
  return rows[0]?.known === true;
}
