import type { CustomerSummary } from '../domain/customer.ts';
import type { OutboxEntry } from '../domain/delivery.ts';
import type { Draft } from '../domain/draft.ts';
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
    customer: ticketCustomer(entry.customer),
    typeId: command.typeId,
    title: command.title ?? line,
    centerId: null,
    openedByUserId: entry.userId,
    openedAt: entry.acceptedAt,
    nextContact: command.nextContact ?? { userId: null, at: null },
    waitingFor: command.waitingFor,
    closeOnlyByOpener: command.closeOnlyByOpener,
    product: command.product === undefined ? null : { ...command.product, name: '' },
    internalContact: command.internalContact ?? null,
    workflow: null,
    watcherIds: command.watcherIds ?? [],
    priority: 9,
    opinionCount: 1,
    lastOpinionAt: opinion.endedAt,
    lastOpinionExcerpt: line,
    secondsSpent: Math.max(0, Math.round(seconds)),
    closedAt: null,
    closedByUserId: null,
  };
}

/** A ticket that cannot be read now, as far as the opinion that is being written for it says. Null where it opens one. */
export function ticketFromDraft(draft: Draft): Ticket | null {
  const { target, customer } = draft;
  if (target.kind !== 'ticket') return null;
  return {
    id: target.ticketId,
    protocol: target.protocol,
    customer: ticketCustomer(customer),
    typeId: '',
    title: target.title,
    centerId: null,
    openedByUserId: '',
    openedAt: draft.createdAt,
    nextContact: { userId: null, at: null },
    waitingFor: null,
    closeOnlyByOpener: false,
    product: null,
    internalContact: null,
    workflow: null,
    priority: 9,
    opinionCount: 0,
    lastOpinionAt: draft.createdAt,
    lastOpinionExcerpt: '',
    secondsSpent: 0,
    closedAt: null,
    closedByUserId: null,
  };
}

function ticketCustomer({ id, code, name, active }: CustomerSummary): Ticket['customer'] {
  return { id, code, name, active };
}
