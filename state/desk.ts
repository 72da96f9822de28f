import { type CustomerSummary, toCustomerSummary } from '../domain/customer.ts';
import type { Draft } from '../domain/draft.ts';
import { createDraft } from '../domain/draft-rules.ts';
import { createId } from '../domain/id.ts';
import type { TicketLink } from '../domain/ticket.ts';
import { type CallStart, fillFromCall } from './call-start.ts';
import { createOpenWriting, type OpenWriting } from './open-writing.ts';
import type { PanelPorts } from './ports.ts';
import type { ScreenPorts } from './screen-ports.ts';
import { createWriting } from './writing.ts';

/** Opens drafts for writing: in one tab at a time, and the same one again where it was left. */
export interface Desk {
  /** The new-ticket draft of this customer that was left open, or a fresh one; each followed ticket and each call has its own. */
  newTicket(customer: CustomerSummary, from?: TicketOrigin): Promise<OpenWriting>;
  /** The draft that continues this ticket, or a fresh one. */
  continueTicket(
    ticket: { id: string; protocol: string; title: string },
    customer: CustomerSummary,
    call?: CallStart,
  ): Promise<OpenWriting>;
  /** A draft from the list; null where another tab is writing it or it is gone. */
  resume(draft: Draft): Promise<OpenWriting | null>;
}

/** What a new ticket comes from. */
export interface TicketOrigin {
  /** The closed ticket that it goes on from. */
  follows?: TicketLink | undefined;
  call?: CallStart | undefined;
}

type Ports = Pick<PanelPorts, 'drafts' | 'protocols' | 'now'> & Pick<ScreenPorts, 'claims'>;

/** Gives the channel that a new draft starts with, so that the common case needs no choice. */
export interface DeskSettings {
  userId(): string;
  defaultChannelId(): string | null;
}

export function createDesk(ports: Ports, settings: DeskSettings): Desk {
  const resume = async (draft: Draft): Promise<OpenWriting | null> => {
    const release = await ports.claims.claim(draft.id);
    if (release === null) return null;
    // Another tab may have sent or changed it since the list was drawn.
    const kept = await ports.drafts.get(draft.id);
    if (kept === null) {
      release();
      return null;
    }
    const opened = createOpenWriting(
      createWriting({ ...kept, finishedLaterAt: null }, ports, true),
      release,
      ports,
    );
    // It may have been begun without a number.
    void opened.takeProtocol();
    return opened;
  };

  const open = async (left: Draft[], customer: CustomerSummary, target: Draft['target']) => {
    for (const draft of left) {
      const opened = await resume(draft);
      if (opened !== null) return opened;
    }
    const draft = createDraft({
      userId: settings.userId(),
      customer: toCustomerSummary(customer),
      target,
      now: ports.now(),
      channelId: settings.defaultChannelId(),
    });
    const release = await ports.claims.claim(draft.id);
    return createOpenWriting(createWriting(draft, ports, false), release ?? (() => undefined), ports);
  };

  const mine = () => ports.drafts.all.peek().filter((draft) => draft.userId === settings.userId());

  return {
    resume,
    async newTicket(customer, { follows, call } = {}) {
      const left = mine().filter(
        (draft) =>
          draft.target.kind === 'newTicket' &&
          draft.customer.id === customer.id &&
          draft.target.follows?.id === follows?.id &&
          (call === undefined || draft.call?.id === call.call.id) &&
          draft.finishedLaterAt === null,
      );
      const opened = await open(left, customer, {
        kind: 'newTicket',
        ticketId: createId(),
        protocol: null,
        ...(follows === undefined ? {} : { follows }),
      });
      if (call !== undefined) fillFromCall(opened, call);
      void opened.takeProtocol();
      return opened;
    },
    async continueTicket({ id, protocol, title }, customer, call) {
      const left = mine().filter((draft) => draft.target.kind === 'ticket' && draft.target.ticketId === id);
      const opened = await open(left, customer, { kind: 'ticket', ticketId: id, protocol, title });
      if (call !== undefined) fillFromCall(opened, call);
      return opened;
    },
  };
}
