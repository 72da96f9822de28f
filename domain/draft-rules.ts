import { type Closing, canAddOpinion, canClose } from './closing.ts';
import type { AddOpinion, CloseTicket, Command, OpenTicket, OpinionContent } from './command.ts';
import type { Company } from './company.ts';
import type { CustomerSummary } from './customer.ts';
import type { Draft } from './draft.ts';
import { createId } from './id.ts';
import { toInstant } from './instant.ts';
import { defaultNextContact } from './next-contact.ts';
import { checkOpening } from './opening-rules.ts';
import { checkOpinion } from './opinion-rules.ts';
import { err, ok, type Problem, type Result } from './result.ts';
import { emptyRichText } from './rich-text/document.ts';
import { isRichTextEmpty } from './rich-text/plain-text.ts';
import type { Ticket } from './ticket.ts';
import type { TicketType } from './ticket-type.ts';
import type { CurrentUser } from './user.ts';
import type { Route } from './workflow.ts';
import type { RouteEnd } from './workflow-engine.ts';

/** What OK needs to know beside the draft. */
export interface DraftContext {
  now: Date;
  company: Pick<Company, 'timeZone' | 'holidays'>;
  user: CurrentUser;
  /** Type of the ticket (chosen, or the one that it has); null where it is not known on this machine. */
  type: TicketType | null;
  /** The ticket that is continued; null for a new one, and where it is not known: the server then decides alone. */
  ticket?: Pick<Ticket, 'openedByUserId' | 'closeOnlyByOpener' | 'closedAt'> | null | undefined;
  /** Name of who opened it, for refusals. */
  openerName?: string | null | undefined;
  /** Where the workflow takes the ticket, and what was answered for it; undefined where it follows none, or none that is known here. */
  routed?: { end: RouteEnd; route: Route | undefined } | undefined;
}

/** An opinion not yet begun, of this customer for ever. */
export function createDraft(start: {
  userId: string;
  customer: CustomerSummary;
  target: Draft['target'];
  now: Date;
  channelId?: string | null | undefined;
}): Draft {
  const now = toInstant(start.now);
  return {
    id: createId(),
    userId: start.userId,
    customer: start.customer,
    target: start.target,
    typeId: null,
    channelId: start.channelId ?? null,
    contactPersonId: null,
    contactName: '',
    subjects: [],
    body: emptyRichText(),
    nextContact: null,
    waitingFor: null,
    closeOnlyByOpener: false,
    close: false,
    startedAt: null,
    endedAt: null,
    writingStartedAt: null,
    selection: null,
    finishedLaterAt: null,
    createdAt: now,
    updatedAt: now,
  };
}

/** The same text as something new: nothing of it is under an id that the server may have, and a protocol that may be given goes with the old one. */
export function draftAsNew(draft: Draft): Draft {
  const { target } = draft;
  return {
    ...draft,
    id: createId(),
    ...(draft.attachments && { attachments: draft.attachments.map((file) => ({ ...file, id: createId() })) }),
    target: target.kind === 'newTicket' ? { ...target, ticketId: createId(), protocol: null } : target,
  };
}

/**
 * Whether nothing of the agent would be lost with it. The channel does not count: the screen fills it in; nor do the person and the times
 * that a call filled in, while they are as it left them.
 */
export function isDraftEmpty(draft: Draft): boolean {
  return (
    isRichTextEmpty(draft.body) &&
    draft.subjects.length === 0 &&
    !hasContactOrTimes(draft) &&
    (draft.target.kind === 'ticket' || draft.typeId === null) &&
    draft.nextContact === null &&
    draft.waitingFor === null &&
    !draft.close &&
    !draft.closeOnlyByOpener &&
    !namesMore(draft)
  );
}

function namesMore({ product, internalContact, watcherIds, changes, attachments }: Draft): boolean {
  return (
    product != null ||
    internalContact !== undefined ||
    watcherIds !== undefined ||
    changes !== undefined ||
    (attachments !== undefined && attachments.length > 0)
  );
}

function hasContactOrTimes({ call, contactName, contactPersonId, startedAt, endedAt }: Draft): boolean {
  const filled = call?.filled;
  const isOwn = (value: string | null, byCall: string | null = null) => value !== null && value !== byCall;
  return (
    isOwn(contactName.trim() || null, filled?.contactName.trim()) ||
    isOwn(contactPersonId, filled?.contactPersonId) ||
    isOwn(startedAt, filled?.startedAt) ||
    isOwn(endedAt, filled?.endedAt)
  );
}

/** All that keeps the draft from being sent, the first to mend first; `field` is the path in the request. */
export function checkDraft(draft: Draft, context: DraftContext): Problem[] {
  const { user, type, ticket = null, now } = context;
  const problems: Problem[] = [];
  if (draft.target.kind === 'newTicket') {
    problems.push(...checkOpening({ user, type, closeOnlyByOpener: draft.closeOnlyByOpener }));
  } else if (ticket !== null) {
    const allowed = canAddOpinion({ user, ticket });
    if (!allowed.ok) problems.push(allowed.error);
  }
  problems.push(...checkOpinion(draftToOpinion(draft, now), { type, now }));
  if (draft.close) {
    const closing = closingProblem(draft, context);
    if (closing !== null) problems.push(closing);
  }
  return problems;
}

