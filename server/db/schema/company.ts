import { sql } from 'drizzle-orm';
import { boolean, check, date, integer, pgTable, text } from 'drizzle-orm/pg-core';

/** The one row of company settings. */
export const company = pgTable(
  'company',
  {
    id: integer('id').primaryKey().default(1),
    name: text('name').notNull(),
    timeZone: text('time_zone').notNull(),
    areaCode: text('area_code').notNull(),
    sellsServices: boolean('sells_services').notNull().default(false),
    holidays: date('holidays', { mode: 'string' }).array().notNull().default(sql`'{}'`),
  },
  (table) => [check('company_is_one', sql`${table.id} = 1`)],
);

/** What the processes of one installation share and nobody else may read, such as the key that signs tokens. */
export const serverSecrets = pgTable('server_secrets', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
});
