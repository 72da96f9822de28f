import type pg from 'pg';
import { createProtocol } from '../../domain/protocol.ts';
import { TAKE_SEQUENCES, yearUsedUp } from './protocol-sequence.ts';

/** Gives protocol numbers to tickets that come without one. */
export type ProtocolIssuer = (year: number) => Promise<string>;

const BLOCK = 50;

/**
 * Numbers for this process, taken from the year's sequence in blocks: one row that every opening had to update would make
 * them wait for one another. What is left of a block when the process ends stays unused, which harms nobody.
 */
export function createProtocolIssuer(pool: pg.Pool): ProtocolIssuer {
  let block = { year: 0, next: 1, last: 0 };
  let taking: Promise<void> | null = null;

  async function take(year: number): Promise<void> {
    const { rows } = await pool.query<{ last: number }>(TAKE_SEQUENCES, [year, BLOCK]);
    const last = rows[0]?.last;
    if (last === undefined) throw yearUsedUp(year);
    block = { year, next: last - BLOCK + 1, last };
  }

  return async (year) => {
    while (block.year !== year || block.next > block.last) {
      taking ??= take(year).finally(() => {
        taking = null;
      });
      await taking;
    }
    const sequence = block.next;
    block.next += 1;
    return createProtocol(year, sequence);
  };
}
