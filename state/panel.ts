import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { CustomerSummary } from '../domain/customer.ts';
import type { Draft } from '../domain/draft.ts';
import { isDraftEmpty } from '../domain/draft-rules.ts';
import { toInstant } from '../domain/instant.ts';
import type { Result } from '../domain/result.ts';
import type { Ticket } from '../domain/ticket.ts';
import { type CatalogueModel, createCatalogue } from './catalogue.ts';
import { type Clock, createClock } from './clock.ts';
import { createCustomerInView } from './customer-in-view.ts';
import type { CustomerView } from './customer-view.ts';
import { createDesk } from './desk.ts';
import { createInbox, type InboxModel } from './inbox.ts';
import { createNavigation, type Inner, type Navigation, type Tab } from './navigation.ts';
import type { OpenWriting } from './open-writing.ts';
import { followPage } from './page-following.ts';
import { createPageOffer, type PageOffer } from './page-offer.ts';
import { createPending, type PendingModel } from './pending.ts';
import type { PanelPorts } from './ports.ts';
import type { ScreenPorts } from './screen-ports.ts';
import { createSending, type Sending } from './sending.ts';
import type { ShownCustomer } from './shown-customer.ts';
import { createSyncState, type SyncState } from './sync-state.ts';
import { createTicketScreen, type TicketScreen } from './ticket-screen.ts';
import { waitFor } from './wait-for.ts';

/** The panel: which customer, which screen, what is being written. Everything below it is reached through it. */
export interface Panel {
  readonly ports: PanelPorts & ScreenPorts;
  readonly catalogue: CatalogueModel;
  readonly clock: Clock;
  readonly navigation: Pick<Navigation, 'tab' | 'screen' | 'stack' | 'returnTo'>;
  readonly inbox: InboxModel;
  readonly pending: PendingModel;
  readonly sync: ReadonlySignal<SyncState>;
  readonly sending: Sending;
  /** The customer that the tab "Cliente" is about. */
  readonly shown: ReadonlySignal<ShownCustomer | null>;
  readonly customer: ReadonlySignal<CustomerView | null>;
  /** Customer of the page, where it is not the one on screen. */
  readonly pageOffer: ReadonlySignal<PageOffer | null>;
  /** True while the agent has to say whether the offered customer is the right one before going on. */
  readonly asksToConfirm: ReadonlySignal<boolean>;
  goToTab(tab: Tab): Promise<void>;
  back(): Promise<void>;
  find(purpose: 'show' | 'newTicket'): void;
  choose(customer: CustomerSummary): Promise<void>;
  showClosedTickets(): void;
  signIn(): void;
  /** Keeps what is being written and ends the session; null where it could not be kept, and nothing was ended. */
  signOut(): Promise<Result<void> | null>;
  /** Confirms the offered customer and goes on with what was asked for. */
  confirmCustomer(): Promise<void>;
  dismissCustomer(): Promise<void>;
  /** Leaves what is being written (it stays kept) and shows the customer of the page. */
  followPage(): Promise<void>;
  /** Opens a new ticket for the given customer, or for the one that is shown. */
  newTicket(customer?: CustomerSummary): Promise<void>;
  openTicket(
    id: string,
    known: Ticket | null,
    customer: CustomerSummary,
    startsIn?: 'history' | 'composer',
  ): void;
  /** False where another tab is writing this draft. */
  resume(draft: Draft): Promise<boolean>;
  /**
   * A concluir: keeps the draft for later and leaves its screen. False where there was nothing to keep, or where it could
   * not be kept and stays on screen.
   */
  finishLater(open: OpenWriting): Promise<boolean>;
  /** Takes the top screen away after its text was sent, discarded or put off; not where a text could not be kept. */
  leaveWriting(): Promise<void>;
  /** Keeps on disk, now, whatever is being written: the page may be about to go. */
  keepNow(): Promise<void>;
  dispose(): void;
}

/** How long a ticket's text may take to come to the screen, in milliseconds. */
const OPENS_WITHIN = 2000;

