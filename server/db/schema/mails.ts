import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { MailEvent } from '../../mail/mail-event.ts';
import { id, instant } from './columns.ts';
import { tickets } from './tickets.ts';
import { users } from './users.ts';

/**
 * E-mails to watchers: one per act and user, written by the statement that applies the act. What they say is read when they are sent,
 * so that no text, name or address is kept here.
 */
export const mails = pgTable(
  'mails',
  {
    /** In the order of the acts, as far as they are of one ticket. */
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** Id of the act's record: ticket, opinion or ticket event. With the user it makes the Message-ID. */
    eventId: id('event_id').notNull(),
    ticketId: id('ticket_id')
      .notNull()
      .references(() => tickets.id),
    userId: id('user_id')
      .notNull()
      .references(() => users.id),
    actorId: id('actor_id')
      .notNull()
      .references(() => users.id),
    /** What the act did, the first thing first. */
    events: text('events').array().$type<MailEvent[]>().notNull(),
    /** CR that the ticket stood in after it. */
    centerId: id('center_id'),
    at: instant('at').notNull(),
    /** Attempts that are known to have failed. */
    failures: integer('failures').notNull().default(0),
    /** Times that it was handed to the mail server without an answer on record: at most two. */
    handedOver: integer('handed_over').notNull().default(0),
    nextAttemptAt: instant('next_attempt_at').notNull(),
    /** Null while it waits. */
    settledAt: instant('settled_at'),
    outcome: text('outcome', { enum: ['sent', 'refused', 'unsure', 'too-old', 'no-address'] }),
  },
  (table) => [
    uniqueIndex('mails_of_event').on(table.eventId, table.userId),
    index('mails_waiting').on(table.ticketId, table.userId, table.id).where(sql`${table.settledAt} is null`),
    index('mails_settled').on(table.settledAt).where(sql`${table.settledAt} is not null`),
  ],
);
