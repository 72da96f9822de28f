import { sql } from 'drizzle-orm';
import { bigint, index, integer, json, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, id, instant, transactionId } from './columns.ts';
import { users } from './users.ts';

/** Every command that was ever applied, so that none is applied twice. It is never emptied. */
export const commands = pgTable('commands', {
  id: id('id').primaryKey(),
  userId: id('user_id')
    .notNull()
    .references(() => users.id),
  kind: text('kind').notNull(),
  /** SHA-256 of the command in canonical JSON, with the user who gave it. */
  contentHash: bytes('content_hash').notNull(),
  /** The answer of the first time, to the letter: `jsonb` would sort its keys. */
  receipt: json('receipt').$type<Record<string, unknown>>().notNull(),
  confirmedAt: instant('confirmed_at').notNull(),
});

/**
 * The log that clients pull. Numbers are given before their transaction commits, so a reader that only looked for
 * higher numbers would pass over a row that commits late: it is read in order of `transaction`, and only below the
 * oldest transaction that still runs.
 */
export const changes = pgTable(
  'changes',
  {
    transaction: transactionId('transaction').notNull().default(sql`pg_current_xact_id()`),
    number: bigint('number', { mode: 'number' }).generatedAlwaysAsIdentity(),
    kind: text('kind', { enum: ['ticket', 'customer', 'contact-person', 'catalogue'] }).notNull(),
    recordId: id('record_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.transaction, table.number] })],
);

/** The last protocol sequence that was given away, per year. */
export const protocolSequences = pgTable('protocol_sequences', {
  year: integer('year').primaryKey(),
  last: integer('last').notNull(),
});

/** Blocks of protocol numbers, each of one device for ever. */
export const protocolLeases = pgTable(
  'protocol_leases',
  {
    id: id('id').primaryKey(),
    userId: id('user_id')
      .notNull()
      .references(() => users.id),
    deviceId: id('device_id').notNull(),
    year: integer('year').notNull(),
    first: integer('first').notNull(),
    last: integer('last').notNull(),
    grantedAt: instant('granted_at').notNull(),
  },
  (table) => [
    index('protocol_leases_of_device').on(table.deviceId, table.year, table.first),
    index('protocol_leases_of_user').on(table.userId, table.grantedAt),
  ],
);
