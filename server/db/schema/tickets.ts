import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { RichTextDocument } from '../../../domain/rich-text/document.ts';
import type { Opinion } from '../../../domain/ticket.ts';
import { contactChannels, ticketTypes } from './catalogue.ts';
import { id, instant, textSearchVector } from './columns.ts';
import { contactPersons, customers, ownedProducts } from './customers.ts';
import { responsibilityCenters, users } from './users.ts';

/** Counts and sums of the opinions are kept on the ticket, so that lists read one row per ticket. */
export const tickets = pgTable(
  'tickets',
  {
    id: id('id').primaryKey(),
    protocol: text('protocol').notNull(),
    customerId: id('customer_id')
      .notNull()
      .references(() => customers.id),
    typeId: id('type_id')
      .notNull()
      .references(() => ticketTypes.id),
    title: text('title').notNull(),
    centerId: id('center_id').references(() => responsibilityCenters.id),
    openedByUserId: id('opened_by_user_id')
      .notNull()
      .references(() => users.id),
    /** When the first opinion began. */
    openedAt: instant('opened_at').notNull(),
    nextContactUserId: id('next_contact_user_id').references(() => users.id),
    nextContactAt: instant('next_contact_at'),
    waitingFor: text('waiting_for', { enum: ['us', 'customer', 'third-party'] }),
    closeOnlyByOpener: boolean('close_only_by_opener').notNull(),
    priority: integer('priority').notNull(),
    opinionCount: integer('opinion_count').notNull(),
    /** When the server confirmed the last opinion. */
    lastOpinionAt: instant('last_opinion_at').notNull(),
    lastOpinionExcerpt: text('last_opinion_excerpt').notNull(),
    secondsSpent: bigint('seconds_spent', { mode: 'number' }).notNull(),
    closedAt: instant('closed_at'),
    closedByUserId: id('closed_by_user_id').references(() => users.id),
    /** The closed ticket that this one goes on from. */
    followsTicketId: id('follows_ticket_id').references((): AnyPgColumn => tickets.id),
    productId: id('product_id').references(() => ownedProducts.id),
    /** Name and version as of the day on which the ticket took the product. */
    productName: text('product_name'),
    productVersion: text('product_version'),
    internalContactUserId: id('internal_contact_user_id').references(() => users.id),
    internalContactAt: instant('internal_contact_at'),
    /** The version of the workflow that it began with, and the item of it that it stands on. */
    workflowId: id('workflow_id'),
    workflowVersion: integer('workflow_version'),
    workflowItem: text('workflow_item'),
  },
  (table) => [
    uniqueIndex('tickets_protocol_key').on(table.protocol),
    index('tickets_search').using('gin', sql`public.search_vector(${table.title})`),
    index('tickets_opened').on(table.openedAt.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index('tickets_open_of_customer').on(table.customerId).where(sql`${table.closedAt} is null`),
    index('tickets_closed_of_customer')
      .on(table.customerId, table.closedAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`${table.closedAt} is not null`),
    index('tickets_open_of_next_contact')
      .on(table.nextContactUserId, table.nextContactAt)
      .where(sql`${table.closedAt} is null`),
    index('tickets_open_of_internal_contact')
      .on(table.internalContactUserId, table.internalContactAt)
      .where(sql`${table.closedAt} is null`),
    index('tickets_following').on(table.followsTicketId).where(sql`${table.followsTicketId} is not null`),
    index('tickets_unassigned_of_center')
      .on(table.centerId)
      .where(sql`${table.closedAt} is null and ${table.nextContactUserId} is null`),
  ],
);

export const opinions = pgTable(
  'opinions',
  {
    id: id('id').primaryKey(),
    ticketId: id('ticket_id')
      .notNull()
      .references(() => tickets.id),
    /** 1 for the opinion that opened the ticket, then one more for each, in the order of confirmation. */
    number: integer('number').notNull(),
    authorId: id('author_id')
      .notNull()
      .references(() => users.id),
    startedAt: instant('started_at').notNull(),
    endedAt: instant('ended_at').notNull(),
    channelId: id('channel_id').references(() => contactChannels.id),
    contactPersonId: id('contact_person_id').references(() => contactPersons.id),
    contactName: text('contact_name'),
    subjects: text('subjects').array().notNull().default(sql`'{}'`),
    body: jsonb('body').$type<RichTextDocument>().notNull(),
    centerBeforeId: id('center_before_id').references(() => responsibilityCenters.id),
    centerAfterId: id('center_after_id').references(() => responsibilityCenters.id),
    correctsOpinionId: id('corrects_opinion_id').references((): AnyPgColumn => opinions.id),
    /** The telephone call that it was written because of. */
    callId: id('call_id'),
    callPhone: text('call_phone'),
    decisions: jsonb('decisions').$type<Opinion['decisions']>().notNull().default([]),
    changes: jsonb('changes').$type<Opinion['changes']>().notNull().default([]),
    confirmedAt: instant('confirmed_at').notNull(),
    /** What the search of tickets finds it by, made by the database: text, and subjects with more weight. */
    search: textSearchVector('search').generatedAlwaysAs(
      sql`public.opinion_search(public.rich_text_words(body), subjects)`,
    ),
  },
  (table) => [
    index('opinions_search').using('gin', table.search),
    index('opinions_subjects').using('gin', sql`public.subject_keys(${table.subjects})`),
    index('opinions_of_author').on(table.authorId),
    uniqueIndex('opinions_of_ticket').on(table.ticketId, table.number),
    index('opinions_of_call').on(table.callId).where(sql`${table.callId} is not null`),
  ],
);

export const ticketEvents = pgTable(
  'ticket_events',
  {
    id: id('id').primaryKey(),
    ticketId: id('ticket_id')
      .notNull()
      .references(() => tickets.id),
    kind: text('kind', { enum: ['closed', 'reopened'] }).notNull(),
    userId: id('user_id')
      .notNull()
      .references(() => users.id),
    at: instant('at').notNull(),
    /** Number of the opinion that it came after: events ride with that opinion's page. */
    afterOpinion: integer('after_opinion').notNull(),
  },
  (table) => [index('ticket_events_of_ticket').on(table.ticketId, table.afterOpinion)],
);
