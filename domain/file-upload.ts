import { z } from 'zod';
import { attachmentSchema } from './attachment.ts';
import { customerSummarySchema } from './customer.ts';
import { idSchema } from './id.ts';
import { instantSchema } from './instant.ts';
import { problemSchema } from './problem-texts.ts';

/**
 * Where the bytes of an attachment are on their way, once its text is confirmed: waiting for their turn or time → sending → done; held by
 * the agent (paused), refused for good (needs), or about to be called off (giving-up).
 */
export const FILE_UPLOAD_STATES = ['waiting', 'sending', 'paused', 'needs', 'giving-up', 'done'] as const;

export const fileUploadSchema = z.object({
  /** The attachment's id. */
  id: idSchema,
  userId: idSchema,
  ticketId: idSchema,
  opinionId: idSchema,
  file: attachmentSchema,
  customer: customerSummarySchema,
  title: z.string(),
  state: z.enum(FILE_UPLOAD_STATES),
  /** How many bytes the server has. */
  sent: z.number().int().min(0),
  attempts: z.number().int().min(0),
  /** When it may be tried again; null: at once. */
  retryAt: instantSchema.nullable(),
  /** Why it needs the agent, or why the last try failed. */
  problem: problemSchema.nullable(),
  /** When its text was confirmed. */
  since: instantSchema,
  doneAt: instantSchema.nullable(),
});

export type FileUpload = z.infer<typeof fileUploadSchema>;
export type FileUploadState = FileUpload['state'];

/** Not at the server yet, and nobody called it off. */
export function isUploadOpen({ state }: Pick<FileUpload, 'state'>): boolean {
  return state !== 'done' && state !== 'giving-up';
}

/** It should be moving by itself. */
export function isUploadMoving({ state }: Pick<FileUpload, 'state'>): boolean {
  return state === 'waiting' || state === 'sending' || state === 'giving-up';
}
