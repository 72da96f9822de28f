import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Customer } from '../../../domain/customer.ts';
import { byteOrderedText, id, textSearchVector } from './columns.ts';

export const customers = pgTable(
  'customers',
  {
    id: id('id').primaryKey(),
    /** As the ERP shows it. */
    code: text('code').notNull(),
    /** What two spellings of one code have in common (`customerCodeKey`). */
    codeKey: byteOrderedText('code_key').notNull(),
    kind: text('kind', { enum: ['company', 'person'] }).notNull(),
    name: text('name').notNull(),
    tradeName: text('trade_name'),
    document: text('document'),
    city: text('city'),
    address: text('address'),
    phones: jsonb('phones').$type<Customer['phones']>().notNull().default([]),
    emails: text('emails').array().notNull().default(sql`'{}'`),
    since: date('since', { mode: 'string' }),
    alerts: jsonb('alerts').$type<Customer['alerts']>().notNull().default([]),
    active: boolean('active').notNull().default(true),
    /** Name without accents and case: results that begin with the query come first, in its order. */
    nameKey: byteOrderedText('name_key').notNull(),
    /** What the search finds it by (`customerSearchTokens`). */
    searchTokens: textSearchVector('search_tokens').notNull(),
  },
  (table) => [
    uniqueIndex('customers_code_key').on(table.codeKey),
    index('customers_name_key').on(table.nameKey),
    index('customers_search').using('gin', table.searchTokens),
  ],
);

export const contactPersons = pgTable(
  'contact_persons',
  {
    id: id('id').primaryKey(),
    customerId: id('customer_id')
      .notNull()
      .references(() => customers.id),
    name: text('name').notNull(),
    role: text('role'),
    phone: text('phone'),
    extension: text('extension'),
    sharedPhone: boolean('shared_phone').notNull().default(false),
    email: text('email'),
    active: boolean('active').notNull().default(true),
  },
  (table) => [index('contact_persons_customer').on(table.customerId)],
);

export const ownedProducts = pgTable(
  'owned_products',
  {
    id: id('id').primaryKey(),
    customerId: id('customer_id')
      .notNull()
      .references(() => customers.id),
    name: text('name').notNull(),
    version: text('version'),
    note: text('note'),
    kind: text('kind', { enum: ['parent', 'component', 'complement'] }).notNull(),
    parentId: id('parent_id').references((): AnyPgColumn => ownedProducts.id),
    blockedReason: text('blocked_reason'),
    situation: text('situation'),
    quantity: integer('quantity'),
    acquiredOn: date('acquired_on', { mode: 'string' }),
    expiresOn: date('expires_on', { mode: 'string' }),
    position: integer('position').notNull().default(0),
  },
  (table) => [index('owned_products_customer').on(table.customerId)],
);
