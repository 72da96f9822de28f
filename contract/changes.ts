import { z } from 'zod';
import { idSchema } from '../domain/id.ts';

/**
 * `GET /changes?after=&limit=`: what changed since the cursor; without `after`, only the cursor of now. 410
 * (`cursor-unknown`) for a cursor of another database, such as before a restore: read everything again.
 */
export const changesQuerySchema = z.object({
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});
export const changePageSchema = z.object({
  items: z.array(
    z.object({ kind: z.enum(['ticket', 'customer', 'contact-person', 'catalogue']), id: idSchema }),
  ),
  /** Opaque: pass as `after`. */
  cursor: z.string(),
  more: z.boolean(),
});

export type ChangePage = z.infer<typeof changePageSchema>;
