import { z } from 'zod';
import type { CallEvidence, Evidence } from '../detect/host-rule.ts';
import type { DockLayout, FromHostPage } from './host.ts';

/** Evidence is small by design: whatever else a page's context sends is refused. */
export const evidenceSchema = z.strictObject({
  ruleId: z.string().min(1).max(64),
  label: z.string().min(1).max(80),
  value: z.string().regex(/^[A-Za-z0-9]{1,10}$/),
  certainty: z.enum(['certain', 'offered']),
}) satisfies z.ZodType<Evidence>;

const numberSchema = z.string().max(60);

export const callEvidenceSchema = z.strictObject({
  number: numberSchema,
  state: z.enum(['ringing', 'answered']),
}) satisfies z.ZodType<CallEvidence>;

export const dockLayoutSchema = z.strictObject({
  width: z.int().min(360).max(640),
  side: z.enum(['left', 'right']),
}) satisfies z.ZodType<DockLayout>;

export const fromHostPageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('host/hello') }),
  z.strictObject({
    type: z.literal('host/evidence'),
    evidence: z.array(evidenceSchema).max(24),
    call: callEvidenceSchema.nullable().optional(),
  }),
  z.strictObject({ type: z.literal('host/tel'), number: numberSchema }),
  z.strictObject({ type: z.literal('host/near') }),
  z.strictObject({ type: z.literal('host/open') }),
  z.strictObject({ type: z.literal('dock/hello') }),
  z.strictObject({ type: z.literal('dock/layout'), layout: dockLayoutSchema }),
  z.strictObject({ type: z.literal('dock/covered'), covered: z.boolean() }),
]) satisfies z.ZodType<FromHostPage>;
