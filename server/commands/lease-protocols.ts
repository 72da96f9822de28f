import type pg from 'pg';
import { LEASED_NUMBERS_PER_DAY } from '../../contract/protocol-leases.ts';
import { toInstant } from '../../domain/instant.ts';
import { dayOf } from '../../domain/time-zone.ts';
import { serverRefusals } from '../../locales/pt-BR/server-refusals.ts';
import { UNNAMED_COMPANY } from '../db/company.ts';
import { type Refusal, refuse } from '../problems.ts';
import type { LeaseProtocols } from './command.ts';
import { EARLIER, type Earlier } from './earlier.ts';
import type { CommandHandler } from './execute.ts';
import { TAKE_SEQUENCES, yearUsedUp } from './protocol-sequence.ts';

const DAY_MS = 86_400_000;

/** `$2` is the user, `$3` the time a day ago. Devices name themselves, so it is the user whose numbers are counted. */
const CONTEXT = `select ${EARLIER}, (select time_zone from company) as "timeZone", recent.* from (
  select coalesce(sum(last - first + 1), 0)::int as "recentNumbers", min(granted_at) as "oldestGrant"
  from protocol_leases where user_id = $2 and granted_at > $3
) as recent`;

interface Context {
  earlier: Earlier | null;
  timeZone: string | null;
  recentNumbers: number;
  oldestGrant: Date | null;
}

const WRITE = `with taken as (
  ${TAKE_SEQUENCES}
), sequence as (
  select last - $2::int + 1 as first, last from taken
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
    const time = now();
    const { rows } = await pool.query<Context>({
      name: 'lease-context',
      text: CONTEXT,
      values: [command.id, actor.user.id, toInstant(time.getTime() - DAY_MS)],
    });
    const [context] = rows;
    if (context === undefined) throw new Error('A query of an aggregate gave no row.');
    if (context.earlier !== null) return { earlier: context.earlier };
    const { id, count } = command;
    if (context.recentNumbers + count > LEASED_NUMBERS_PER_DAY) throw tooMany(context.oldestGrant, time);
    const year = Number(dayOf(time, context.timeZone ?? UNNAMED_COMPANY.timeZone).slice(0, 4));
    const grantedAt = toInstant(time);
    const written = await pool.query<{ first: number; last: number }>({
      name: 'lease-protocols',
      text: WRITE,
      values: [year, count, id, actor.user.id, actor.deviceId, grantedAt, contentHash, grantedAt],
    });
    const [block] = written.rows;
    if (block === undefined) throw yearUsedUp(year);
    return { receipt: { id, year, ...block, grantedAt } };
  };
}

/** Until the oldest block of the day counts no longer. */
function tooMany(oldestGrant: Date | null, now: Date): Refusal {
  const wait = (oldestGrant ?? now).getTime() + DAY_MS - now.getTime();
  const seconds = Math.max(60, Math.ceil(wait / 1000));
  return refuse('too-many-requests', serverRefusals.tooManyProtocols, {
    headers: { 'retry-after': `${seconds}` },
  });
}
