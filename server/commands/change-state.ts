import type pg from 'pg';
import { canClose, canReopen } from '../../domain/closing.ts';
import type { CloseTicket, Receipt, ReopenTicket } from '../../domain/command.ts';
import { toInstant } from '../../domain/instant.ts';
import type { Result } from '../../domain/result.ts';
import { queueMails } from '../mail/queue-mails.ts';
import { Refusal } from '../problems.ts';
import type { Actor } from '../session/authenticator.ts';
import { EARLIER } from './earlier.ts';
import type { CommandHandler } from './execute.ts';
import { TICKET_FACTS, type TicketContext, type TicketFacts, unknownTicket } from './ticket-context.ts';

const CONTEXT = `select ${EARLIER}, ${TICKET_FACTS}`;

interface Transition {
  /** Of the ticket event. */
  event: 'closed' | 'reopened';
  /** Assignments; `$2` is now, `$3` the user. */
  assignments: string;
  /** Holds for tickets in the state before. */
  condition: string;
  allows(actor: Actor, ticket: TicketFacts): Result<void>;
}

/** @throws Refusal by the closing policy, or when it is closed already */
export function createCloseTicket(
  pool: pg.Pool,
  now: () => Date,
  tellsWatchers: boolean,
): CommandHandler<CloseTicket> {
  return createTransition(pool, now, tellsWatchers, {
    event: 'closed',
    assignments: 'closed_at = $2, closed_by_user_id = $3',
    condition: 'closed_at is null',
    allows: ({ user }, ticket) =>
      canClose({ user, ticket, type: ticket.type, openerName: ticket.openerName }),
  });
}

/**
 * Watchers are not told: what they asked for ended with the closing, and begins again with the next opinion.
 * @throws Refusal without the permission, or when it is open already
 */
export function createReopenTicket(pool: pg.Pool, now: () => Date): CommandHandler<ReopenTicket> {
  return createTransition(pool, now, false, {
    event: 'reopened',
    assignments: 'closed_at = null, closed_by_user_id = null',
    condition: 'closed_at is not null',
    allows: ({ user }, ticket) => canReopen({ user, ticket }),
  });
}

function createTransition(
  pool: pg.Pool,
  now: () => Date,
  isTold: boolean,
  transition: Transition,
): CommandHandler<CloseTicket | ReopenTicket> {
  const write = `with ticket as (
    update tickets set ${transition.assignments} where id = $1 and ${transition.condition}
    returning id, opinion_count, customer_id, center_id
  ), event as (
    insert into ticket_events (id, ticket_id, kind, user_id, at, after_opinion)
    select $4, id, '${transition.event}', $3, $2::timestamptz, opinion_count from ticket
  ), ${queueMails({
    eventId: '$4',
    ticket: 'id, customer_id, center_id',
    from: 'ticket',
    watchers: 'select w.user_id from ticket_watchers w where w.ticket_id = one.id',
    actorId: '$3',
    at: '$2',
    events: `array['${transition.event}']`,
    isOn: '$8',
  })}, command as (
    insert into commands (id, user_id, kind, content_hash, receipt, confirmed_at)
    select $4, $3::uuid, $5, $6, $7, $2::timestamptz from ticket
  )
  insert into changes (kind, record_id) select 'ticket', id from ticket`;

  return async (actor, { kind, id, ticketId }, contentHash) => {
    const { rows } = await pool.query<TicketContext>({
      name: 'ticket-context',
      text: CONTEXT,
      values: [id, ticketId],
    });
    const { earlier = null, ticket = null } = rows[0] ?? {};
    if (earlier !== null) return { earlier };
    if (ticket === null) throw unknownTicket();
    const allowed = transition.allows(actor, ticket);
    if (!allowed.ok) throw new Refusal(allowed.error);
    const confirmedAt = toInstant(now());
    const receipt: Receipt = { id, ticketId, protocol: ticket.protocol, confirmedAt };
    const { rowCount } = await pool.query({
      name: transition.event,
      text: write,
      values: [ticketId, confirmedAt, actor.user.id, id, kind, contentHash, JSON.stringify(receipt), isTold],
    });
    return rowCount === 0 ? 'changed' : { receipt: { ...receipt } };
  };
}
