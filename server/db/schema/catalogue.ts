import { type AnyPgColumn, boolean, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { HostRuleBody } from '../../../domain/host-rule.ts';
import { type ClosingPolicy, TYPE_COLOURS } from '../../../domain/ticket-type.ts';
import { id } from './columns.ts';
import { responsibilityCenters } from './users.ts';

export const ticketTypes = pgTable('ticket_types', {
  id: id('id').primaryKey(),
  number: text('number').notNull().unique(),
  name: text('name').notNull(),
  parentId: id('parent_id').references((): AnyPgColumn => ticketTypes.id),
  selectable: boolean('selectable').notNull(),
  subjectRequired: boolean('subject_required').notNull().default(false),
  initialCenterId: id('initial_center_id').references(() => responsibilityCenters.id),
  closingPolicy: jsonb('closing_policy').$type<ClosingPolicy>().notNull(),
  flexibleClosing: boolean('flexible_closing').notNull().default(false),
  priority: integer('priority').notNull(),
  nextContactDays: integer('next_contact_days').notNull(),
  /** In bytes; null where opinions of the type take no files. */
  attachmentLimit: integer('attachment_limit'),
  colour: text('colour', { enum: TYPE_COLOURS }),
  workflowId: id('workflow_id'),
  active: boolean('active').notNull().default(true),
});

export const contactChannels = pgTable('contact_channels', {
  id: id('id').primaryKey(),
  name: text('name').notNull(),
  kind: text('kind', { enum: ['phone', 'mobile', 'chat', 'email', 'visit', 'other'] }).notNull(),
  position: integer('position').notNull(),
  active: boolean('active').notNull().default(true),
});

/** Where the company's own ERP shows a customer's code. */
export const hostRules = pgTable('host_rules', {
  id: id('id').primaryKey(),
  name: text('name').notNull(),
  position: integer('position').notNull(),
  rule: jsonb('rule').$type<HostRuleBody>().notNull(),
  active: boolean('active').notNull().default(true),
});
