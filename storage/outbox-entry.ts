import { z } from 'zod';
import { commandSchema, receiptSchema } from '../domain/command.ts';
import { customerSummarySchema } from '../domain/customer.ts';
import type { OutboxEntry } from '../domain/delivery.ts';
import { draftSchema } from '../domain/draft.ts';
import { idSchema } from '../domain/id.ts';
import { instantSchema } from '../domain/instant.ts';
import { problemSchema } from '../domain/problem-texts.ts';

/** An entry as it is stored. `draftId` binds the commands of one OK together; the draft itself rides on the first. */
export const outboxRowSchema = z.object({
  id: idSchema,
  userId: idSchema,
  serverUrl: z.string(),
  ticketId: idSchema,
  waitsForId: idSchema.optional(),
  draftId: z.string(),
  sequence: z.number().int(),
  command: commandSchema,
  draft: draftSchema.nullable(),
  customer: customerSummarySchema,
  title: z.string(),
  state: z.enum(['queued', 'sending', 'confirmed', 'needs']),
  attempts: z.number().int().min(0),
  mayBeApplied: z.boolean().optional(),
  retryAt: instantSchema.nullable(),
  askedUntil: instantSchema.nullable().optional(),
  problem: problemSchema.nullable(),
  receipt: receiptSchema.nullable(),
  acceptedAt: instantSchema,
  confirmedAt: instantSchema.nullable(),
});

export type OutboxRow = z.infer<typeof outboxRowSchema>;

/** The entry without what only the table needs. */
export function rowToEntry({ draftId: _, serverUrl: __, ...entry }: OutboxRow): OutboxEntry {
  return entry;
}

/** What the order of sending needs to know: read without the words, which may weigh a megabyte each. */
export const waitingRowSchema = outboxRowSchema.pick({
  id: true,
  ticketId: true,
  sequence: true,
  state: true,
  attempts: true,
  retryAt: true,
  askedUntil: true,
  mayBeApplied: true,
  waitsForId: true,
});

export type WaitingRow = z.infer<typeof waitingRowSchema>;
