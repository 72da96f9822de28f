import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { CustomerSummary } from '../domain/customer.ts';
import type { Draft } from '../domain/draft.ts';
import { isDraftEmpty } from '../domain/draft-rules.ts';
import { toInstant } from '../domain/instant.ts';
import type { Result } from '../domain/result.ts';
import type { Ticket, TicketLink } from '../domain/ticket.ts';
import { type CallStart, followCallEnd } from './call-start.ts';
import { type CatalogueModel, createCatalogue } from './catalogue.ts';
import { type Clock, createClock } from './clock.ts';
import { createCustomerInView } from './customer-in-view.ts';
import type { CustomerView } from './customer-view.ts';
import { createDesk } from './desk.ts';
import { createInbox, type InboxModel } from './inbox.ts';
import { createLeaving, firstWriting } from './leaving.ts';
import { createNavigation, type Navigation, type Tab } from './navigation.ts';
import type { OpenWriting } from './open-writing.ts';
import { createOpening } from './opening.ts';
import { followPage } from './page-following.ts';
import { createPageOffer, type PageOffer } from './page-offer.ts';
import { createPending, type PendingModel } from './pending.ts';
import type { PanelPorts } from './ports.ts';
import { createRecordForms } from './record-forms.ts';
import type { ScreenPorts } from './screen-ports.ts';
import { createSending, type Sending } from './sending.ts';
import type { ShownCustomer } from './shown-customer.ts';
import { createSyncState, type SyncState } from './sync-state.ts';
import { rememberDraft } from './tab-memory.ts';
import type { TicketScreen } from './ticket-screen.ts';
import { createTicketSearch, type TicketSearch } from './ticket-search.ts';
import { createWorkflows, type Workflows } from './workflows.ts';
import { writerOf } from './writer.ts';

