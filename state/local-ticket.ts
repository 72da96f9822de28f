import type { OutboxEntry } from '../domain/delivery.ts';
import { firstLine } from '../domain/rich-text/plain-text.ts';
import type { Ticket } from '../domain/ticket.ts';

/** The ticket that an `openTicket` command will create, as far as this machine can know it. */
export function ticketFromCommand(entry: OutboxEntry): Ticket | null {
  const { command } = entry;
  if (command.kind !== 'openTicket') return null;
  const { opinion } = command;
  const line = firstLine(opinion.body);
  const protocol = entry.receipt?.protocol ?? command.protocol;
  const seconds = (Date.parse(opinion.endedAt) - Date.parse(opinion.startedAt)) / 1000;
  return {
    id: command.id,
    protocol: protocol ?? '',
    customer: { id: entry.customer.id, code: entry.customer.code, name: entry.customer.name },
    typeId: command.typeId,
    title: command.title ?? line,
    centerId: null,
    openedByUserId: entry.userId,
    openedAt: entry.acceptedAt,
    nextContact: command.nextContact ?? { userId: null, at: null },
    waitingFor: command.waitingFor,
    closeOnlyByOpener: command.closeOnlyByOpener,
    priority: 9,
    opinionCount: 1,
    lastOpinionAt: opinion.endedAt,
    lastOpinionExcerpt: line,
    secondsSpent: Math.max(0, Math.round(seconds)),
    closedAt: null,
    closedByUserId: null,
  };
}
