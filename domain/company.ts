import { z } from 'zod';

/** Settings of the company that every client needs. */
export const companySchema = z.object({
  name: z.string().min(1).max(120),
  /** IANA name; dates are stored in UTC and shown in it. */
  timeZone: z.string().min(1).max(60),
  /** DDD assumed for numbers written without one. */
  areaCode: z.string().regex(/^[1-9][0-9]$/),
  /** Days without business, `AAAA-MM-DD`, beside weekends. */
  holidays: z.array(z.iso.date()).max(2000),
  /** Whether it lives from services: the details of its customers' products are then shown. */
  sellsServices: z.boolean().default(false),
});

export type Company = z.infer<typeof companySchema>;
