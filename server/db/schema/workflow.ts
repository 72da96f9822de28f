import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { RichTextDocument } from '../../../domain/rich-text/document.ts';
import type { Workflow } from '../../../domain/workflow.ts';
import { ticketTypes } from './catalogue.ts';
import { id } from './columns.ts';

/** Every version of every workflow, for ever: a ticket keeps the one that it began with. The highest one is current. */
export const workflows = pgTable(
  'workflows',
  {
    id: id('id').notNull(),
    version: integer('version').notNull(),
    name: text('name').notNull(),
    definition: jsonb('definition').$type<Pick<Workflow, 'start' | 'items'>>().notNull(),
    /** Of the current version: false where types may no longer take it. */
    active: boolean('active').notNull().default(true),
  },
  (table) => [primaryKey({ columns: [table.id, table.version] })],
);

/** Textos padrão of the ticket types. */
export const opinionTemplates = pgTable(
  'opinion_templates',
  {
    id: id('id').primaryKey(),
    typeId: id('type_id')
      .notNull()
      .references(() => ticketTypes.id),
    name: text('name').notNull(),
    position: integer('position').notNull().default(0),
    body: jsonb('body').$type<RichTextDocument>().notNull(),
    active: boolean('active').notNull().default(true),
  },
  (table) => [index('opinion_templates_of_type').on(table.typeId)],
);
