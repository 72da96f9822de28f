import { z } from 'zod';
import { listedAttachmentSchema } from './attachment.ts';
import { idSchema } from './id.ts';
import { instantSchema } from './instant.ts';
import { lineSchema } from './line.ts';
import { richTextDocumentSchema } from './rich-text/document.ts';
import { decisionSchema, workflowPlaceSchema } from './workflow.ts';

/** Whom the ticket waits for; the next opinion that does not set it clears it. */
export const waitingForSchema = z.enum(['us', 'customer', 'third-party']);

export type WaitingFor = z.infer<typeof waitingForSchema>;

/** Próximo contato: who continues the ticket, and from when it is in that user's queue. */
export const nextContactSchema = z.object({ userId: idSchema.nullable(), at: instantSchema.nullable() });

export type NextContact = z.infer<typeof nextContactSchema>;

/** Contato interno: a second user who follows, and from when it is in that user's queue too. */
export const internalContactSchema = z.object({ userId: idSchema, at: instantSchema });

export type InternalContact = z.infer<typeof internalContactSchema>;

/** Users who get an e-mail of every step (Spy System); one who is there twice counts once. */
export const watcherIdsSchema = z
  .array(idSchema)
  .max(50)
  .overwrite((ids) => [...new Set(ids)]);

/** The product of the customer that a ticket is about, with the version that was in use that day. */
export const ticketProductSchema = z.object({ id: idSchema, version: lineSchema.max(40).nullable() });

export type TicketProduct = z.infer<typeof ticketProductSchema>;

/** Another ticket as a link shows it. */
export const ticketLinkSchema = z.object({ id: idSchema, protocol: z.string().regex(/^[0-9]{13}$/) });

export type TicketLink = z.infer<typeof ticketLinkSchema>;

/** Atendimento as lists and headers need it. Its status is derived ({@link ticketStatus}), never stored. */
export const ticketSchema = z.object({
  id: idSchema,
  /** 13 digits: year, sequence, check digit. Shown `AAAA NNNN NNNN-D`. */
  protocol: z.string().regex(/^[0-9]{13}$/),
  /** `active` is false for a customer that the company gave up: the agent is warned before writing. */
  customer: z.object({ id: idSchema, code: z.string(), name: z.string(), active: z.boolean() }),
  typeId: idSchema,
  title: z.string().max(80),
  centerId: idSchema.nullable(),
  openedByUserId: idSchema,
  /** When the first opinion began, though the server may have heard of it later. */
  openedAt: instantSchema,
  nextContact: nextContactSchema,
  waitingFor: waitingForSchema.nullable(),
  closeOnlyByOpener: z.boolean(),
  /** The product's name is as of that day too; null where the ticket is about none. */
  product: ticketProductSchema
    .extend({ name: z.string().max(120) })
    .nullable()
    .default(null),
  internalContact: internalContactSchema.nullable().default(null),
  /** Place on the path of its type; null where the type has no workflow. */
  workflow: workflowPlaceSchema.nullable().default(null),
  priority: z.number().int(),
  opinionCount: z.number().int(),
  /** When the server confirmed the last opinion. */
  lastOpinionAt: instantSchema,
  /** First line of the last opinion: the resolution once the ticket is closed. */
  lastOpinionExcerpt: z.string(),
  /** Sum of the opinions' durations, in seconds. */
  secondsSpent: z.number().int(),
  closedAt: instantSchema.nullable(),
  closedByUserId: idSchema.nullable(),
  /** The closed ticket that this one goes on from, and those that go on from this one. Only where one ticket is read. */
  watcherIds: z.array(idSchema).optional(),
  links: z.object({ follows: ticketLinkSchema.nullable(), followedBy: z.array(ticketLinkSchema) }).optional(),
});

export type Ticket = z.infer<typeof ticketSchema>;

/** A subject: a tag that finds the opinion again. */
export const subjectSchema = lineSchema.min(1).max(40);

/** Parecer as the server keeps it: append-only once confirmed. */
export const opinionSchema = z.object({
  id: idSchema,
  ticketId: idSchema,
  authorId: idSchema,
  startedAt: instantSchema,
  endedAt: instantSchema,
  channelId: idSchema.nullable(),
  contactPersonId: idSchema.nullable(),
  /** Name of who spoke for the customer, as it was written that day. */
  contactName: z.string().max(120).nullable(),
  subjects: z.array(subjectSchema).max(20),
  body: richTextDocumentSchema,
  centerBeforeId: idSchema.nullable(),
  centerAfterId: idSchema.nullable(),
  /** The opinion that this one corrects. */
  correctsOpinionId: idSchema.nullable(),
  /** The telephone call that it was written because of, and its number; copies from before calls were kept lack both. */
  callId: idSchema.nullable().optional(),
  callPhone: z.string().max(60).nullable().optional(),
  /** Workflow questions that were answered with it, in the order of asking. */
  decisions: z.array(decisionSchema).default([]),
  /** What it changed of the ticket's unlocked fields, in the words of that day. */
  changes: z
    .array(
      z.object({
        field: z.enum(['type', 'product', 'version']),
        from: z.string().nullable(),
        to: z.string().nullable(),
      }),
    )
    .default([]),
  attachments: z.array(listedAttachmentSchema).default([]),
  /** When the server confirmed it. */
  confirmedAt: instantSchema,
});

export type Opinion = z.infer<typeof opinionSchema>;

/** What happened to a ticket beside its opinions. Its id is the command's. */
export const ticketEventSchema = z.object({
  id: idSchema,
  ticketId: idSchema,
  kind: z.enum(['closed', 'reopened']),
  userId: idSchema,
  at: instantSchema,
});

export type TicketEvent = z.infer<typeof ticketEventSchema>;

/** Status on screen: novo, em andamento, aguardando, encerrado. */
export type TicketStatus = 'new' | 'in-progress' | 'waiting' | 'closed';

export function ticketStatus(ticket: Pick<Ticket, 'closedAt' | 'waitingFor' | 'opinionCount'>): TicketStatus {
  if (ticket.closedAt !== null) return 'closed';
  if (ticket.waitingFor === 'customer' || ticket.waitingFor === 'third-party') return 'waiting';
  return ticket.opinionCount <= 1 ? 'new' : 'in-progress';
}
