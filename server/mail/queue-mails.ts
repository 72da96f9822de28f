/** Where the statement of a command has what the mails need, as SQL. */
export interface MailedAct {
  /** Id of the act's record. */
  eventId: string;
  /** Ticket, customer and CR after the act, as a row of a relation. */
  ticket: string;
  /** Relation of the ticket; it gives no row where the act did not apply. */
  from: string;
  /** Who watches the ticket from now on, as a query of ids. */
  watchers: string;
  actorId: string;
  at: string;
  /** Array of `MailEvent`. */
  events: string;
  /** Whether this installation sends mails. */
  isOn: string;
}

/**
 * The part of a command's statement that queues its mails: in the same transaction, so there is one mail per act and user
 * exactly where the act was applied. Told are the watchers of the ticket and of its customer who are active and have an address,
 * but not who did it: everybody knows what he or she did a moment ago.
 */
export function queueMails(act: MailedAct): string {
  return `mails as (
  insert into mails (event_id, ticket_id, user_id, actor_id, events, center_id, at, next_attempt_at)
  select ${act.eventId}::uuid, one.id, u.id, ${act.actorId}::uuid, ${act.events}, one.center_id,
    ${act.at}::timestamptz, ${act.at}::timestamptz
  from (select ${act.ticket} from ${act.from}) as one (id, customer_id, center_id)
  join users u on u.active and u.email is not null and u.id <> ${act.actorId}::uuid and u.id in (
    ${act.watchers}
    union all select c.user_id from customer_watchers c where c.customer_id = one.customer_id
  )
  where ${act.isOn}::boolean
)`;
}
