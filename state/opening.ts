import type { CustomerSummary } from '../domain/customer.ts';
import type { Draft } from '../domain/draft.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { CallStart } from './call-start.ts';
import type { CustomerInView } from './customer-in-view.ts';
import type { Desk, TicketOrigin } from './desk.ts';
import type { Leaving } from './leaving.ts';
import type { Navigation } from './navigation.ts';
import type { OpenWriting } from './open-writing.ts';
import type { PanelPorts } from './ports.ts';
import { createTicketScreen, type TicketScreen } from './ticket-screen.ts';
import { waitFor } from './wait-for.ts';

/** Brings tickets and drafts to the screen, one draft at a time: a second key or click during it does nothing. */
export interface Opening {
  /** A draft is on its way to the screen. */
  isUnderWay(): boolean;
  /** False where nothing was opened: a text could not be kept, or another draft is on its way. */
  newTicket(customer: CustomerSummary, from?: TicketOrigin): Promise<boolean>;
  openTicket(
    id: string,
    known: Ticket | null,
    customer: CustomerSummary,
    startsIn: TicketScreen['startsIn'],
  ): void;
  /** Continues a ticket because of a call, in place of all screens. False as for a new one. */
  continueTicket(ticket: Ticket, customer: CustomerSummary, call: CallStart): Promise<boolean>;
  /** False where another tab is writing this draft. */
  resume(draft: Draft): Promise<boolean>;
}

/** How long a ticket's text may take to come to the screen, in milliseconds. */
const OPENS_WITHIN = 2000;

export function createOpening(parts: {
  ports: Pick<PanelPorts, 'crm' | 'outbox' | 'changed'>;
  desk: Desk;
  navigation: Navigation;
  leaving: Pick<Leaving, 'leaveAll'>;
  inView: Pick<CustomerInView, 'isAbout' | 'showChosen'>;
}): Opening {
  const { ports, desk, navigation, leaving, inView } = parts;
  let isUnderWay = false;

  const oneAtATime = async <T>(open: () => Promise<T>): Promise<T | null> => {
    if (isUnderWay) return null;
    isUnderWay = true;
    try {
      return await open();
    } finally {
      isUnderWay = false;
    }
  };

  const showTicket = (
    id: string,
    known: Ticket | null,
    customer: CustomerSummary,
    startsIn: TicketScreen['startsIn'],
    more: { resumed?: { open: OpenWriting; key: string }; call?: CallStart } = {},
  ) => {
    const { resumed, call } = more;
    const ticket = createTicketScreen(
      { id, known, customer, startsIn, open: resumed?.open, call },
      ports,
      desk,
    );
    navigation.push({ kind: 'ticket', ticket }, resumed?.key ?? id);
    return ticket;
  };

  return {
    isUnderWay: () => isUnderWay,
    async newTicket(customer, from) {
      const opened = await oneAtATime(async () => {
        if (!(await leaving.leaveAll())) return false;
        navigation.goToTab('customer');
        if (!inView.isAbout(customer.code)) inView.showChosen(customer);
        const open = await desk.newTicket(customer, from);
        navigation.push({ kind: 'newTicket', open }, 'new-ticket');
        return true;
      });
      return opened ?? false;
    },
    openTicket(id, known, customer, startsIn) {
      showTicket(id, known, customer, startsIn);
    },
    async continueTicket(known, customer, call) {
      const opened = await oneAtATime(async () => {
        if (!(await leaving.leaveAll())) return false;
        navigation.goToTab('customer');
        if (!inView.isAbout(customer.code)) inView.showChosen(customer);
        const ticket = showTicket(known.id, known, customer, 'composer', { call });
        await waitFor(ticket.composer, (open) => open !== null, OPENS_WITHIN);
        return true;
      });
      return opened ?? false;
    },
    async resume(draft) {
      const { target } = draft;
      const resumed = await oneAtATime(async () => {
        const open = await desk.resume(draft);
        if (open === null) return false;
        if (target.kind === 'ticket') {
          showTicket(target.ticketId, null, draft.customer, 'composer', {
            resumed: { open, key: draft.id },
          });
          return true;
        }
        if (!inView.isAbout(draft.customer.code)) inView.showChosen(draft.customer);
        navigation.push({ kind: 'newTicket', open }, draft.id);
        return true;
      });
      return resumed ?? true;
    },
  };
}
