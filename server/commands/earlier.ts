import type pg from 'pg';

/** A command that was applied before. */
export interface Earlier {
  /** Hexadecimal. */
  contentHash: string;
  receipt: Record<string, unknown>;
}

/** The command with the id `$1`, as a column of a context query: one round trip less. */
export const EARLIER = `(
  select json_build_object('contentHash', encode(content_hash, 'hex'), 'receipt', receipt)
  from commands where id = $1
) as earlier`;

export async function findEarlier(pool: pg.Pool, id: string): Promise<Earlier | null> {
  const { rows } = await pool.query<{ earlier: Earlier | null }>({
    name: 'find-earlier',
    text: `select ${EARLIER}`,
    values: [id],
  });
  return rows[0]?.earlier ?? null;
}
