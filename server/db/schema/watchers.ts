import { index, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { id } from './columns.ts';
import { customers } from './customers.ts';
import { tickets } from './tickets.ts';
import { users } from './users.ts';

/** Who gets an e-mail of every step of a ticket (Spy System). */
export const ticketWatchers = pgTable(
  'ticket_watchers',
  {
    ticketId: id('ticket_id')
      .notNull()
      .references(() => tickets.id),
    userId: id('user_id')
      .notNull()
      .references(() => users.id),
  },
  (table) => [
    primaryKey({ columns: [table.ticketId, table.userId] }),
    index('ticket_watchers_of_user').on(table.userId),
  ],
);

/** Who gets an e-mail of every step of all tickets of a customer. */
export const customerWatchers = pgTable(
  'customer_watchers',
  {
    customerId: id('customer_id')
      .notNull()
      .references(() => customers.id),
    userId: id('user_id')
      .notNull()
      .references(() => users.id),
  },
  (table) => [
    primaryKey({ columns: [table.customerId, table.userId] }),
    index('customer_watchers_of_user').on(table.userId),
  ],
);
