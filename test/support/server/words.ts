import type { z } from 'zod';
import type { addOpinionRequestSchema, openTicketRequestSchema } from '../../../contract/tickets.ts';
import type { OpinionContent } from '../../../domain/command.ts';
import { createId } from '../../../domain/id.ts';
import { toInstant } from '../../../domain/instant.ts';
import { plainTextToRichText } from '../../../domain/rich-text/document.ts';
import { id } from './company.ts';

export function anOpinion(
  text = 'Cliente relata lentidão.',
  more: Partial<OpinionContent> = {},
): OpinionContent {
  const now = Date.now();
  return {
    id: createId(),
    startedAt: toInstant(now - 90_000),
    endedAt: toInstant(now - 30_000),
    channelId: id.phone,
    contactPersonId: id.luiza,
    contactName: 'Luiza',
    subjects: [],
    body: plainTextToRichText(text),
    ...more,
  };
}

export type OpenTicketRequest = z.infer<typeof openTicketRequestSchema>;
export type AddOpinionRequest = z.infer<typeof addOpinionRequestSchema>;

/** `POST /tickets` for Rio Pardo, with every rule kept. */
export function anOpening(more: Partial<OpenTicketRequest> = {}): OpenTicketRequest {
  return {
    id: createId(),
    protocol: null,
    customerId: id.rioPardo,
    typeId: id.question,
    title: null,
    nextContact: null,
    waitingFor: null,
    closeOnlyByOpener: false,
    opinion: anOpinion(),
    ...more,
  };
}

/** `POST /tickets/{id}/opinions`. */
export function anAddition(text?: string, more: Partial<OpinionContent> = {}): AddOpinionRequest {
  const opinion = anOpinion(text, more);
  return { id: opinion.id, nextContact: null, waitingFor: null, correctsOpinionId: null, opinion };
}
