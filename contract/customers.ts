import { z } from 'zod';
import { contactPersonSchema, customerSchema, customerSummarySchema } from '../domain/customer.ts';
import {
  createContactPersonSchema,
  editContactPersonSchema,
  editCustomerSchema,
} from '../domain/customer-commands.ts';
import { idSchema } from '../domain/id.ts';
import { instantSchema } from '../domain/instant.ts';
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
export const contactPersonCreateSchema = createContactPersonSchema.omit({ kind: true, customerId: true });

/**
 * `POST /customers/{id}/edits` and `POST /customers/{id}/contact-persons/{personId}/edits`: 201 the first time, 200 when it was
 * applied before, 409 `edit-conflict` where somebody else has changed one of the fields since.
 */
export const customerEditRequestSchema = editCustomerSchema.omit({ kind: true, customerId: true });
export const contactPersonEditRequestSchema = editContactPersonSchema.omit({
  kind: true,
  customerId: true,
  contactPersonId: true,
});
export const editAnswerSchema = z.object({
  id: idSchema,
  customerId: idSchema,
  confirmedAt: instantSchema,
});

/**
 * `GET` and `PUT /customers/{id}/watching`: whether the caller gets an e-mail of every step of all tickets of the customer. Putting
 * the same again changes nothing.
 */
export const watchingSchema = z.object({ watching: z.boolean() });

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
