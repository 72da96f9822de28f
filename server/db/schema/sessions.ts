import { bigint, index, integer, pgTable, text, varchar } from 'drizzle-orm/pg-core';
import { bytes, id, instant } from './columns.ts';
import { users } from './users.ts';

/** A sign-in of a user on a device, until sign-out, expiry or misuse ends it. */
export const sessions = pgTable(
  'sessions',
  {
    id: id('id').primaryKey(),
    userId: id('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    deviceId: id('device_id').notNull(),
    startedAt: instant('started_at').notNull(),
    /** When it ends by itself if it is not refreshed. */
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
    endReason: text('end_reason', { enum: ['signed-out', 'token-reuse', 'user-inactive'] }),
  },
  (table) => [index('sessions_user').on(table.userId), index('sessions_expiry').on(table.expiresAt)],
);

/** Every refresh token that a session ever had, hashed, so that a used one is known when it comes again. */
export const refreshTokens = pgTable(
  'refresh_tokens',
  {
    hash: bytes('hash').primaryKey(),
    sessionId: id('session_id')
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    /** The hash of the token that it was exchanged for; null for the first. */
    parentHash: bytes('parent_hash'),
    issuedAt: instant('issued_at').notNull(),
    usedAt: instant('used_at'),
    /** Set when its parent was exchanged again because the answer that carried this one was lost. */
    replacedAt: instant('replaced_at'),
  },
  (table) => [index('refresh_tokens_session').on(table.sessionId)],
);

/** Counters of rate-limiter-flexible, in the form that it wants. */
export const rateLimits = pgTable('rate_limits', {
  key: varchar('key', { length: 255 }).primaryKey(),
  points: integer('points').notNull().default(0),
  expire: bigint('expire', { mode: 'number' }),
});
