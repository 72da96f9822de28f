import { z } from 'zod';
import {
  addOpinionSchema,
  closeTicketSchema,
  openTicketSchema,
  receiptSchema,
  reopenTicketSchema,
} from '../domain/command.ts';
import { opinionSchema, ticketEventSchema, ticketSchema } from '../domain/ticket.ts';

/**
 * `POST /tickets` opens a ticket: 201 the first time, 200 when it was applied before, 409 with other content. A protocol has
 * to come from a lease of the session's device.
 */
export const openTicketRequestSchema = openTicketSchema.omit({ kind: true });
/** `POST /tickets/{ticketId}/opinions`. */
export const addOpinionRequestSchema = addOpinionSchema.omit({ kind: true, ticketId: true });
/** `POST /tickets/{ticketId}/closings`. */
export const closeTicketRequestSchema = closeTicketSchema.omit({ kind: true, ticketId: true });
/** `POST /tickets/{ticketId}/reopenings`. */
export const reopenTicketRequestSchema = reopenTicketSchema.omit({ kind: true, ticketId: true });
/** Answer of all four. */
export const receiptAnswerSchema = receiptSchema;

/** `GET /tickets/{id}`. */
export const ticketAnswerSchema = ticketSchema;

/**
 * `GET /tickets/{id}/opinions?limit=&before=`: the newest `limit` ones (fewer where images make the page large), in
 * order of confirmation; `before` is the `previous` of the page after it, null at the beginning. Events ride with the pages
 * that they fall into.
 */
export const opinionsQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: z.string().max(200).optional(),
});
export const opinionPageSchema = z.object({
  items: z.array(opinionSchema),
  events: z.array(ticketEventSchema),
  total: z.number().int(),
  previous: z.string().nullable(),
});

/** `GET /inbox`: the signed-in user's queue, in the order of `domain/inbox.ts`; at most 2,000. */
export const inboxAnswerSchema = z.object({ items: z.array(ticketSchema), total: z.number().int() });

export type OpinionPage = z.infer<typeof opinionPageSchema>;
export type InboxAnswer = z.infer<typeof inboxAnswerSchema>;
