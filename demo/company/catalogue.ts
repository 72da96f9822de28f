import type { ContactChannel } from '../../domain/contact-channel.ts';
import type { ClosingPolicy, TicketType } from '../../domain/ticket-type.ts';
import type { Workflow } from '../../domain/workflow.ts';
import { createRandom } from './random.ts';
import { createSampleId } from './sample-id.ts';
import type { SampleStaff } from './staff.ts';
import { WORKFLOW_BY_TYPE } from './workflows.ts';

const FOUNDED = Date.UTC(2024, 0, 1, 13);

type Center = Parameters<SampleStaff['centerId']>[0];

interface Leaf {
  center: Center;
  /** 1 is the highest; 5 where left out. */
  priority?: number;
  /** Business days to the next contact; 1 where left out. */
  days?: number;
  subject?: true;
  flexible?: true;
  closing?: ClosingPolicy;
  inactive?: true;
}

const SUPERVISORS: ClosingPolicy = { kind: 'functions', functions: ['Supervisor'] };
const OPENER: ClosingPolicy = { kind: 'opener' };

/** The tree in order of number; a node without a leaf's settings groups those below it. */
const TYPES: readonly [number: string, name: string, leaf?: Leaf][] = [
  ['1', 'Suporte'],
  ['1.1', 'Instalação e acesso'],
  ['1.1.1', 'Instalação em nova máquina', { center: 'Suporte N1', days: 2 }],
  ['1.1.2', 'Usuário e senha', { center: 'Suporte N1', priority: 3 }],
  ['1.1.3', 'Acesso remoto', { center: 'Suporte N1' }],
  ['1.2', 'Dúvidas sobre o sistema'],
  ['1.2.1', 'Dúvida fiscal', { center: 'Suporte N1', subject: true, flexible: true, closing: SUPERVISORS }],
  ['1.2.2', 'Dúvida de estoque', { center: 'Suporte N1' }],
  ['1.2.3', 'Dúvida de financeiro', { center: 'Suporte N1' }],
  ['1.2.4', 'Impressora não fiscal', { center: 'Suporte N1', flexible: true }],
  ['1.3', 'Erro no sistema'],
  ['1.3.1', 'Erro ao gravar', { center: 'Suporte N1', priority: 2, subject: true }],
  ['1.3.2', 'Lentidão', { center: 'Suporte N1', days: 2 }],
  ['1.3.3', 'Relatório com diferença', { center: 'Suporte N1', days: 3, flexible: true }],
  ['1.4', 'Frente de loja'],
  ['1.4.1', 'PDV parado', { center: 'Suporte N1', priority: 1, days: 0 }],
  ['1.4.2', 'TEF e cartões', { center: 'Suporte N1', priority: 2 }],
  ['2', 'Financeiro e cobrança'],
  ['2.1', 'Boletos'],
  ['2.1.1', 'Boleto não registrado', { center: 'Suporte N1', priority: 3 }],
  ['2.1.2', 'Segunda via', { center: 'Comercial', days: 0 }],
  ['2.2', 'Negociação de dívida', { center: 'Comercial', days: 5, closing: OPENER }],
  ['3', 'Fiscal'],
  ['3.1', 'Conferência de SPED', { center: 'Fiscal', days: 3, subject: true }],
  ['3.2', 'Rejeição de NF-e', { center: 'Fiscal', priority: 2, flexible: true }],
  ['3.3', 'Certificado digital', { center: 'Fiscal' }],
  ['3.4', 'Mudança de legislação', { center: 'Fiscal', days: 10 }],
  ['4', 'Comercial'],
  ['4.1', 'Proposta', { center: 'Comercial', days: 2, flexible: true, closing: OPENER }],
  ['4.2', 'Visita técnica', { center: 'Comercial', days: 5 }],
  [
    '4.3',
    'Cancelamento de contrato',
    {
      center: 'Comercial',
      subject: true,
      closing: { kind: 'functions', functions: ['Gerência', 'Supervisor'] },
    },
  ],
  ['5', 'Implantação'],
  ['5.1', 'Acompanhamento de implantação', { center: 'Suporte N2', days: 1, closing: SUPERVISORS }],
  ['5.2', 'Treinamento', { center: 'Suporte N1', days: 5 }],
  ['6', 'Tipos antigos'],
  ['6.1', 'Pedido por fax', { center: 'Comercial', inactive: true }],
];

export function createTicketTypes(
  seed: number,
  staff: SampleStaff,
  workflows: readonly Workflow[],
): TicketType[] {
  const random = createRandom(seed, 'ticket-types');
  const types: TicketType[] = [];
  for (const [number, name, leaf] of TYPES) {
    const parent = types.find((type) => type.number === number.replace(/\.[0-9]+$/, ''));
    types.push({
      id: createSampleId(random, FOUNDED),
      number,
      name,
      parentId: parent?.id ?? null,
      selectable: leaf !== undefined,
      subjectRequired: leaf?.subject ?? false,
      initialCenterId: leaf === undefined ? null : staff.centerId(leaf.center),
      closingPolicy: leaf?.closing ?? { kind: 'anyone' },
      flexibleClosing: leaf?.flexible ?? false,
      priority: leaf?.priority ?? 5,
      nextContactDays: leaf?.days ?? 1,
      attachmentLimit: null,
      colour: null,
      workflowId: workflows.find((workflow) => workflow.name === WORKFLOW_BY_TYPE[number])?.id ?? null,
      active: !leaf?.inactive,
    });
  }
  return types;
}

const CHANNELS: readonly [name: string, kind: ContactChannel['kind'], active?: false][] = [
  ['Telefone', 'phone'],
  ['Celular', 'mobile'],
  ['Mensagem', 'chat'],
  ['Chat do sistema', 'chat'],
  ['E-mail', 'email'],
  ['Visita', 'visit'],
  ['Portal do cliente', 'other'],
  ['Fax', 'other', false],
];

export function createContactChannels(seed: number): ContactChannel[] {
  const random = createRandom(seed, 'contact-channels');
  return CHANNELS.map(([name, kind, active = true], index) => ({
    id: createSampleId(random, FOUNDED),
    name,
    kind,
    position: index + 1,
    active,
  }));
}
