import { z } from 'zod';
import { attachmentSchema } from './attachment.ts';
import { callReferenceSchema } from './call.ts';
import { ticketChangesSchema } from './command.ts';
import { customerSummarySchema } from './customer.ts';
import { idSchema } from './id.ts';
import { type Instant, instantSchema } from './instant.ts';
import { richTextDocumentSchema } from './rich-text/document.ts';
import { seenTicketSchema } from './seen-ticket.ts';
import {
  internalContactSchema,
  nextContactSchema,
  ticketLinkSchema,
  ticketProductSchema,
  waitingForSchema,
  watcherIdsSchema,
} from './ticket.ts';

/**
 * An opinion being written (a concluir): kept on the machine, not sent. It belongs to its customer for ever: nothing
 * retargets it. `target` says whether it opens a ticket or continues one. Fields hold what was typed, even where it
 * is not valid yet.
 */
export const draftSchema = z.object({
  /** Becomes the id of the opinion. */
  id: idSchema,
  userId: idSchema,
  customer: customerSummarySchema,
  target: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('newTicket'),
      /** Becomes the id of the ticket. */
      ticketId: idSchema,
      /** Taken from the device's lease when writing began; null when none was left. */
      protocol: z.string().nullable(),
      /** The closed ticket that the new one goes on from. */
      follows: ticketLinkSchema.optional(),
    }),
    z.object({ kind: z.literal('ticket'), ticketId: idSchema, protocol: z.string(), title: z.string() }),
  ]),
  /** The telephone call that it is written because of. */
  call: callReferenceSchema
    .extend({
      /** What the call put into the fields; whatever else stands in them is the agent's. Absent in drafts of older versions. */
      filled: z
        .object({
          contactPersonId: idSchema.nullable(),
          contactName: z.string(),
          startedAt: instantSchema.nullable(),
          endedAt: instantSchema.nullable(),
        })
        .optional(),
    })
    .optional(),
  typeId: idSchema.nullable(),
  channelId: idSchema.nullable(),
  contactPersonId: idSchema.nullable(),
  contactName: z.string(),
  subjects: z.array(z.string()),
  body: richTextDocumentSchema,
  /** Null: the default at the time of OK. */
  nextContact: nextContactSchema.nullable(),
  waitingFor: waitingForSchema.nullable(),
  closeOnlyByOpener: z.boolean(),
  /** Only of a new ticket. Fields from here to `attachments` are absent in drafts of older versions. */
  product: ticketProductSchema.nullable().optional(),
  /** Undefined: as the ticket has it. */
  internalContact: internalContactSchema.nullable().optional(),
  /** Undefined: as the ticket has them. */
  watcherIds: watcherIdsSchema.optional(),
  /** Unlocked fields of an open ticket, where the agent changed them. */
  changes: ticketChangesSchema.optional(),
  attachments: z.array(attachmentSchema).optional(),
  /** The ticket that it continues, as it was when the agent began to write, or last agreed to what changed. */
  seenTicket: seenTicketSchema.optional(),
  /** Also close the ticket with this opinion. */
  close: z.boolean(),
  /** Null: the moment that writing began (`writingStartedAt`). */
  startedAt: instantSchema.nullable(),
  /** Null: the moment of OK. */
  endedAt: instantSchema.nullable(),
  /** The first keystroke; null while nothing was typed. */
  writingStartedAt: instantSchema.nullable(),
  /** Where the cursor stood in the text. */
  selection: z.object({ anchor: z.number().int(), head: z.number().int() }).nullable(),
  /** How far its screen was scrolled, in CSS pixels; absent in drafts of older versions. */
  scrollTop: z.number().optional(),
  /** When the agent chose "A concluir"; null while it is on screen. */
  finishedLaterAt: instantSchema.nullable(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});

export type Draft = z.infer<typeof draftSchema>;

/** A draft that was thrown away and can still be brought back. */
export interface DiscardedDraft {
  draft: Draft;
  discardedAt: Instant;
}
