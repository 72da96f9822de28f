import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { CustomerSummary } from '../domain/customer.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { CallStart } from './call-start.ts';
import type { Desk } from './desk.ts';
import type { OpenWriting } from './open-writing.ts';
import type { PanelPorts } from './ports.ts';
import { createTicketView, type TicketView } from './ticket-view.ts';

/** A ticket on screen, and the opinion that is being written for it. */
export interface TicketScreen {
  readonly view: TicketView;
  readonly customer: CustomerSummary;
  /** Where the cursor begins: P goes straight to the text. */
  readonly startsIn: 'history' | 'composer';
  /** Null while the ticket is not known or is closed. Text that was begun stays, also when the ticket closes meanwhile. */
  readonly composer: ReadonlySignal<OpenWriting | null>;
  /** The opinion was sent, put off or discarded: begins an empty one. */
  renew(): void;
  /** Keeps what was begun and stops following the ticket. */
  leave(): Promise<void>;
}

export function createTicketScreen(
  about: {
    id: string;
    known: Ticket | null;
    customer: CustomerSummary;
    startsIn: TicketScreen['startsIn'];
    /** The opinion that is resumed: its text is on the screen also where the ticket cannot be read. */
    open?: OpenWriting | undefined;
    /** The call that the next opinion is written because of. */
    call?: CallStart | undefined;
  },
  ports: Pick<PanelPorts, 'crm' | 'outbox' | 'changed'>,
  desk: Pick<Desk, 'continueTicket'>,
): TicketScreen {
  const view = createTicketView(about.id, about.known, ports);
  const composer = signal<OpenWriting | null>(about.open ?? null);
  let { call } = about;
  let opening = false;
  let over = false;

  const begin = async (ticket: { id: string; protocol: string; title: string }) => {
    opening = true;
    try {
      const opened = await desk.continueTicket(ticket, about.customer, call);
      // The opinion after it is no part of what the call fills in.
      call = undefined;
      if (over) await opened.leave();
      else composer.value = opened;
    } finally {
      opening = false;
    }
  };

  const stop = effect(() => {
    const ticket = view.ticket.value;
    const open = composer.value;
    if (ticket === null || opening || over) return;
    if (ticket.closedAt === null) {
      if (open === null) void begin(ticket);
    } else if (open !== null && !open.writing.touched.value) {
      composer.value = null;
      void open.leave();
    }
  });

  void view.load();

  return {
    view,
    customer: about.customer,
    startsIn: about.startsIn,
    composer,
    renew() {
      composer.value = null;
    },
    async leave() {
      over = true;
      stop();
      view.dispose();
      await composer.peek()?.leave();
    },
  };
}
