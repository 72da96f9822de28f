import { z } from 'zod';
import { contactPersonSchema, customerSchema, customerSummarySchema } from '../domain/customer.ts';
import { lineSchema } from '../domain/line.ts';
import { ticketSchema } from '../domain/ticket.ts';

/** `GET /customers/{id}` and `GET /customers/by-code/{code}` (`123` and `000123` find the same). */
export const customerAnswerSchema = customerSchema;

/**
 * `GET /customers?query=&limit=`: beginnings of words of name and trade name (accents and order do not matter), CPF or CNPJ,
 * phone, e-mail, code; the likeliest first. A query without a letter or digit finds nothing.
 */
export const customerSearchQuerySchema = z.object({
  query: z.string().trim().min(1).max(100),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export const customerSearchAnswerSchema = z.object({ items: z.array(customerSummarySchema) });

/**
 * `GET /customers/{id}/contact-persons`; `POST` creates one, with the client's id, and answers with the record: 201, or 200
 * when it was created before. The telephone is kept in E.164, however it was written.
 */
export const contactPersonListSchema = z.object({ items: z.array(contactPersonSchema) });
export const contactPersonCreateSchema = contactPersonSchema
  .omit({ customerId: true, active: true })
  .extend({ name: lineSchema.max(120), role: lineSchema.max(80).nullable() });

/**
 * `GET /customers/{id}/tickets?state=open|closed&limit=&before=`: open ones by next contact, closed ones newest first.
 * `next` continues (`before`), null at the end; `total` counts all of the state.
 */
export const customerTicketsQuerySchema = z.object({
  state: z.enum(['open', 'closed']),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  before: z.string().max(200).optional(),
});
export const ticketPageSchema = z.object({
  items: z.array(ticketSchema),
  total: z.number().int(),
  next: z.string().nullable(),
});

export type TicketPage = z.infer<typeof ticketPageSchema>;
