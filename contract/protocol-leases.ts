import { z } from 'zod';
import { idSchema } from '../domain/id.ts';
import { instantSchema } from '../domain/instant.ts';

/**
 * Numbers that one user is given within 24 hours, on all devices together. Far more than anybody opens tickets, and a company
 * of a hundred could go on like this all year.
 */
export const LEASED_NUMBERS_PER_DAY = 2000;

/**
 * `POST /protocol-leases`: a block of numbers for the device of the session. Same id again: the same block. Past
 * {@link LEASED_NUMBERS_PER_DAY}: 429 with `Retry-After`.
 */
export const protocolLeaseRequestSchema = z.object({ id: idSchema, count: z.number().int().min(1).max(100) });

/** Sequences `first` to `last` of the year, both included; no other device ever gets them. */
export const protocolLeaseSchema = z.object({
  id: idSchema,
  year: z.number().int(),
  first: z.number().int(),
  last: z.number().int(),
  grantedAt: instantSchema,
});

export type ProtocolLease = z.infer<typeof protocolLeaseSchema>;
