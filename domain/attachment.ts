import { z } from 'zod';
import { idSchema } from './id.ts';
import { lineSchema } from './line.ts';

/** Largest file that any type may allow, in bytes. */
export const ATTACHMENT_LIMIT = 10 * 1024 * 1024;

/** Anexo: a file of an opinion. Its bytes are kept under their SHA-256. */
export const attachmentSchema = z.object({
  id: idSchema,
  name: lineSchema.min(1).max(200),
  /** In bytes. */
  size: z.number().int().min(1).max(ATTACHMENT_LIMIT),
  /** As the content says, not the name. */
  mediaType: z
    .string()
    .regex(/^[a-z0-9.+-]+\/[a-z0-9.+-]+$/)
    .max(120),
  /** Hexadecimal, lower case. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export type Attachment = z.infer<typeof attachmentSchema>;

/** A file as the server lists it with its opinion: its bytes may still be on their way. */
export const listedAttachmentSchema = attachmentSchema.extend({
  state: z.enum(['expected', 'arrived', 'given-up']).default('expected'),
});

export type ListedAttachment = z.infer<typeof listedAttachmentSchema>;