/** Who would close with this draft, as far as it is known here; null where it is not, and the server decides. */
export function closingOf(
  draft: Draft,
  { user, type, ticket = null, openerName = null }: DraftContext,
): Closing | null {
  if (type === null) return null;
  const isNew = draft.target.kind === 'newTicket';
  const about = isNew
    ? { openedByUserId: user.id, closeOnlyByOpener: draft.closeOnlyByOpener, closedAt: null }
    : ticket;
  if (about === null) return null;
  return { user, ticket: about, type, openerName: isNew ? user.name : openerName };
}

/**
 * What OK sends: the ticket or the opinion, then its closing. The start is the one given or the moment that writing
 * began, the end the one given or now; a new ticket without a next contact gets the default of its type. The error is
 * the first of {@link checkDraft}.
 */
export function draftToCommands(draft: Draft, context: DraftContext): Result<Command[]> {
  const [problem] = checkDraft(draft, context);
  if (problem !== undefined) return err(problem);
  const first = draft.target.kind === 'newTicket' ? openTicket(draft, context) : addOpinion(draft, context);
  // A CR that closes the ticket does what "Encerrar" asks for.
  if (!draft.close || context.routed?.end.closes === true) return ok([first]);
  const close: CloseTicket = { kind: 'closeTicket', id: createId(), ticketId: draft.target.ticketId };
  return ok([first, close]);
}

function closingProblem(draft: Draft, context: DraftContext): Problem | null {
  const closing = closingOf(draft, context);
  if (closing === null || closing.ticket.closedAt !== null) return null;
  const allowed = canClose(closing);
  return allowed.ok ? null : allowed.error;
}

function openTicket(draft: Draft, { user, type, company, now, routed }: DraftContext): OpenTicket {
  if (draft.target.kind !== 'newTicket' || type === null) throw new Error('Checked before');
  return {
    kind: 'openTicket',
    id: draft.target.ticketId,
    protocol: draft.target.protocol,
    customerId: draft.customer.id,
    typeId: type.id,
    title: null,
    nextContact:
      draft.nextContact ?? defaultNextContact({ user, type: standingIn(type, routed), company, now }),
    waitingFor: draft.waitingFor,
    closeOnlyByOpener: draft.closeOnlyByOpener,
    ...(draft.target.follows === undefined ? {} : { followsTicketId: draft.target.follows.id }),
    ...(draft.product == null ? {} : { product: draft.product }),
    ...(draft.internalContact == null ? {} : { internalContact: draft.internalContact }),
    ...(draft.watcherIds === undefined || draft.watcherIds.length === 0
      ? {}
      : { watcherIds: draft.watcherIds }),
    ...(routed?.route === undefined ? {} : { route: routed.route }),
    opinion: draftToOpinion(draft, now),
  };
}

/** The type, for a ticket that its workflow takes to another CR than the type's first. */
function standingIn(type: TicketType, routed: DraftContext['routed']): TicketType {
  return routed === undefined ? type : { ...type, initialCenterId: routed.end.centerId };
}

function addOpinion(draft: Draft, { now, routed }: DraftContext): AddOpinion {
  return {
    kind: 'addOpinion',
    id: draft.id,
    ticketId: draft.target.ticketId,
    nextContact: draft.nextContact,
    waitingFor: draft.waitingFor,
    correctsOpinionId: null,
    ...(draft.internalContact === undefined ? {} : { internalContact: draft.internalContact }),
    ...(draft.watcherIds === undefined ? {} : { watcherIds: draft.watcherIds }),
    ...(draft.changes === undefined ? {} : { changes: draft.changes }),
    ...(routed?.route === undefined ? {} : { route: routed.route }),
    opinion: draftToOpinion(draft, now),
  };
}

function draftToOpinion(draft: Draft, now: Date): OpinionContent {
  const ok = toInstant(now);
  // A clock set back while writing must not make the start later than the end.
  const began = draft.writingStartedAt !== null && draft.writingStartedAt < ok ? draft.writingStartedAt : ok;
  const subjects = draft.subjects.map((subject) => subject.trim()).filter((subject) => subject !== '');
  return {
    id: draft.id,
    startedAt: draft.startedAt ?? began,
    endedAt: draft.endedAt ?? ok,
    channelId: draft.channelId,
    contactPersonId: draft.contactPersonId,
    contactName: draft.contactName.trim() || null,
    subjects: [...new Set(subjects)],
    body: draft.body,
    ...(draft.attachments === undefined || draft.attachments.length === 0
      ? {}
      : { attachments: draft.attachments }),
    ...(draft.call === undefined ? {} : { callId: draft.call.id }),
    ...(draft.call?.phone == null ? {} : { callPhone: draft.call.phone }),
  };
}
