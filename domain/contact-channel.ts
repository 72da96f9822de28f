import { z } from 'zod';
import { idSchema } from './id.ts';

/** Tipo de contato: how the company and the customer spoke. `kind` chooses the icon. */
export const contactChannelSchema = z.object({
  id: idSchema,
  name: z.string().min(1).max(60),
  kind: z.enum(['phone', 'mobile', 'chat', 'email', 'visit', 'other']),
  position: z.number().int(),
  active: z.boolean(),
});

export type ContactChannel = z.infer<typeof contactChannelSchema>;
