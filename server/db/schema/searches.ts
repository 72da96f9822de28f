import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { SavedSearch } from '../../../domain/saved-search.ts';
import { id, instant } from './columns.ts';
import { users } from './users.ts';

/** Searches of tickets that a user named, to run them again. */
export const savedSearches = pgTable(
  'saved_searches',
  {
    id: id('id').primaryKey(),
    userId: id('user_id')
      .notNull()
      .references(() => users.id),
    name: text('name').notNull(),
    criteria: jsonb('criteria').$type<SavedSearch['criteria']>().notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [index('saved_searches_of_user').on(table.userId)],
);
