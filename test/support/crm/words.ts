import type { Command } from '../../../domain/command.ts';
import type { Draft } from '../../../domain/draft.ts';
import { createId } from '../../../domain/id.ts';
import type { Owner } from '../../../domain/owner.ts';
import { plainTextToRichText } from '../../../domain/rich-text/document.ts';
import { aDraft, NOW, testId, users } from '../screens/fixtures.ts';

/** A user of the server that tests have their words for. */
export function ownerOf(user: { id: string }, serverUrl = 'https://crm.exemplo.com.br'): Owner {
  return { serverUrl, userId: user.id };
}

/** Who writes in tests. */
export const writer = ownerOf(users.me);

/** A draft with a text, of a ticket to be or of the ticket that is given. */
export function aWrittenDraft(text: string, ticketId?: string, more: Partial<Draft> = {}): Draft {
  const target: Draft['target'] =
    ticketId === undefined
      ? { kind: 'newTicket', ticketId: createId(), protocol: null }
      : { kind: 'ticket', ticketId, protocol: '2026000042175', title: 'Um atendimento' };
  return aDraft({ id: createId(), target, body: plainTextToRichText(text), ...more });
}

/** What OK makes of a draft; with `close` also the closing. */
export function draftToTestCommands(draft: Draft): Command[] {
  const opinion = {
    id: draft.id,
    startedAt: NOW,
    endedAt: NOW,
    channelId: null,
    contactPersonId: null,
    contactName: null,
    subjects: [],
    body: draft.body,
  };
  const { ticketId } = draft.target;
  const shared = { nextContact: null, waitingFor: null, opinion };
  const first: Command =
    draft.target.kind === 'newTicket'
      ? {
          kind: 'openTicket',
          id: ticketId,
          protocol: draft.target.protocol,
          customerId: draft.customer.id,
          typeId: testId(60),
          title: null,
          closeOnlyByOpener: false,
          ...shared,
        }
      : { kind: 'addOpinion', id: draft.id, ticketId, correctsOpinionId: null, ...shared };
  return draft.close ? [first, aClosing(ticketId)] : [first];
}

export function aClosing(ticketId: string): Command {
  return { kind: 'closeTicket', id: createId(), ticketId };
}
