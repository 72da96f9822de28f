import { z } from 'zod';
import { idSchema } from '../domain/id.ts';
import { subjectSchema, ticketSchema } from '../domain/ticket.ts';
import { foundTextSchema, ticketFiltersSchema } from '../domain/ticket-search.ts';

/**
 * `GET /tickets?query=&…&limit=&after=`: tickets of which all filters are true, with words the likeliest first, else the one
 * opened last. A filter that does not exist is refused, for a search that silently ignores one finds too much. `next` continues
 * (`after`): further pages are of the state of the first one, so that opinions that arrive meanwhile move nothing; null at the end.
 */
export const ticketSearchQuerySchema = ticketFiltersSchema
  .extend({
    limit: z.coerce.number().int().min(1).max(50).default(20),
    after: z.string().max(300).optional(),
  })
  .strict();

export const ticketSearchAnswerSchema = z.object({
  items: z.array(
    z.object({
      ticket: ticketSchema,
      /** Null where no word was searched for, or the words stand in the title alone. */
      found: foundTextSchema.nullable(),
    }),
  ),
  total: z.number().int(),
  next: z.string().nullable(),
});

/** `GET /subjects?customerId=&typeId=`: subjects used before and those of the company; the customer's first, then the type's, then the most used. */
export const subjectsQuerySchema = z.object({
  customerId: idSchema.optional(),
  typeId: idSchema.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});
export const subjectListSchema = z.object({ items: z.array(subjectSchema) });

export type TicketSearchAnswer = z.infer<typeof ticketSearchAnswerSchema>;
