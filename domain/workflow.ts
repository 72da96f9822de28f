import { z } from 'zod';
import { idSchema } from './id.ts';

/** Name of an item within its workflow: lower case letters, digits and hyphens. */
export const workflowItemKeySchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);

/** Decisão: a question, and where each of its answers leads. */
export const workflowDecisionSchema = z.object({
  kind: z.literal('decision'),
  key: workflowItemKeySchema,
  question: z.string().min(1).max(160),
  answers: z
    .array(
      z.object({ key: workflowItemKeySchema, text: z.string().min(1).max(80), to: workflowItemKeySchema }),
    )
    .min(1)
    .max(9),
});

/** A stay in a CR, and the ways on from it. */
export const workflowCenterSchema = z.object({
  kind: z.literal('center'),
  key: workflowItemKeySchema,
  centerId: idSchema,
  /** Items that may follow; none where the path ends, with a CR that closes the ticket. */
  next: z.array(workflowItemKeySchema).max(9),
  /** Whether the agent may also choose a CR that is not on the path. */
  otherCenters: z.boolean(),
});

export const workflowItemSchema = z.discriminatedUnion('kind', [
  workflowDecisionSchema,
  workflowCenterSchema,
]);

/** The path of a ticket type. A ticket keeps the version that it began with. */
export const workflowSchema = z.object({
  id: idSchema,
  version: z.number().int().min(1),
  name: z.string().min(1).max(120),
  start: workflowItemKeySchema,
  items: z.array(workflowItemSchema).min(1).max(200),
});

/** Where a ticket stands on its path. `item` is null after it left the path for a CR that is not on it. */
export const workflowPlaceSchema = z.object({
  workflowId: idSchema,
  version: z.number().int().min(1),
  item: workflowItemKeySchema.nullable(),
});

/** What the agent answered and chose at OK: the answers in the order of asking, then the CR where there was a choice. */
export const routeSchema = z.object({
  answers: z.array(z.object({ item: workflowItemKeySchema, answer: workflowItemKeySchema })).max(20),
  /** Item of the path that was chosen among several ways on; null where there was no choice. */
  to: workflowItemKeySchema.nullable(),
  /** A CR that is not on the path, where the workflow offers them. */
  otherCenterId: idSchema.nullable(),
  /** Version of the workflow that was asked, where the ticket has none yet: it begins with that one. Absent: the current one. */
  version: z.number().int().min(1).optional(),
});

/** A question that was answered, in the words of that day. */
export const decisionSchema = z.object({
  item: workflowItemKeySchema,
  question: z.string().max(160),
  answer: workflowItemKeySchema,
  text: z.string().max(80),
});

export type WorkflowDecision = z.infer<typeof workflowDecisionSchema>;
export type WorkflowCenter = z.infer<typeof workflowCenterSchema>;
export type WorkflowItem = z.infer<typeof workflowItemSchema>;
export type Workflow = z.infer<typeof workflowSchema>;
export type WorkflowPlace = z.infer<typeof workflowPlaceSchema>;
export type Route = z.infer<typeof routeSchema>;
export type Decision = z.infer<typeof decisionSchema>;
