import { z } from 'zod';
import { idSchema } from '../domain/id.ts';
import { instantSchema } from '../domain/instant.ts';

/** `POST /protocol-leases`: a block of numbers for the device of the session. Same id again: the same block. */
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
