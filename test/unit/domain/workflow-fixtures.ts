import { createId } from '../../../domain/id.ts';
import type { Workflow, WorkflowItem } from '../../../domain/workflow.ts';

/** CRs of the tests' workflows: the last one closes the ticket. */
export const SALES = { id: createId(), name: 'Comercial', closesTicket: false };
export const FIRST = { id: createId(), name: 'Suporte N1', closesTicket: false };
export const SECOND = { id: createId(), name: 'Suporte N2', closesTicket: false };
export const MAKERS = { id: createId(), name: 'Desenvolvimento', closesTicket: false };
export const CLOSED = { id: createId(), name: 'Encerrado', closesTicket: true };
export const CENTERS = [SALES, FIRST, SECOND, MAKERS, CLOSED];

export function center(key: string, { id: centerId }: { id: string }, next: string[], otherCenters = false) {
  return { kind: 'center' as const, key, centerId, next, otherCenters };
}

/** `answers` by key: the item that each leads to. */
export function decision(key: string, answers: Record<string, string>, question = `${key}?`) {
  return {
    kind: 'decision' as const,
    key,
    question,
    answers: Object.entries(answers).map(([answer, to]) => ({ key: answer, text: `${answer}.`, to })),
  };
}

export function workflow(items: WorkflowItem[], start = items[0]?.key ?? ''): Workflow {
  return { id: createId(), version: 1, name: 'Fluxo', start, items };
}

/** The source's own: contact made? successful? sold? */
export const saleWorkflow = workflow([
  decision('contato', { sim: 'sucesso', nao: 'comercial' }),
  decision('sucesso', { sim: 'venda', nao: 'comercial' }),
  decision('venda', { sim: 'fim', nao: 'fim', depois: 'comercial' }),
  center('comercial', SALES, ['contato']),
  center('fim', CLOSED, []),
]);

/** First level, second level, development, and whether the customer confirms. */
export const supportWorkflow = workflow([
  center('n1', FIRST, ['n2', 'confirma'], true),
  center('n2', SECOND, ['n1', 'dev', 'confirma'], true),
  center('dev', MAKERS, ['n2']),
  decision('confirma', { sim: 'fim', nao: 'n2' }),
  center('fim', CLOSED, []),
]);
