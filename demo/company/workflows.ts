import type { Workflow, WorkflowItem } from '../../domain/workflow.ts';
import { createRandom } from './random.ts';
import { createSampleId } from './sample-id.ts';
import type { SampleStaff } from './staff.ts';

const FOUNDED = Date.UTC(2024, 0, 1, 14);

/** Contact made? Successful? Sold? */
const SALE = 'Venda';
/** First level, second level, development, and whether the customer confirms. */
const SUPPORT = 'Correção de erro';

/** The workflow of each type that has one of its own, by the type's number: leaves below it have it too. */
export const WORKFLOW_BY_TYPE: Readonly<Record<string, string>> = { '1.3': SUPPORT, '4.1': SALE };

export function createWorkflows(seed: number, { centerId }: SampleStaff): Workflow[] {
  const random = createRandom(seed, 'workflows');
  const workflow = (name: string, items: WorkflowItem[]): Workflow => ({
    id: createSampleId(random, FOUNDED),
    version: 1,
    name,
    start: items[0]?.key ?? '',
    items,
  });
  const center = (
    key: string,
    name: Parameters<typeof centerId>[0],
    next: string[],
    otherCenters = false,
  ) => ({
    ...{ kind: 'center' as const, key, centerId: centerId(name), next, otherCenters },
  });
  return [
    workflow(SALE, [
      decision('contato', 'Houve contato com o cliente?', [
        ['sim', 'Sim', 'sucesso'],
        ['nao', 'Não, tentar de novo', 'comercial'],
      ]),
      decision('sucesso', 'O contato foi bem-sucedido?', [
        ['sim', 'Sim, há interesse', 'venda'],
        ['depois', 'Pediu para falar depois', 'comercial'],
        ['nao', 'Não há interesse', 'fim'],
      ]),
      decision('venda', 'A venda foi realizada?', [
        ['sim', 'Sim', 'fim'],
        ['negociando', 'Ainda em negociação', 'comercial'],
        ['nao', 'Não', 'fim'],
      ]),
      center('comercial', 'Comercial', ['contato'], true),
      center('fim', 'Encerrado', []),
    ]),
    workflow(SUPPORT, [
      center('n1', 'Suporte N1', ['resolvido-n1'], true),
      decision('resolvido-n1', 'Resolveu no primeiro nível?', [
        ['sim', 'Sim', 'confirmacao'],
        ['nao', 'Não, precisa do N2', 'n2'],
        ['analise', 'Ainda em análise', 'n1'],
      ]),
      center('n2', 'Suporte N2', ['resolvido-n2'], true),
      decision('resolvido-n2', 'O erro foi resolvido?', [
        ['sim', 'Sim', 'confirmacao'],
        ['defeito', 'Não, é defeito do sistema', 'desenvolvimento'],
        ['volta', 'Faltam informações do cliente', 'n1'],
        ['analise', 'Ainda em análise', 'n2'],
      ]),
      center('desenvolvimento', 'Desenvolvimento', ['confirmacao', 'n2']),
      center('confirmacao', 'Suporte N1', ['confirmado'], true),
      decision('confirmado', 'O cliente confirmou a solução?', [
        ['sim', 'Sim, confirmou', 'fim'],
        ['nao', 'Não, o erro continua', 'n2'],
        ['espera', 'Ainda não respondeu', 'confirmacao'],
      ]),
      center('fim', 'Encerrado', []),
    ]),
  ];
}

function decision(key: string, question: string, answers: [key: string, text: string, to: string][]) {
  return {
    kind: 'decision' as const,
    key,
    question,
    answers: answers.map(([answer, text, to]) => ({ key: answer, text, to })),
  };
}
