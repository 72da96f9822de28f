import { batch, computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { CustomerSummary } from '../domain/customer.ts';
import { isSameCustomerCode } from '../domain/customer-code.ts';
import type { Draft } from '../domain/draft.ts';
import { isDraftEmpty } from '../domain/draft-rules.ts';
import { toInstant } from '../domain/instant.ts';
import type { Result } from '../domain/result.ts';
import type { Ticket } from '../domain/ticket.ts';
import { type CatalogueModel, createCatalogue } from './catalogue.ts';
import { type Clock, createClock } from './clock.ts';
import { type CustomerView, createCustomerView } from './customer-view.ts';
import { createDesk } from './desk.ts';
import { createInbox, type InboxModel } from './inbox.ts';
import { createNavigation, type Inner, type Navigation, type Tab } from './navigation.ts';
import type { OpenWriting } from './open-writing.ts';
import { createPageOffer, type PageOffer } from './page-offer.ts';
import { createPending, type PendingModel } from './pending.ts';
import type { PageCustomer, PanelPorts } from './ports.ts';
import type { ScreenPorts } from './screen-ports.ts';
import { createSending, type Sending } from './sending.ts';
import { type ShownCustomer, shownByChoice, shownFromPage } from './shown-customer.ts';
import { createSyncState, type SyncState } from './sync-state.ts';
import { createTicketScreen } from './ticket-screen.ts';

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
  /** Keeps what is being written and ends the session. */
  signOut(): Promise<Result<void>>;
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
  /** A concluir: keeps the draft for later and leaves its screen. False where there was nothing to keep. */
  finishLater(open: OpenWriting): Promise<boolean>;
  /** Takes the top screen away after its text was sent, discarded or put off. */
  leaveWriting(): Promise<void>;
  /** Keeps on disk, now, whatever is being written: the page may be about to go. */
  keepNow(): Promise<void>;
  dispose(): void;
}

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
  const shown = signal<ShownCustomer | null>(null);
  const customer = signal<CustomerView | null>(null);
  const confirmedCodes: string[] = [];
  const asksToConfirm = signal(false);
  const isRestored = signal(false);

  const show = (next: ShownCustomer | null) => {
    const before = shown.peek();
    const same = before !== null && next !== null && isSameCustomerCode(before.code, next.code);
    batch(() => {
      shown.value = same && next.known === null ? { ...next, known: before.known } : next;
      asksToConfirm.value = false;
      if (same) return;
      customer.peek()?.dispose();
      customer.value = next === null ? null : createCustomerView(next.code, next.known, ports);
    });
    if (!same) void customer.peek()?.load();
  };

  const isWriting = () => navigation.stack.peek().some((inner) => writingOf(inner)?.writing.touched.peek());

  const leaveAll = async () => {
    await Promise.all(navigation.clear().map(leave));
  };

  // A panel in which nothing is being written follows the page; a text stays with its customer whatever the page does.
  const follow = (page: PageCustomer | null) => {
    const before = shown.peek();
    if (page === null) {
      if (before?.page != null) show(null);
      return;
    }
    if (before === null || !isSameCustomerCode(before.code, page.code)) void leaveAll();
    show(shownFromPage(page, confirmedCodes));
  };

  let pageCode: string | null = null;
  const stopFollowing = effect(() => {
    const page = ports.tab.pageCustomer.value;
    untracked(() => {
      const moved = page?.code !== pageCode;
      pageCode = page?.code ?? null;
      if (isWriting()) return;
      // New evidence for the same code is no reason to leave a customer that the agent chose meanwhile.
      if (moved || shown.peek()?.page?.code === page?.code) follow(page);
    });
  });

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
    return open?.writing.draft.value.customer.code ?? shown.value?.code ?? null;
  });
  const offer = createPageOffer(ports, customerOnScreen);

  const openNewTicket = async (summary: CustomerSummary) => {
    const open = await desk.newTicket(summary);
    navigation.push({ kind: 'newTicket', open }, 'new-ticket');
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
    shown,
    customer,
    pageOffer: offer.state,
    asksToConfirm,
    async goToTab(tab) {
      await leaveAll();
      navigation.goToTab(tab);
      if (tab === 'inbox') void inbox.load();
    },
    async back() {
      const gone = navigation.pop();
      if (gone !== null) await leave(gone);
      else await ports.tab.close();
    },
    find(purpose) {
      if (navigation.screen.peek().kind !== 'find') navigation.push({ kind: 'find', purpose });
    },
    async choose(chosen) {
      const top = navigation.screen.peek();
      const purpose = top.kind === 'find' ? top.purpose : 'show';
      await leaveAll();
      show(shownByChoice(chosen));
      navigation.goToTab('customer');
      if (purpose === 'newTicket') await openNewTicket(chosen);
    },
    showClosedTickets: () => navigation.push({ kind: 'closedTickets' }, 'closed-tickets'),
    signIn: () => navigation.push({ kind: 'signIn' }),
    async signOut() {
      await leaveAll();
      return ports.session.signOut();
    },
    async confirmCustomer() {
      const current = shown.peek();
      if (current === null) return;
      const goesOn = asksToConfirm.peek();
      confirmedCodes.push(current.code);
      asksToConfirm.value = false;
      shown.value = { ...current, confirmed: true };
      if (goesOn) await panel.newTicket();
    },
    async dismissCustomer() {
      await leaveAll();
      show(null);
      navigation.goToTab('customer');
      await ports.tab.dismiss();
    },
    async followPage() {
      const page = ports.tab.pageCustomer.peek();
      if (page === null) return;
      await leaveAll();
      navigation.goToTab('customer');
      show(shownFromPage(page, confirmedCodes));
    },
    async newTicket(asked) {
      const current = shown.peek();
      const summary = asked ?? customer.peek()?.summary.peek() ?? null;
      if (summary === null) {
        panel.find('newTicket');
        return;
      }
      if (asked === undefined && current?.confirmed === false) {
        asksToConfirm.value = true;
        return;
      }
      if (asked !== undefined && !isSameCustomerCode(asked.code, current?.code ?? '')) {
        show(shownByChoice(asked));
      }
      await leaveAll();
      navigation.goToTab('customer');
      await openNewTicket(summary);
    },
    openTicket(id, known, owner, startsIn = 'history') {
      const ticket = createTicketScreen({ id, known, customer: owner, startsIn }, ports, desk);
      navigation.push({ kind: 'ticket', ticket }, id);
    },
    async resume(draft) {
      if (draft.target.kind === 'ticket') {
        panel.openTicket(draft.target.ticketId, null, draft.customer, 'composer');
        return true;
      }
      const open = await desk.resume(draft);
      if (open === null) return false;
      if (!isSameCustomerCode(shown.peek()?.code ?? '', draft.customer.code))
        show(shownByChoice(draft.customer));
      navigation.push({ kind: 'newTicket', open }, draft.id);
      return true;
    },
    async finishLater(open) {
      const isEmpty = isDraftEmpty(open.writing.current());
      if (!isEmpty) open.writing.change({ finishedLaterAt: toInstant(ports.now()) });
      await panel.leaveWriting();
      return !isEmpty;
    },
    async leaveWriting() {
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
      customer.peek()?.dispose();
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

async function leave(inner: Inner): Promise<void> {
  if (inner.kind === 'newTicket') await inner.open.leave();
  if (inner.kind === 'ticket') await inner.ticket.leave();
}
