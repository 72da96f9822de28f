import { plainTextToRichText } from '../../../domain/rich-text/document.ts';
import type { Ticket } from '../../../domain/ticket.ts';
import type { Workflow, WorkflowPlace } from '../../../domain/workflow.ts';
import {
  aDraft,
  anOpinion,
  aTicket,
  catalogue,
  centers,
  onRioPardo,
  rioPardo,
  testId,
  users,
} from '../../support/screens/fixtures.ts';
import type { World } from '../../support/screens/memory-ports.ts';

export const closedCenter = { id: testId(14), name: 'Encerrado', closesTicket: true };

/** The design's own: was the note authorised? */
export const noteWorkflow: Workflow = {
  id: testId(950),
  version: 1,
  name: 'Rejeição de nota',
  start: 'resolveu',
  items: [
    {
      kind: 'decision',
      key: 'resolveu',
      question: 'Resolveu no primeiro contato?',
      answers: [
        { key: 'sim', text: 'Sim', to: 'fim' },
        { key: 'nao', text: 'Não', to: 'n2' },
      ],
    },
    { kind: 'center', key: 'n2', centerId: centers.n2.id, next: ['autorizada'], otherCenters: true },
    {
      kind: 'decision',
      key: 'autorizada',
      question: 'A nota foi autorizada depois da correção?',
      answers: [
        { key: 'sim', text: 'Sim, autorizada', to: 'fim' },
        { key: 'mesma', text: 'Não, mesma rejeição', to: 'desenvolvimento' },
        { key: 'outra', text: 'Não, outra rejeição', to: 'n2' },
        { key: 'espera', text: 'Cliente ainda não testou', to: 'quando' },
      ],
    },
    {
      kind: 'decision',
      key: 'quando',
      question: 'Quando voltar a falar?',
      answers: [
        { key: 'hoje', text: 'Ainda hoje', to: 'n2' },
        { key: 'depois', text: 'Outro dia', to: 'n1' },
      ],
    },
    { kind: 'center', key: 'n1', centerId: centers.n1.id, next: ['n2', 'autorizada'], otherCenters: false },
    {
      kind: 'center',
      key: 'desenvolvimento',
      centerId: centers.development.id,
      next: ['n2', 'fim'],
      otherCenters: false,
    },
    { kind: 'center', key: 'fim', centerId: closedCenter.id, next: [], otherCenters: false },
  ],
};

const PLACE: WorkflowPlace = { workflowId: noteWorkflow.id, version: 1, item: 'n2' };

/** A ticket on its path, and the text of its next opinion. */
export function workflowWorld(ticket: Partial<Ticket> = {}, more: Partial<World> = {}): Partial<World> {
  const typeIds = [testId(23), testId(24), testId(28)];
  return {
    page: onRioPardo,
    customers: [rioPardo],
    open: [
      aTicket(300, 'Rejeição 778 na NF-e: NCM inexistente', {
        protocol: '2026000042175',
        typeId: testId(24),
        workflow: PLACE,
        ...ticket,
      }),
    ],
    catalogue: {
      workflows: [noteWorkflow],
      centers: [...catalogue.centers, closedCenter],
      ticketTypes: catalogue.ticketTypes.map((type) =>
        typeIds.includes(type.id) ? { ...type, workflowId: noteWorkflow.id } : type,
      ),
    },
    opinions: [
      anOpinion(600, 'Rejeição 778 ao emitir a nota 8.114.', {
        centerBeforeId: null,
        centerAfterId: centers.n1.id,
        confirmedAt: '2026-07-15T12:12:00.000Z',
      }),
      anOpinion(601, 'Reproduzi na base de teste: o NCM saiu da tabela de 01/07.', {
        centerBeforeId: centers.n1.id,
        centerAfterId: centers.n2.id,
        decisions: [
          { item: 'resolveu', question: 'Resolveu no primeiro contato?', answer: 'nao', text: 'Não' },
        ],
      }),
    ],
    drafts: [noteDraft()],
    ...more,
  };
}

export function noteDraft(more: Parameters<typeof aDraft>[0] = {}) {
  return aDraft({
    body: plainTextToRichText('José reenviou a nota 8.114 com o NCM novo e foi autorizada às 14:31.'),
    writingStartedAt: '2026-07-16T17:32:00.000Z',
    target: {
      kind: 'ticket',
      ticketId: testId(300),
      protocol: '2026000042175',
      title: 'Rejeição 778 na NF-e: NCM inexistente',
    },
    ...more,
  });
}

/** Only a supervisor closes, and the agent is none. */
export const refusedWorld = () => workflowWorld({ typeId: testId(28), openedByUserId: users.renata.id });
