import { z } from 'zod';
import { createId, idSchema } from './id.ts';
import { type Instant, instantSchema } from './instant.ts';

/** A telephone call, as a telephone's page or a clicked number told of it. */
export const callSchema = z.object({
  id: idSchema,
  /** As the page shows it; empty where the caller withholds it. */
  number: z.string().max(60),
  /** `out`: the agent clicked a number to call it. When such a call ends is not known. */
  direction: z.enum(['in', 'out']),
  /** When it began to ring. */
  startedAt: instantSchema,
  answeredAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
});

export type Call = z.infer<typeof callSchema>;

/** What goes from a call into the drafts that are written because of it, and with them to the server. */
export const callReferenceSchema = z.object({
  id: idSchema,
  /** E.164, or as it came; null where it was withheld. */
  phone: z.string().min(1).max(60).nullable(),
});

export type CallReference = z.infer<typeof callReferenceSchema>;

/** `missed`: it rang and nobody answered. */
export type CallState = 'ringing' | 'answered' | 'ended' | 'missed';

export function callState({ answeredAt, endedAt }: Pick<Call, 'answeredAt' | 'endedAt'>): CallState {
  if (endedAt === null) return answeredAt === null ? 'ringing' : 'answered';
  return answeredAt === null ? 'missed' : 'ended';
}

export function createCall(
  about: Pick<Call, 'number' | 'direction'> & { at: Instant; answered?: boolean },
): Call {
  const { number, direction, at } = about;
  return {
    ...{ id: createId(), number, direction, startedAt: at, endedAt: null },
    answeredAt: about.answered ? at : null,
  };
}
