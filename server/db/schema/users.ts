import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id } from './columns.ts';

export const responsibilityCenters = pgTable('responsibility_centers', {
  id: id('id').primaryKey(),
  name: text('name').notNull(),
  closesTicket: boolean('closes_ticket').notNull().default(false),
  /** False where the company no longer uses it; tickets may still stand in it. */
  active: boolean('active').notNull().default(true),
});

export const users = pgTable(
  'users',
  {
    id: id('id').primaryKey(),
    login: text('login').notNull(),
    name: text('name').notNull(),
    /** Where what he or she watches is told; null: nowhere. */
    email: text('email'),
    functions: text('functions').array().notNull().default(sql`'{}'`),
    permissions: text('permissions').array().notNull().default(sql`'{}'`),
    /** PHC string; null: the user cannot sign in with a password. */
    passwordHash: text('password_hash'),
    active: boolean('active').notNull().default(true),
  },
  (table) => [uniqueIndex('users_login_key').on(sql`lower(${table.login})`)],
);

/** Which users are of which CR. */
export const userCenters = pgTable(
  'user_centers',
  {
    userId: id('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    centerId: id('center_id')
      .notNull()
      .references(() => responsibilityCenters.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.centerId] }),
    index('user_centers_center').on(table.centerId),
  ],
);
