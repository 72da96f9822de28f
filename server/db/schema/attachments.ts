import { bigint, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';
import { opinions, tickets } from './tickets.ts';

/** Files whose bytes have arrived, by their content: the same file is kept once. */
export const blobs = pgTable('blobs', {
  /** Hexadecimal, lower case. */
  sha256: text('sha256').primaryKey(),
  size: bigint('size', { mode: 'number' }).notNull(),
  /** As its content says. */
  mediaType: text('media_type').notNull(),
  storedAt: instant('stored_at').notNull(),
});

/** Anexos. Their bytes may come after the opinion: text goes first. */
export const attachments = pgTable(
  'attachments',
  {
    id: id('id').primaryKey(),
    opinionId: id('opinion_id')
      .notNull()
      .references(() => opinions.id),
    ticketId: id('ticket_id')
      .notNull()
      .references(() => tickets.id),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    mediaType: text('media_type').notNull(),
    sha256: text('sha256').notNull(),
    /** When its own bytes had come whole and were found to be what was announced. */
    arrivedAt: instant('arrived_at'),
    /** Its sender will not send the bytes any more. */
    givenUpAt: instant('given_up_at'),
  },
  (table) => [
    index('attachments_of_opinion').on(table.opinionId, table.position),
    index('attachments_of_blob').on(table.sha256),
  ],
);
