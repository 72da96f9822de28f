import { LAST_SEQUENCE } from '../../domain/protocol.ts';

/**
 * Takes the next `$2` sequences of the year `$1` and gives the last of them. The row of the year is locked, so no two get
 * the same. Where fewer are left it takes none and gives no row: what was written past the end could not be told.
 */
export const TAKE_SEQUENCES = `insert into protocol_sequences (year, last) values ($1, $2)
  on conflict (year) do update set last = protocol_sequences.last + $2
  where protocol_sequences.last + $2 <= ${LAST_SEQUENCE}
  returning last`;

export function yearUsedUp(year: number): Error {
  return new Error(`Year ${year} has no protocols left.`);
}
