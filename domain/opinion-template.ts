import { z } from 'zod';
import { idSchema } from './id.ts';
import { richTextDocumentSchema } from './rich-text/document.ts';

/** Texto padrão: predefined text of a ticket type, with placeholders that are filled in when it is inserted. */
export const opinionTemplateSchema = z.object({
  id: idSchema,
  typeId: idSchema,
  name: z.string().min(1).max(120),
  body: richTextDocumentSchema,
  active: z.boolean(),
});

export type OpinionTemplate = z.infer<typeof opinionTemplateSchema>;
