import type pg from 'pg';
import type { MailEvent } from './mail-event.ts';

/** A mail that is due, with what it is written from. */
export interface DueMail {
  id: number;
  eventId: string;
  userId: string;
  ticketId: string;
  at: Date;
  failures: number;
  handedOver: number;
  events: MailEvent[];
  /** Null where the user left, or has no address any more. */
  email: string | null;
  protocol: string;
  typeNumber: string;
  typeName: string;
  customerCode: string;
  actorName: string;
  centerName: string | null;
  timeZone: string | null;
}

export type MailOutcome = 'sent' | 'refused' | 'unsure' | 'too-old' | 'no-address';

/** Two mails about one ticket reach a user in the order of the acts: the later one waits for the earlier. */
const NEXT = `select m.id, m.event_id as "eventId", m.user_id as "userId", m.ticket_id as "ticketId", m.at,
    m.failures, m.handed_over as "handedOver", m.events,
    case when u.active then u.email end as email, t.protocol,
    y.number as "typeNumber", y.name as "typeName", c.code as "customerCode", a.name as "actorName",
    r.name as "centerName", (select time_zone from company) as "timeZone"
  from mails m
  join users u on u.id = m.user_id
  join users a on a.id = m.actor_id
  join tickets t on t.id = m.ticket_id
  join ticket_types y on y.id = t.type_id
  join customers c on c.id = t.customer_id
  left join responsibility_centers r on r.id = m.center_id
  where m.settled_at is null and m.next_attempt_at <= $1 and not exists (
    select from mails e
    where e.ticket_id = m.ticket_id and e.user_id = m.user_id and e.id < m.id and e.settled_at is null
  )
  order by m.id limit 1`;

/** Any number that no other program takes its lock with. */
const SENDER_LOCK = 7_237_305_512;

/** The mails of the database, by the connection of the one process that sends them. */
export function createMailQueue(client: pg.ClientBase) {
  return {
    /** Whether this connection is the one that may send; the lock goes with the connection, at once, however the process ends. */
    async take(): Promise<boolean> {
      const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
        SENDER_LOCK,
      ]);
      return rows[0]?.taken === true;
    },
    /** The next that is due. */
    async next(now: Date): Promise<DueMail | null> {
      const { rows } = await client.query<Omit<DueMail, 'id'> & { id: string }>({
        name: 'next-mail',
        text: NEXT,
        values: [now],
      });
      const [row] = rows;
      return row === undefined ? null : { ...row, id: Number(row.id) };
    },
    /** On record before the mail server gets it: should this process die now, it is sent once more and not twice. */
    async handOver(id: number): Promise<void> {
      await client.query('update mails set handed_over = handed_over + 1 where id = $1', [id]);
    },
    async settle(id: number, outcome: MailOutcome, now: Date): Promise<void> {
      await client.query('update mails set settled_at = $2, outcome = $3 where id = $1', [id, now, outcome]);
    },
    /** Tried again later. `isKnown`: the mail server has not taken it, so it may be handed over as often as before. */
    async postpone(id: number, until: Date, isKnown: boolean): Promise<void> {
      await client.query(
        `update mails set failures = failures + 1, next_attempt_at = $2,
          handed_over = case when $3 then 0 else handed_over end where id = $1`,
        [id, until, isKnown],
      );
    },
    /** Forgets mails that were settled before. */
    async forget(before: Date): Promise<void> {
      await client.query('delete from mails where settled_at < $1', [before]);
    },
  };
}

export type MailQueue = ReturnType<typeof createMailQueue>;
