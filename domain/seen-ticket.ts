import { z } from 'zod';
import { idSchema } from './id.ts';
import { instantSchema } from './instant.ts';
import { nextContactSchema, type Ticket } from './ticket.ts';

/** How a ticket was when the agent began to write an opinion for it: kept with the draft, so that it is still known tomorrow. */
export const seenTicketSchema = z.object({
  opinionCount: z.number().int(),
  closedAt: instantSchema.nullable(),
  centerId: idSchema.nullable(),
  typeId: idSchema,
  nextContact: nextContactSchema,
});

export type SeenTicket = z.infer<typeof seenTicketSchema>;

export function toSeenTicket(ticket: SeenTicket): SeenTicket {
  const { opinionCount, closedAt, centerId, typeId, nextContact } = ticket;
  return { opinionCount, closedAt, centerId, typeId, nextContact };
}

/** What became different about a ticket while somebody wrote for it. */
export type TicketChange =
  | { kind: 'opinions'; count: number }
  | { kind: 'closed' }
  | { kind: 'reopened' }
  | { kind: 'center'; centerId: string | null }
  | { kind: 'type'; typeId: string }
  | { kind: 'nextContact'; userId: string | null };

type Known = Pick<Ticket, 'opinionCount' | 'closedAt' | 'centerId' | 'typeId' | 'nextContact'>;

/** All of it, what matters most first; empty where the agent writes for the ticket that is there. An older copy than the seen one says nothing. */
export function changesSince(seen: SeenTicket, ticket: Known): TicketChange[] {
  if (ticket.opinionCount < seen.opinionCount) return [];
  const changes: TicketChange[] = [];
  if (seen.closedAt === null && ticket.closedAt !== null) changes.push({ kind: 'closed' });
  if (seen.closedAt !== null && ticket.closedAt === null) changes.push({ kind: 'reopened' });
  const count = ticket.opinionCount - seen.opinionCount;
  if (count > 0) changes.push({ kind: 'opinions', count });
  if (seen.centerId !== ticket.centerId) changes.push({ kind: 'center', centerId: ticket.centerId });
  if (seen.typeId !== ticket.typeId) changes.push({ kind: 'type', typeId: ticket.typeId });
  if (seen.nextContact.userId !== ticket.nextContact.userId) {
    changes.push({ kind: 'nextContact', userId: ticket.nextContact.userId });
  }
  return changes;
}
