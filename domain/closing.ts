import { closingRules } from '../locales/pt-BR/rules-closing.ts';
import { err, ok, type Problem, type Result } from './result.ts';
import type { Ticket } from './ticket.ts';
import type { TicketType } from './ticket-type.ts';
import type { CurrentUser } from './user.ts';

export interface Closing {
  user: Pick<CurrentUser, 'id' | 'functions' | 'permissions'>;
  ticket: Pick<Ticket, 'openedByUserId' | 'closeOnlyByOpener' | 'closedAt'>;
  type: Pick<TicketType, 'name' | 'closingPolicy'>;
  /** Name of who opened the ticket, for the refusal; null where it is not known. */
  openerName: string | null;
}

/**
 * Who may close: anyone who closes tickets at all, or only whoever meets every condition: to be the opener where
 * `opener` is true, and to have one of `functions` where there are any.
 */
export type Closers = { kind: 'anyone' } | { kind: 'only'; opener: boolean; functions: readonly string[] };

/** Who may close a ticket of this type. "Só eu posso encerrar" only tightens: it lets in nobody whom the type shuts out. */
export function closersOf(type: Pick<TicketType, 'closingPolicy'>, closeOnlyByOpener: boolean): Closers {
  const policy = type.closingPolicy;
  if (policy.kind === 'functions')
    return { kind: 'only', opener: closeOnlyByOpener, functions: policy.functions };
  if (policy.kind === 'opener' || closeOnlyByOpener) return { kind: 'only', opener: true, functions: [] };
  return { kind: 'anyone' };
}

/** Whether a user meets the conditions; the permission to close is another question. */
export function isAmongClosers(
  closers: Closers,
  user: { isOpener: boolean; functions: readonly string[] },
): boolean {
  if (closers.kind === 'anyone') return true;
  if (closers.opener && !user.isOpener) return false;
  return closers.functions.length === 0 || closers.functions.some((name) => user.functions.includes(name));
}

/** Whether this user may close this ticket; a refusal names the rule and who can. */
export function canClose({ user, ticket, type, openerName }: Closing): Result<void> {
  if (ticket.closedAt !== null) return err(ALREADY_CLOSED);
  if (!user.permissions.includes('tickets.close')) {
    return err({
      code: 'forbidden',
      message: closingRules.closingForbidden,
    });
  }
  const closers = closersOf(type, ticket.closeOnlyByOpener);
  const isOpener = user.id === ticket.openedByUserId;
  if (closers.kind === 'anyone' || isAmongClosers(closers, { isOpener, functions: user.functions })) {
    return ok(undefined);
  }
  return err(closingRefused(type.name, closers, openerName));
}

/** Whether this user may reopen this ticket. Without the permission a new ticket, linked to it, is the way. */
export function canReopen({
  user,
  ticket,
}: {
  ticket: Pick<Ticket, 'closedAt'>;
  user: Pick<CurrentUser, 'permissions'>;
}): Result<void> {
  if (ticket.closedAt === null) {
    return err({ code: 'ticket-open', message: closingRules.alreadyOpen });
  }
  if (!user.permissions.includes('tickets.reopen')) {
    return err({
      code: 'forbidden',
      message: closingRules.reopeningForbidden,
    });
  }
  return ok(undefined);
}

/** Whether this user may add an opinion to this ticket: a closed one takes none. */
export function canAddOpinion({
  user,
  ticket,
}: {
  ticket: Pick<Ticket, 'closedAt'>;
  user: Pick<CurrentUser, 'permissions'>;
}): Result<void> {
  if (!user.permissions.includes('tickets.write')) return err(WRITING_FORBIDDEN);
  if (ticket.closedAt !== null) return err(TICKET_CLOSED);
  return ok(undefined);
}

/** Said where the user has no `tickets.write`. */
export const WRITING_FORBIDDEN: Problem = {
  code: 'forbidden',
  message: closingRules.writingForbidden,
};

const TICKET_CLOSED: Problem = {
  code: 'ticket-closed',
  message: closingRules.closed,
};

const ALREADY_CLOSED: Problem = { code: 'ticket-closed', message: closingRules.alreadyClosed };

function closingRefused(
  typeName: string,
  closers: Extract<Closers, { kind: 'only' }>,
  openerName: string | null,
): Problem {
  const message = closingRules.onlyBy({
    type: typeName,
    opener: closers.opener,
    openerName,
    functions: closers.functions,
  });
  return { code: 'closing-refused', message };
}
