import type pg from 'pg';
import { toInstant } from '../../domain/instant.ts';
import { LAST_SEQUENCE } from '../../domain/protocol.ts';
import { dayOf } from '../../domain/time-zone.ts';
import { UNNAMED_COMPANY } from '../db/company.ts';
import type { LeaseProtocols } from './command.ts';
import { EARLIER, type Earlier } from './earlier.ts';
import type { CommandHandler } from './execute.ts';

const CONTEXT = `select ${EARLIER}, (select time_zone from company) as "timeZone"`;

interface Context {
  earlier: Earlier | null;
  timeZone: string | null;
}

/** The row of the year is locked by its update, so blocks never overlap; a lease that fails takes none. */
const WRITE = `with sequence as (
  insert into protocol_sequences (year, last) values ($1, $2)
  on conflict (year) do update set last = protocol_sequences.last + $2
  returning last - $2::int + 1 as first, last
), lease as (
  insert into protocol_leases (id, user_id, device_id, year, first, last, granted_at)
  select $3, $4, $5, $1, first, last, $6 from sequence
), command as (
  insert into commands (id, user_id, kind, content_hash, receipt, confirmed_at)
  select $3, $4, 'leaseProtocols', $7, json_build_object(
    'id', $3::uuid, 'year', $1::int, 'first', first, 'last', last, 'grantedAt', $8::text
  ), $6 from sequence
)
select first, last from sequence`;

export function createLeaseProtocols(pool: pg.Pool, now: () => Date): CommandHandler<LeaseProtocols> {
  return async (actor, command, contentHash) => {
    const { rows } = await pool.query<Context>({
      name: 'lease-context',
      text: CONTEXT,
      values: [command.id],
    });
    const { earlier = null, timeZone = null } = rows[0] ?? {};
    if (earlier !== null) return { earlier };
    const time = now();
    const year = Number(dayOf(time, timeZone ?? UNNAMED_COMPANY.timeZone).slice(0, 4));
    const grantedAt = toInstant(time);
    const { id, count } = command;
    const written = await pool.query<{ first: number; last: number }>({
      name: 'lease-protocols',
      text: WRITE,
      values: [year, count, id, actor.user.id, actor.deviceId, grantedAt, contentHash, grantedAt],
    });
    const [block] = written.rows;
    if (block === undefined || block.last > LAST_SEQUENCE)
      throw new Error(`Year ${year} has no protocols left.`);
    return { receipt: { id, year, ...block, grantedAt } };
  };
}
