import { sql } from 'drizzle-orm';
import { boolean, check, date, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { CompanyAlert } from '../../../domain/company-alert.ts';

/** The one row of company settings. */
export const company = pgTable(
  'company',
  {
    id: integer('id').primaryKey().default(1),
    name: text('name').notNull(),
    timeZone: text('time_zone').notNull(),
    areaCode: text('area_code').notNull(),
    sellsServices: boolean('sells_services').notNull().default(false),
    /** The company's own; the national ones count beside them where `nationalHolidays` says so. */
    holidays: date('holidays', { mode: 'string' }).array().notNull().default(sql`'{}'`),
    nationalHolidays: boolean('national_holidays').notNull().default(false),
    /** Suggested tags. */
    subjects: text('subjects').array().notNull().default(sql`'{}'`),
    /** Functions that users can have. */
    functions: text('functions').array().notNull().default(sql`'{}'`),
    /** Largest file that a type may allow, in bytes; null: that of the product. */
    attachmentCeiling: integer('attachment_ceiling'),
    alerts: jsonb('alerts').$type<CompanyAlert[]>().notNull().default([]),
  },
  (table) => [check('company_is_one', sql`${table.id} = 1`)],
);

/** What the processes of one installation share and nobody else may read, such as the key that signs tokens. */
export const serverSecrets = pgTable('server_secrets', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
});
