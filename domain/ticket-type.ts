import { z } from 'zod';
import { ATTACHMENT_LIMIT } from './attachment.ts';
import { idSchema } from './id.ts';

/** Who may close tickets of a type. */
export const closingPolicySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('anyone') }),
  z.object({ kind: z.literal('opener') }),
  z.object({ kind: z.literal('functions'), functions: z.array(z.string().min(1).max(60)).min(1).max(20) }),
]);

export type ClosingPolicy = z.infer<typeof closingPolicySchema>;

/** Colours that a type may have, as the design's tokens name them. */
export const TYPE_COLOURS = ['grey', 'blue', 'green', 'amber', 'red', 'violet'] as const;

/** Tipo de atendimento: a node of a tree. Only leaves (analítico) can be chosen. */
export const ticketTypeSchema = z.object({
  id: idSchema,
  /** Place in the tree, `1.2.1`. */
  number: z
    .string()
    .regex(/^[0-9]+(\.[0-9]+)*$/)
    .max(40),
  name: z.string().min(1).max(120),
  parentId: idSchema.nullable(),
  /** True for a leaf (analítico), false for a grouping node (sintético). */
  selectable: z.boolean(),
  subjectRequired: z.boolean(),
  /** The CR that a new ticket stands in. */
  initialCenterId: idSchema.nullable(),
  closingPolicy: closingPolicySchema,
  /** Lets the opener restrict closing to himself or herself. */
  flexibleClosing: z.boolean(),
  /** 1 is the highest. */
  priority: z.number().int().min(1).max(9),
  /** Business days from opening to the next contact. */
  nextContactDays: z.number().int().min(0).max(365),
  /** Largest file that its opinions take, in bytes; null where they take none. */
  attachmentLimit: z.number().int().min(1).max(ATTACHMENT_LIMIT).nullable().default(null),
  /** How lists mark it. */
  colour: z.enum(TYPE_COLOURS).nullable().default(null),
  /** Its own workflow; null for that of its nearest ancestor that has one. */
  workflowId: idSchema.nullable().default(null),
  active: z.boolean(),
});

export type TicketType = z.infer<typeof ticketTypeSchema>;
