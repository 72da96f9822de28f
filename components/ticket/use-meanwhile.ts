import { useEffect } from 'preact/hooks';
import { changesSince, type TicketChange, toSeenTicket } from '../../domain/seen-ticket.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { OpenWriting } from '../../state/open-writing.ts';

export interface Meanwhile {
  /** What became different about the ticket since the agent began to write. */
  changes: readonly TicketChange[];
  /** The agent knows of it, and writes for the ticket as it is now. */
  agree(): void;
}

/**
 * Follows what becomes of a ticket while an opinion is written for it. `unsent`: how many own opinions of it are on their way; they
 * change the ticket, and are no news.
 */
export function useMeanwhile(
  open: OpenWriting,
  ticket: Ticket,
  { isKnown, unsent }: { isKnown: boolean; unsent: number },
): Meanwhile {
  const { writing } = open;
  const { seenTicket } = writing.draft.value;
  const touched = writing.touched.value;
  const isSettled = isKnown && unsent === 0;
  const agree = () => writing.change({ seenTicket: toSeenTicket(ticket) });
  useEffect(() => {
    if (isSettled && touched && seenTicket === undefined) agree();
  }, [isSettled, touched, seenTicket, writing, ticket]);
  const changes = isSettled && seenTicket !== undefined ? changesSince(seenTicket, ticket) : [];
  return { changes, agree };
}
