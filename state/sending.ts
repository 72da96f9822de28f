import { canClose, canReopen } from '../domain/closing.ts';
import type { Command } from '../domain/command.ts';
import type { CustomerSummary } from '../domain/customer.ts';
import { type OutboxEntry, waitingChangeOf } from '../domain/delivery.ts';
import type { Draft } from '../domain/draft.ts';
import { type DraftContext, draftToCommands } from '../domain/draft-rules.ts';
import { createId } from '../domain/id.ts';
import { toInstant } from '../domain/instant.ts';
import { err, type Problem, type Result } from '../domain/result.ts';
import type { Ticket } from '../domain/ticket.ts';
import { ticketTitle } from '../domain/ticket-title.ts';
import { type Answered, routeDraft } from './asking.ts';
import type { CatalogueModel } from './catalogue.ts';
import type { OpenWriting } from './open-writing.ts';
import type { PanelPorts } from './ports.ts';
import { type FoundStanding, findStanding } from './standing.ts';
import { waitFor } from './wait-for.ts';
import type { Workflows } from './workflows.ts';
import { writerOf } from './writer.ts';

/** OK and the acts without text: the rules first, then the outbox. Nothing here waits for the network. */
export interface Sending {
  /**
   * Null where an OK of the same draft is already under way, and where the workflow asks something first
   * ({@link OpenWriting.asking}): the answer comes with another call. A refusal stays with the draft.
   */
  send(open: OpenWriting, ticket: Ticket | null, answered?: Answered): Promise<Result<Draft> | null>;
  /** Why the signed-in user may not close the ticket; null where closing is possible. */
  closingProblem(ticket: Ticket): Problem | null;
  reopeningProblem(ticket: Pick<Ticket, 'closedAt'>): Problem | null;
  /** A closing or reopening of this ticket is on its way already: another one would be too much. */
  isChangeWaiting(ticketId: string): boolean;
  close(ticket: Ticket, customer: CustomerSummary): Promise<Result<void>>;
  reopen(ticket: Ticket, customer: CustomerSummary): Promise<Result<void>>;
  /** Sends an opinion that came too late after all, behind the reopening of its ticket. */
  reopenAndSend(entry: OutboxEntry): Promise<Result<void>>;
  /** Takes back an opinion that came too late, as the first one of a new ticket that goes on from the closed one. */
  recallAsFollowing(entry: OutboxEntry): Promise<Result<Draft>>;
}

/** How long the list of the outbox may take to follow what was put in, in milliseconds. */
const LISTED_WITHIN = 400;
/** How long OK waits for a workflow that is not on this machine, in milliseconds. */
const FOUND_WITHIN = 800;

export function createSending(
  ports: Pick<PanelPorts, 'drafts' | 'outbox' | 'session' | 'now'>,
  catalogue: CatalogueModel,
  workflows: Workflows,
): Sending {
  const writer = () => writerOf(ports.session.state.peek());

  const contextOf = (draft: Draft, ticket: Ticket | null): DraftContext => {
    const { user, company } = writer();
    const typeId =
      draft.target.kind === 'newTicket' ? draft.typeId : (draft.changes?.typeId ?? ticket?.typeId ?? null);
    return {
      now: ports.now(),
      company,
      user,
      type: catalogue.type(typeId),
      ticket,
      openerName: ticket === null ? null : (catalogue.user(ticket.openedByUserId)?.name ?? null),
    };
  };

  /** As far as it is known within a moment: an older version of a workflow may have to be asked for. */
  const standingFor = async (draft: Draft, ticket: Ticket | null): Promise<FoundStanding> => {
    const { centers } = catalogue.all.peek();
    const entries = ports.outbox.entries.peek();
    const finding = findStanding({ draft, ticket, entries, centers, workflows });
    return (await Promise.race([finding, wait(FOUND_WITHIN)])) ?? { kind: 'unknown' };
  };

  // The next screen shows it: its row should be there when the screen is.
  const isListed = (draftId: string) =>
    waitFor(
      ports.outbox.entries,
      (entries) => entries.some((entry) => entry.draft?.id === draftId),
      LISTED_WITHIN,
    );

  const act = (command: Command, ticket: Ticket, customer: CustomerSummary) =>
    ports.outbox.acceptAct(command, { customer, title: ticket.title });

  const sending: Sending = {
    send(open, ticket, answered) {
      return open.once(async () => {
        const found = await standingFor(open.writing.draft.peek(), ticket);
        // A write that is under way, or begins now, must not put the draft back after the outbox took it.
        await open.writing.hold();
        await open.numbered();
        const draft = open.writing.current();
        const context = contextOf(draft, ticket);
        const { centers } = catalogue.all.peek();
        const routing = routeDraft({ draft, context, found, centers, answered });
        if (routing.ok && routing.value.asks !== null) {
          open.writing.resume();
          open.refuse(null);
          open.ask(routing.value.asks);
          return null;
        }
        open.ask(null);
        const commands = routing.ok
          ? draftToCommands(draft, { ...context, routed: routing.value.routed })
          : routing;
        if (!commands.ok) {
          open.writing.resume();
          open.refuse(commands.error);
          return commands;
        }
        open.refuse(null);
        const title =
          draft.target.kind === 'ticket'
            ? draft.target.title
            : ticketTitle({ title: null, body: draft.body, typeName: context.type?.name ?? null });
        open.handOver(true);
        const accepted = await ports.outbox.accept(draft, commands.value, title);
        if (!accepted.ok) {
          open.handOver(false);
          open.writing.resume();
          open.refuse(accepted.error);
          return accepted;
        }
        open.release();
        await isListed(draft.id);
        return { ok: true, value: draft };
      });
    },
    closingProblem(ticket) {
      const type = catalogue.type(ticket.typeId);
      if (type === null) return null;
      const openerName = catalogue.user(ticket.openedByUserId)?.name ?? null;
      const answer = canClose({ user: writer().user, ticket, type, openerName });
      return answer.ok ? null : answer.error;
    },
    reopeningProblem(ticket) {
      const answer = canReopen({ user: writer().user, ticket });
      return answer.ok ? null : answer.error;
    },
    isChangeWaiting: (ticketId) => waitingChangeOf(ports.outbox.entries.value, ticketId) !== null,
    async close(ticket, customer) {
      const problem = sending.closingProblem(ticket);
      if (problem !== null) return err(problem);
      return act({ kind: 'closeTicket', id: createId(), ticketId: ticket.id }, ticket, customer);
    },
    async reopen(ticket, customer) {
      const problem = sending.reopeningProblem(ticket);
      if (problem !== null) return err(problem);
      return act({ kind: 'reopenTicket', id: createId(), ticketId: ticket.id }, ticket, customer);
    },
    async reopenAndSend({ id, ticketId, acceptedAt }) {
      const problem = sending.reopeningProblem({ closedAt: acceptedAt });
      if (problem !== null) return err(problem);
      return ports.outbox.sendAfter(id, { kind: 'reopenTicket', id: createId(), ticketId });
    },
    async recallAsFollowing(entry) {
      const recalled = await ports.outbox.recall(entry.id);
      if (!recalled.ok || recalled.value.target.kind !== 'ticket') return recalled;
      const { ticketId: id, protocol } = recalled.value.target;
      const follows = { id, protocol };
      const target = { kind: 'newTicket' as const, ticketId: createId(), protocol: null, follows };
      const draft: Draft = { ...recalled.value, target, close: false, updatedAt: toInstant(ports.now()) };
      const kept = await ports.drafts.keep(draft);
      return kept.ok ? { ok: true, value: draft } : kept;
    },
  };
  return sending;
}

function wait(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds));
}
