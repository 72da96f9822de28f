import { WRITING_FORBIDDEN } from './opening-rules.ts';
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

/** Who may close: anyone who closes tickets at all, or only the opener, users with a function, or either. */
export type Closers = { kind: 'anyone' } | { kind: 'only'; opener: boolean; functions: readonly string[] };

/**
 * Who may close a ticket of this type. "Só eu posso encerrar" shuts out everybody else, but the functions that the type
 * names keep their right: a ticket must not wait for ever for someone who is away.
 */
export function closersOf(type: Pick<TicketType, 'closingPolicy'>, closeOnlyByOpener: boolean): Closers {
  const policy = type.closingPolicy;
  if (policy.kind === 'functions')
    return { kind: 'only', opener: closeOnlyByOpener, functions: policy.functions };
  if (policy.kind === 'opener' || closeOnlyByOpener) return { kind: 'only', opener: true, functions: [] };
  return { kind: 'anyone' };
}

/** Whether this user may close this ticket; a refusal names the rule and who can. */
export function canClose({ user, ticket, type, openerName }: Closing): Result<void> {
  if (ticket.closedAt !== null) return err(ALREADY_CLOSED);
  if (!user.permissions.includes('tickets.close')) {
    return err({
      code: 'forbidden',
      message: 'Você não tem permissão para encerrar atendimentos. Quem libera é a administração do CRM.',
    });
  }
  const closers = closersOf(type, ticket.closeOnlyByOpener);
  if (closers.kind === 'anyone') return ok(undefined);
  if (closers.opener && user.id === ticket.openedByUserId) return ok(undefined);
  if (closers.functions.some((name) => user.functions.includes(name))) return ok(undefined);
  return err(closingRefused(type.name, closers, openerName));
}

/** Whether this user may reopen this ticket. Without the permission a new ticket, linked to it, is the way. */
export function canReopen({
  user,
  ticket,
}: Pick<Closing, 'ticket'> & { user: Pick<CurrentUser, 'permissions'> }): Result<void> {
  if (ticket.closedAt === null) {
    return err({ code: 'ticket-open', message: 'Este atendimento já está aberto.' });
  }
  if (!user.permissions.includes('tickets.reopen')) {
    return err({
      code: 'forbidden',
      message: 'Você não tem permissão para reabrir atendimentos. Abra um novo atendimento.',
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

const TICKET_CLOSED: Problem = {
  code: 'ticket-closed',
  message: 'Este atendimento está encerrado e não recebe pareceres. Reabra-o ou abra um novo.',
};

const ALREADY_CLOSED: Problem = { code: 'ticket-closed', message: 'Este atendimento já está encerrado.' };

function closingRefused(
  typeName: string,
  closers: Extract<Closers, { kind: 'only' }>,
  openerName: string | null,
): Problem {
  const opener = openerName === null ? 'quem abriu' : `quem abriu, ${openerName}`;
  const functions = closers.functions.join(' ou por ');
  const ways = [...(closers.opener ? [opener] : []), ...(functions === '' ? [] : [functions])];
  // After a name the sentence needs its comma back: "por quem abriu, Renata Prado, ou por Supervisor".
  const who = ways.join(openerName === null ? ' ou por ' : ', ou por ');
  return { code: 'closing-refused', message: `O tipo ${typeName} só é encerrado por ${who}.` };
}