/** Starts when somebody is signed in; disposed when somebody else is, or nobody. */
export function createPanel(ports: PanelPorts & ScreenPorts, user: { id: string }): Panel {
  const navigation = createNavigation();
  const catalogue = createCatalogue(ports.crm);
  const clock = createClock({ now: ports.now, visible: ports.tab.visible });
  const inbox = createInbox(ports);
  const pending = createPending(ports);
  const sending = createSending(ports, catalogue);
  const desk = createDesk(ports, {
    userId: () => user.id,
    defaultChannelId: () =>
      catalogue.all.peek().contactChannels.find((channel) => channel.active)?.id ?? null,
  });
  const inView = createCustomerInView(ports);
  const isRestored = signal(false);
  /** A draft is on its way to the screen. */
  let isOpening = false;

  const isWriting = () =>
    isOpening || navigation.stack.peek().some((inner) => writingOf(inner)?.writing.touched.peek());

  /** False where a text could not be kept: it stays on screen, and so does its screen. */
  const leaveAll = async (): Promise<boolean> => {
    if (!(await areKept(navigation.stack.peek()))) return false;
    await Promise.all(navigation.clear().map(leave));
    return true;
  };

  /** One draft at a time comes to the screen: a second key or click during it does nothing. */
  const opening = async <T>(open: () => Promise<T>): Promise<T | null> => {
    if (isOpening) return null;
    isOpening = true;
    try {
      return await open();
    } finally {
      isOpening = false;
    }
  };

  const stopFollowing = followPage({ ports, inView, isWriting, leaveAll });

  // What this tab was writing is on its screen again, whatever the new page is about.
  const restore = async () => {
    const id = ports.lastDraft.read();
    const draft = id === null ? null : await ports.drafts.get(id);
    if (draft === null || draft.userId !== user.id || draft.finishedLaterAt !== null) return;
    if (navigation.stack.peek().length === 0) await panel.resume(draft);
  };

  const stopRemembering = effect(() => {
    const open = navigation.stack.value.map(writingOf).find((writing) => writing !== null);
    if (isRestored.value)
      ports.lastDraft.write(open?.writing.touched.value ? open.writing.draft.peek().id : null);
  });

  const customerOnScreen = computed<string | null>(() => {
    const open = navigation.stack.value.map(writingOf).find((writing) => writing !== null);
    return open?.writing.draft.value.customer.code ?? inView.shown.value?.code ?? null;
  });
  const offer = createPageOffer(ports, customerOnScreen);

  const openNewTicket = (summary: CustomerSummary) =>
    opening(async () => {
      if (!(await leaveAll())) return;
      navigation.goToTab('customer');
      const open = await desk.newTicket(summary);
      navigation.push({ kind: 'newTicket', open }, 'new-ticket');
    });

  const showTicket = (
    id: string,
    known: Ticket | null,
    customer: CustomerSummary,
    startsIn: TicketScreen['startsIn'],
    draft?: Draft,
  ) => {
    const ticket = createTicketScreen({ id, known, customer, startsIn, draft }, ports, desk);
    navigation.push({ kind: 'ticket', ticket }, id);
    return ticket;
  };

  const panel: Panel = {
    ports,
    catalogue,
    clock,
    navigation,
    inbox,
    pending,
    sync: createSyncState(ports),
    sending,
    shown: inView.shown,
    customer: inView.view,
    pageOffer: offer.state,
    asksToConfirm: inView.asksToConfirm,
    async goToTab(tab) {
      if (!(await leaveAll())) return;
      navigation.goToTab(tab);
      if (tab === 'inbox') void inbox.load();
    },
    async back() {
      if (navigation.stack.peek().length === 0) await ports.tab.close();
      else await panel.leaveWriting();
    },
    find(purpose) {
      if (navigation.screen.peek().kind !== 'find') navigation.push({ kind: 'find', purpose });
    },
    async choose(chosen) {
      const top = navigation.screen.peek();
      const purpose = top.kind === 'find' ? top.purpose : 'show';
      if (!(await leaveAll())) return;
      inView.showChosen(chosen);
      navigation.goToTab('customer');
      if (purpose === 'newTicket') await openNewTicket(chosen);
    },
    showClosedTickets: () => navigation.push({ kind: 'closedTickets' }, 'closed-tickets'),
    signIn: () => navigation.push({ kind: 'signIn' }),
    async signOut() {
      return (await leaveAll()) ? ports.session.signOut() : null;
    },
    async confirmCustomer() {
      if (inView.confirm()) await panel.newTicket();
    },
    async dismissCustomer() {
      if (!(await leaveAll())) return;
      inView.showNone();
      navigation.goToTab('customer');
      await ports.tab.dismiss();
    },
    async followPage() {
      const page = ports.tab.pageCustomer.peek();
      if (page === null) return;
      if (!(await leaveAll())) return;
      navigation.goToTab('customer');
      inView.showPage(page);
    },
    async newTicket(wanted) {
      // The customer whose name stands at the head: on a ticket's screen the ticket's, not the page's.
      const top = navigation.screen.peek();
      const asked = wanted ?? (top.kind === 'ticket' ? top.ticket.customer : undefined);
      const summary = asked ?? inView.view.peek()?.summary.peek() ?? null;
      if (summary === null) {
        panel.find('newTicket');
        return;
      }
      if (asked === undefined && inView.shown.peek()?.confirmed === false) {
        // The question stands on the customer's screen.
        if (!(await leaveAll())) return;
        navigation.goToTab('customer');
        inView.ask();
        return;
      }
      if (asked !== undefined && !inView.isAbout(asked.code)) inView.showChosen(asked);
      await openNewTicket(summary);
    },
    openTicket(id, known, owner, startsIn = 'history') {
      showTicket(id, known, owner, startsIn);
    },
    async resume(draft) {
      const { target } = draft;
      const resumed = await opening(async () => {
        if (target.kind === 'ticket') {
          const ticket = showTicket(target.ticketId, null, draft.customer, 'composer', draft);
          // Until its text is there, the page must not lead away from it.
          await waitFor(ticket.composer, (open) => open !== null, OPENS_WITHIN);
          return true;
        }
        const open = await desk.resume(draft);
        if (open === null) return false;
        if (!inView.isAbout(draft.customer.code)) inView.showChosen(draft.customer);
        navigation.push({ kind: 'newTicket', open }, draft.id);
        return true;
      });
      return resumed ?? true;
    },
    async finishLater(open) {
      const isEmpty = isDraftEmpty(open.writing.current());
      if (!isEmpty) open.writing.change({ finishedLaterAt: toInstant(ports.now()) });
      if (!(await open.keep())) {
        open.writing.change({ finishedLaterAt: null });
        return false;
      }
      await panel.leaveWriting();
      return !isEmpty;
    },
    async leaveWriting() {
      const top = navigation.stack.peek().slice(-1);
      if (!(await areKept(top))) return;
      // Another key may have led away while it was kept.
      if (navigation.stack.peek().at(-1) !== top[0]) return;
      const gone = navigation.pop();
      if (gone !== null) await leave(gone);
    },
    async keepNow() {
      const open = navigation.stack.peek().flatMap((inner) => writingOf(inner) ?? []);
      await Promise.all(open.map(({ writing }) => writing.flush()));
    },
    dispose() {
      stopFollowing();
      stopRemembering();
      offer.dispose();
      for (const inner of navigation.clear()) void leave(inner);
      inView.dispose();
      catalogue.dispose();
      clock.dispose();
      inbox.dispose();
    },
  };
  void catalogue.load();
  void inbox.load();
  void restore().finally(() => {
    isRestored.value = true;
  });
  return panel;
}

/** What is being written on a screen, if anything is. */
export function writingOf(inner: Inner): OpenWriting | null {
  if (inner.kind === 'newTicket') return inner.open;
  return inner.kind === 'ticket' ? inner.ticket.composer.value : null;
}

/** Whether everything that is being written on these screens is on disk. */
async function areKept(inners: readonly Inner[]): Promise<boolean> {
  const kept = await Promise.all(inners.map((inner) => writingOf(inner)?.keep() ?? true));
  return kept.every(Boolean);
}

async function leave(inner: Inner): Promise<void> {
  if (inner.kind === 'newTicket') await inner.open.leave();
  if (inner.kind === 'ticket') await inner.ticket.leave();
}
