import { z } from 'zod';

/** `GET /service`, open to all: how a client checks that an address is a Parecer server. */
export const serviceSchema = z.object({
  product: z.literal('parecer'),
  version: z.string().max(40),
  company: z.string().max(120),
});

export type Service = z.infer<typeof serviceSchema>;
