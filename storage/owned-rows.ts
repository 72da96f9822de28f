import type { Collection, Table } from 'dexie';
import type { Owner } from '../domain/owner.ts';
import type { RawRow } from './database.ts';

/** The rows of a user of a server; those that say no server are nobody's. */
export function rowsOf(
  table: Table<RawRow, string>,
  { serverUrl, userId }: Owner,
): Collection<RawRow, string> {
  return table.where('[serverUrl+userId]').equals([serverUrl, userId]);
}

export function isRowOf(row: RawRow | undefined, { serverUrl, userId }: Owner): boolean {
  return row !== undefined && row.serverUrl === serverUrl && row.userId === userId;
}

/** The server that a row is bound to; undefined where there is no row, or it says none. */
export function serverOf(row: RawRow | undefined): string | undefined {
  return typeof row?.serverUrl === 'string' ? row.serverUrl : undefined;
}
