import { z } from 'zod';
import { directoryEntrySchema } from '../domain/directory.ts';
import { idSchema } from '../domain/id.ts';

/**
 * `GET /directory?after=&limit=`: all customers in order of id, inactive ones too, with what search and caller ID need. `next` continues
 * (`after`), null at the end. `changes` is a cursor of `GET /changes` from before the page was read: who goes on from
 * the first page's misses nothing that changed while the others were read.
 */
export const directoryQuerySchema = z.object({
  after: idSchema.optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
});
export const directoryPageSchema = z.object({
  items: z.array(directoryEntrySchema),
  next: idSchema.nullable(),
  changes: z.string(),
});

export type DirectoryPage = z.infer<typeof directoryPageSchema>;
