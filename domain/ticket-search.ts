import { z } from 'zod';
import { customerCodeSchema } from './customer-code-schema.ts';
import { idSchema } from './id.ts';
import { instantSchema } from './instant.ts';
import { lineSchema } from './line.ts';
import { PROTOCOL_LENGTH } from './protocol.ts';
import { subjectSchema } from './ticket.ts';

/** Characters of what is searched for. */
export const SEARCH_TEXT_LENGTH = 200;

/** Words of it; more say nothing that fewer would not. */
export const SEARCH_WORDS = 20;

/** Digits from which on a number is looked for among the protocols too. */
const LEAST_PROTOCOL = 4;

/** What narrows a search; all of it has to be true of a ticket. */
export const ticketFiltersSchema = z.object({
  /** Words of title, texts and subjects, in any order and inflection; or a protocol, or its beginning. */
  query: lineSchema.max(SEARCH_TEXT_LENGTH).optional(),
  customerId: idSchema.optional(),
  customerCode: customerCodeSchema.optional(),
  /** A type, or a group with everything below it. */
  typeId: idSchema.optional(),
  /** The CR that the ticket stands in. */
  centerId: idSchema.optional(),
  /** Author of one of the opinions, opener, or next contact. */
  userId: idSchema.optional(),
  /** One of the opinions has it; case and accents aside. */
  subject: subjectSchema.optional(),
  /** One of the opinions began in this stretch of time, the end not included. */
  from: instantSchema.optional(),
  to: instantSchema.optional(),
  state: z.enum(['open', 'closed']).optional(),
});

export type TicketFilters = z.infer<typeof ticketFiltersSchema>;

/** A stretch of a text that the search found: where it begins and ends, in UTF-16 units. */
export const markSchema = z.tuple([z.int().min(0), z.int().min(0)]);

export type Mark = z.infer<typeof markSchema>;

/** The place of an opinion that has most of the words. */
export const foundTextSchema = z.object({
  opinionId: idSchema,
  text: z.string(),
  /** In order, none within another. */
  marks: z.array(markSchema),
});

export type FoundText = z.infer<typeof foundTextSchema>;

/** The words of a search, as they were typed: letters, digits and what joins them. */
export function searchWords(query: string): string[] {
  const words = query.split(/[^\p{L}\p{M}\p{N}.,-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return [...new Set(words)];
}

/** Digits that a protocol may begin with, out of `2026 0000 4231-9` or `20260000`; null where the text is none. */
export function protocolBeginning(query: string): string | null {
  if (!/^[0-9][0-9 .-]*$/.test(query)) return null;
  const digits = query.replace(/[^0-9]/g, '');
  return digits.length < LEAST_PROTOCOL || digits.length > PROTOCOL_LENGTH ? null : digits;
}