/** The panel: which customer, which screen, what is being written. Everything below it is reached through it. */
export interface Panel {
  readonly ports: PanelPorts & ScreenPorts;
  readonly catalogue: CatalogueModel;
  readonly workflows: Workflows;
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
  /** What this tab was writing is being fetched: its screen comes next, and no other before it. */
  readonly restoring: ReadonlySignal<boolean>;
  /** Id of the call whose card lies over the open panel; null while none does. */
  readonly callShown: ReadonlySignal<string | null>;
  showCall(id: string | null): void;
  goToTab(tab: Tab): Promise<void>;
  back(): Promise<void>;
  /** The search of tickets; what was found stays while a ticket of it is looked at. */
  readonly ticketSearch: TicketSearch;
  searchTickets(): void;
  find(purpose: 'show' | 'newTicket'): void;
  choose(customer: CustomerSummary): Promise<void>;
  showClosedTickets(): void;
  /** Shows a customer's record, to be read and, by permission, changed. */
  showRecord(customer: CustomerSummary): void;
  signIn(): void;
  /** Keeps what is being written and ends the session; null where it could not be kept, and nothing was ended. */
  signOut(): Promise<Result<void> | null>;
  /** Confirms the offered customer and goes on with what was asked for. */
  confirmCustomer(): Promise<void>;
  dismissCustomer(): Promise<void>;
  /** Leaves what is being written (it stays kept) and shows the customer of the page. */
  followPage(): Promise<void>;
  /** Opens a new ticket for the given customer, or for the one that is shown; `follows` is the closed one that it goes on from. */
  newTicket(customer?: CustomerSummary, follows?: TicketLink): Promise<void>;
  /** Opens a ticket, or continues one, because of a call; `ticket` null opens a new one. False where nothing was opened. */
  startFromCall(customer: CustomerSummary, ticket: Ticket | null, start: CallStart): Promise<boolean>;
  openTicket(
    id: string,
    known: Ticket | null,
    customer: CustomerSummary,
    startsIn?: TicketScreen['startsIn'],
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

/** Starts when somebody is signed in; disposed when somebody else is, or nobody. */
export function createPanel(ports: PanelPorts & ScreenPorts, user: { id: string }): Panel {
  const navigation = createNavigation();
  const catalogue = createCatalogue(ports);
  const clock = createClock({ now: ports.now, visible: ports.tab.visible });
  const inbox = createInbox(ports);
  const ticketSearch = createTicketSearch(ports.crm, () => ({
    now: ports.now(),
    company: writerOf(ports.session.state.peek()).company,
  }));
  const pending = createPending(ports);
  const workflows = createWorkflows(ports.crm, catalogue);
  const sending = createSending(ports, catalogue, workflows);
  const desk = createDesk(ports, {
    userId: () => user.id,
    defaultChannelId: () =>
      catalogue.all.peek().contactChannels.find((channel) => channel.active)?.id ?? null,
  });
  const inView = createCustomerInView(ports);
  const records = createRecordForms(ports);
  const leaving = createLeaving(navigation, records);
  const opening = createOpening({ ports, desk, navigation, leaving, inView });
  const { leaveAll } = leaving;

  const stopFollowing = followPage({
    ports,
    inView,
    isWriting: () => opening.isUnderWay() || leaving.isWriting(),
    leaveAll,
  });
  const stopFollowingCall = followCallEnd(ports.calls.current, navigation.stack);
  const callShown = signal<string | null>(null);
  const customerOnScreen = computed<string | null>(
    () =>
      firstWriting(navigation.stack.value)?.writing.draft.value.customer.code ??
      inView.shown.value?.code ??
      null,
  );
  const offer = createPageOffer(ports, customerOnScreen);

  const memory = rememberDraft({ ports, user, navigation, resume: opening.resume });

  const panel: Panel = {
    ports,
    restoring: memory.restoring,
    catalogue,
    workflows,
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
    callShown,
    showCall(id) {
      callShown.value = id;
    },
    async goToTab(tab) {
      if (!(await leaveAll())) return;
      navigation.goToTab(tab);
      if (tab === 'inbox') void inbox.load();
    },
    async back() {
      if (navigation.stack.peek().length === 0) await ports.tab.close();
      else await leaving.leaveTop();
    },
    ticketSearch,
    searchTickets() {
      const { kind } = navigation.screen.peek();
      if (kind === 'searchTickets') return;
      // From one search to the other: back leads to where both began.
      if (kind === 'find') navigation.pop();
      navigation.push({ kind: 'searchTickets' });
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
      if (purpose === 'newTicket') await opening.newTicket(chosen);
    },
    showClosedTickets: () => navigation.push({ kind: 'closedTickets' }, 'closed-tickets'),
    showRecord(customer) {
      if (navigation.screen.peek().kind !== 'record')
        navigation.push({ kind: 'record', form: records.open(customer) }, 'record');
    },
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
    async newTicket(wanted, follows) {
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
      await opening.newTicket(summary, { follows });
    },
    startFromCall: (customer, ticket, start) =>
      ticket === null
        ? opening.newTicket(customer, { call: start })
        : opening.continueTicket(ticket, customer, start),
    openTicket: (id, known, owner, startsIn = 'history') => opening.openTicket(id, known, owner, startsIn),
    resume: opening.resume,
    async finishLater(open) {
      const isEmpty = isDraftEmpty(open.writing.current());
      if (!isEmpty) open.writing.change({ finishedLaterAt: toInstant(ports.now()) });
      if (!(await open.keep())) {
        open.writing.change({ finishedLaterAt: null });
        return false;
      }
      await leaving.leaveTop();
      return !isEmpty;
    },
    leaveWriting: leaving.leaveTop,
    keepNow: leaving.keepNow,
    dispose() {
      stopFollowing();
      stopFollowingCall();
      memory.stop();
      offer.dispose();
      leaving.abandon();
      inView.dispose();
      records.dispose();
      catalogue.dispose();
      clock.dispose();
      inbox.dispose();
      ticketSearch.dispose();
    },
  };
  void catalogue.load();
  void inbox.load();
  return panel;
}
