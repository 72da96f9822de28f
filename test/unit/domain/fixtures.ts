import type { OpinionContent } from '../../../domain/command.ts';
import { nationalHolidays } from '../../../domain/holidays.ts';
import { createId } from '../../../domain/id.ts';
import { plainTextToRichText } from '../../../domain/rich-text/document.ts';
import type { Ticket } from '../../../domain/ticket.ts';
import type { TicketType } from '../../../domain/ticket-type.ts';
import type { CurrentUser } from '../../../domain/user.ts';

/** Thursday 16 July 2026, 14:36 in São Paulo. */
export const NOW = new Date('2026-07-16T17:36:00.000Z');

export const company = {
  timeZone: 'America/Sao_Paulo',
  holidays: nationalHolidays(2026).map((holiday) => holiday.day),
};

export function createUser(with_: Partial<CurrentUser> = {}): CurrentUser {
  return {
    id: createId(),
    login: 'renata',
    name: 'Renata Prado',
    functions: [],
    centerIds: [],
    active: true,
    permissions: ['customers.read', 'tickets.read', 'tickets.write', 'tickets.close', 'tickets.reopen'],
    ...with_,
  };
}

export function createType(with_: Partial<TicketType> = {}): TicketType {
  return {
    id: createId(),
    number: '1.2.1',
    name: 'Dúvida fiscal',
    parentId: null,
    selectable: true,
    subjectRequired: false,
    initialCenterId: null,
    closingPolicy: { kind: 'anyone' },
    flexibleClosing: false,
    priority: 5,
    nextContactDays: 1,
    attachmentLimit: null,
    colour: null,
    workflowId: null,
    active: true,
    ...with_,
  };
}

export function createTicket(with_: Partial<Ticket> = {}): Ticket {
  return {
    id: createId(),
    protocol: '2026000042319',
    customer: { id: createId(), code: '000318', name: 'Comercial Rio Pardo de Alimentos Ltda', active: true },
    typeId: createId(),
    title: 'Rejeição 778',
    centerId: null,
    openedByUserId: createId(),
    openedAt: '2026-07-14T12:00:00.000Z',
    nextContact: { userId: null, at: null },
    waitingFor: null,
    closeOnlyByOpener: false,
    product: null,
    internalContact: null,
    workflow: null,
    priority: 5,
    opinionCount: 1,
    lastOpinionAt: '2026-07-14T12:00:00.000Z',
    lastOpinionExcerpt: 'Rejeição 778',
    secondsSpent: 60,
    closedAt: null,
    closedByUserId: null,
    ...with_,
  };
}

export function createOpinion(with_: Partial<OpinionContent> = {}): OpinionContent {
  return {
    id: createId(),
    startedAt: '2026-07-16T17:32:00.000Z',
    endedAt: '2026-07-16T17:36:00.000Z',
    channelId: null,
    contactPersonId: null,
    contactName: null,
    subjects: [],
    body: plainTextToRichText('José reenviou a nota e foi autorizada.'),
    ...with_,
  };
}
