import type { Company } from '../../../domain/company.ts';
import type { ContactChannel } from '../../../domain/contact-channel.ts';
import type { Customer, CustomerSummary } from '../../../domain/customer.ts';
import type { OutboxEntry } from '../../../domain/delivery.ts';
import type { Draft } from '../../../domain/draft.ts';
import { emptyRichText, plainTextToRichText } from '../../../domain/rich-text/document.ts';
import type { Opinion, Ticket } from '../../../domain/ticket.ts';
import type { TicketType } from '../../../domain/ticket-type.ts';
import type { CurrentUser, ResponsibilityCenter, User } from '../../../domain/user.ts';
import type { Catalogue, PageCustomer } from '../../../state/ports.ts';

/** Records of one small company, as the screens of the design show it. The time is 16 July 2026, 14:36 in São Paulo. */
export const NOW = '2026-07-16T17:36:00.000Z';

/** A UUIDv7 that reads as its number. */
export function testId(number: number): string {
  return `0190a000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

export const company: Company = {
  name: 'Sistemas Paranapanema',
  timeZone: 'America/Sao_Paulo',
  areaCode: '16',
  holidays: [],
  sellsServices: false,
};

const center = (id: number, name: string): ResponsibilityCenter => ({
  id: testId(id),
  name,
  closesTicket: false,
});
export const centers = {
  n1: center(10, 'Suporte N1'),
  n2: center(11, 'Suporte N2'),
  development: center(12, 'Desenvolvimento'),
  sales: center(13, 'Comercial'),
};

const person = (id: number, name: string, functions: string[], centerIds: string[]): User => ({
  id: testId(id),
  login: name.toLowerCase().replace(/\s.*/, ''),
  name,
  functions,
  centerIds,
  active: true,
});
export const users = {
  me: person(1, 'João Ferraz', [], [centers.n1.id, centers.n2.id]),
  marina: person(2, 'Marina Duarte', [], [centers.n2.id]),
  renata: person(3, 'Renata Prado', ['Supervisor'], [centers.n1.id]),
  caio: person(4, 'Caio Nunes', [], [centers.development.id]),
  bruna: person(5, 'Bruna Lopes', [], [centers.sales.id]),
};

export const me: CurrentUser = {
  ...users.me,
  permissions: ['customers.read', 'customers.edit', 'tickets.read', 'tickets.write', 'tickets.close'],
};

/** A product whose contract says nothing more. */
export const NO_DETAILS = { situation: null, quantity: null, acquiredOn: null, expiresOn: null };

const type = (
  id: number,
  number: string,
  name: string,
  parent: number | null,
  more: Partial<TicketType> = {},
): TicketType => ({
  id: testId(id),
  number,
  name,
  parentId: parent === null ? null : testId(parent),
  selectable: true,
  subjectRequired: false,
  initialCenterId: centers.n1.id,
  closingPolicy: { kind: 'anyone' },
  flexibleClosing: false,
  priority: 3,
  nextContactDays: 1,
  attachmentLimit: null,
  colour: null,
  workflowId: null,
  active: true,
  ...more,
});

export const ticketTypes: TicketType[] = [
  type(20, '1', 'Suporte', null, { selectable: false }),
  type(21, '1.1', 'Instalação', 20),
  type(22, '1.2', 'Dúvidas sobre o sistema', 20, { selectable: false }),
  type(23, '1.2.1', 'Dúvida fiscal', 22, {
    ...{ subjectRequired: true, flexibleClosing: true, attachmentLimit: 5 * 1024 * 1024 },
  }),
  type(24, '1.2.4', 'Impressora não fiscal', 22),
  type(25, '2', 'Comercial', null, { selectable: false, initialCenterId: centers.sales.id }),
  type(26, '2.1', 'Proposta', 25, { initialCenterId: centers.sales.id }),
  type(27, '3', 'Fiscal', null, { selectable: false }),
  type(28, '3.1', 'Conferência de SPED Fiscal', 27, {
    flexibleClosing: true,
    closingPolicy: { kind: 'functions', functions: ['Supervisor'] },
  }),
];

const channel = (id: number, name: string, kind: ContactChannel['kind'], position: number) => ({
  id: testId(id),
  name,
  kind,
  position,
  active: true,
});
export const contactChannels: ContactChannel[] = [
  channel(30, 'Telefone', 'phone', 1),
  channel(31, 'Celular', 'mobile', 2),
  channel(32, 'Chat', 'chat', 3),
  channel(33, 'E-mail', 'email', 4),
  channel(34, 'Visita', 'visit', 5),
];

export const catalogue: Catalogue = {
  ticketTypes,
  opinionTemplates: [],
  workflows: [],
  contactChannels,
  users: Object.values(users),
  centers: Object.values(centers),
};

const contact = (id: number, name: string, role: string, phone: string, more = {}) => ({
  id: testId(id),
  customerId: testId(100),
  name,
  role,
  phone,
  extension: null,
  sharedPhone: false,
  email: null,
  active: true,
  ...more,
});

export const rioPardo: Customer = {
  id: testId(100),
  code: '000318',
  name: 'Comercial Rio Pardo de Alimentos Ltda',
  tradeName: 'Mercado Rio Pardo',
  document: '12864073000100',
  city: 'Ribeirão Preto, SP',
  active: true,
  kind: 'company',
  address: 'Av. Nove de Julho, 1420, Ribeirão Preto, SP',
  phones: [{ number: '+551636100140', label: 'Recepção', shared: true }],
  emails: ['contato@riopardo.example'],
  since: '2017-03-06',
  alerts: [
    {
      level: 'danger',
      title: 'Inadimplente há 23 dias',
      detail: 'Serviço novo só com Renata Prado.',
    },
  ],
  contactPersons: [
    contact(110, 'José Almeida', 'Faturamento', '+5516991005500'),
    contact(111, 'Cláudia Menezes', 'Financeiro', '+551636100142', {
      extension: '21',
      email: 'claudia@riopardo.example',
    }),
    contact(112, 'Recepção', '', '+551636100140', { sharedPhone: true }),
    contact(113, 'Lívia Prates', 'Compras', '+5516991005511'),
    contact(114, 'Otávio Reis', 'Diretoria', '+5516991005522'),
  ],
  products: [
    {
      id: testId(120),
      name: 'Gestão Fiscal',
      version: '11.2',
      note: 'Servidor próprio; atualização só com hora marcada.',
      kind: 'parent',
      parentId: null,
      blockedReason: null,
      ...NO_DETAILS,
    },
    {
      id: testId(121),
      name: 'Emissor de NF-e',
      version: '4.8',
      note: null,
      kind: 'component',
      parentId: testId(120),
      blockedReason: null,
      ...NO_DETAILS,
    },
    {
      id: testId(122),
      name: 'SPED Contribuições',
      version: '3.1',
      note: null,
      kind: 'component',
      parentId: testId(120),
      blockedReason: null,
      ...NO_DETAILS,
    },
    {
      id: testId(123),
      name: 'PDV Loja',
      version: '7.4',
      note: null,
      kind: 'parent',
      parentId: null,
      blockedReason: 'Contrato suspenso desde 02/07.',
      ...NO_DETAILS,
    },
  ],
};

export function aSummary(more: Partial<CustomerSummary> = {}): CustomerSummary {
  return {
    id: testId(200),
    code: '004410',
    name: 'Auto Peças Guaíra Ltda',
    tradeName: 'Auto Peças Guaíra',
    document: '45723174000110',
    city: 'Guaíra, SP',
    active: true,
    ...more,
  };
}

/** A whole record around a summary. */
export function aCustomer(summary: CustomerSummary): Customer {
  return {
    ...summary,
    kind: 'company',
    address: null,
    phones: [],
    emails: [],
    since: null,
    alerts: [],
    contactPersons: [],
    products: [],
  };
}

export const rioPardoSummary: CustomerSummary = {
  id: rioPardo.id,
  code: rioPardo.code,
  name: rioPardo.name,
  tradeName: rioPardo.tradeName,
  document: rioPardo.document,
  city: rioPardo.city,
  active: true,
};

export const onRioPardo: PageCustomer = {
  code: '000318',
  certainty: 'certain',
  because: [{ label: 'campo “Código”', value: '000318' }],
};

export function aTicket(id: number, title: string, more: Partial<Ticket> = {}): Ticket {
  return {
    id: testId(id),
    protocol: `2026000042${String(id % 1000).padStart(2, '0')}5`.slice(0, 13),
    customer: { id: rioPardo.id, code: rioPardo.code, name: rioPardo.name, active: rioPardo.active },
    typeId: testId(23),
    title,
    centerId: centers.n2.id,
    openedByUserId: users.renata.id,
    openedAt: '2026-07-15T12:12:00.000Z',
    nextContact: { userId: users.me.id, at: '2026-07-16T19:00:00.000Z' },
    waitingFor: null,
    closeOnlyByOpener: false,
    product: null,
    internalContact: null,
    workflow: null,
    priority: 3,
    opinionCount: 4,
    lastOpinionAt: '2026-07-16T14:22:00.000Z',
    lastOpinionExcerpt: 'Reproduzi na base de teste',
    secondsSpent: 4320,
    closedAt: null,
    closedByUserId: null,
    ...more,
  };
}

export const openTickets: Ticket[] = [
  aTicket(300, 'Rejeição 778 na NF-e: NCM inexistente', { protocol: '2026000042175' }),
  aTicket(301, 'Importação do XML de compra não traz o lote dos itens', {
    protocol: '2026000039808',
    waitingFor: 'customer',
    centerId: centers.development.id,
    nextContact: { userId: users.caio.id, at: '2026-07-14T12:00:00.000Z' },
  }),
  aTicket(302, 'Proposta de mais 2 usuários do PDV', {
    protocol: '2026000041024',
    opinionCount: 1,
    centerId: centers.sales.id,
    typeId: testId(26),
    nextContact: { userId: users.bruna.id, at: '2026-07-20T12:00:00.000Z' },
  }),
];

const closed = (id: number, title: string, closedAt: string, excerpt: string, secondsSpent: number) =>
  aTicket(id, title, {
    closedAt,
    closedByUserId: users.marina.id,
    lastOpinionExcerpt: excerpt,
    secondsSpent,
    nextContact: { userId: null, at: null },
  });
export const closedTickets: Ticket[] = [
  closed(
    310,
    'Certificado A1 vencido',
    '2026-07-02T18:00:00.000Z',
    'Renovado e instalado no servidor de NF-e',
    2280,
  ),
  closed(
    311,
    'Diferença no fechamento de caixa',
    '2026-06-24T18:00:00.000Z',
    'Sangria lançada em dobro; estornada',
    4320,
  ),
  closed(312, 'Boleto não sai por e-mail', '2026-06-11T18:00:00.000Z', 'Porta SMTP corrigida para 587', 1320),
];

export function anOpinion(id: number, text: string, more: Partial<Opinion> = {}): Opinion {
  return {
    id: testId(id),
    ticketId: testId(300),
    authorId: users.marina.id,
    startedAt: '2026-07-16T14:04:00.000Z',
    endedAt: '2026-07-16T14:22:00.000Z',
    channelId: testId(30),
    contactPersonId: testId(110),
    contactName: 'José Almeida',
    subjects: [],
    body: plainTextToRichText(text),
    centerBeforeId: centers.n2.id,
    centerAfterId: centers.n2.id,
    correctsOpinionId: null,
    decisions: [],
    changes: [],
    attachments: [],
    confirmedAt: '2026-07-16T14:22:03.000Z',
    ...more,
  };
}

export function aDraft(more: Partial<Draft> = {}): Draft {
  return {
    id: testId(400),
    userId: users.me.id,
    customer: rioPardoSummary,
    target: { kind: 'newTicket', ticketId: testId(401), protocol: '2026000042319' },
    typeId: null,
    channelId: testId(30),
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
    createdAt: '2026-07-16T17:24:00.000Z',
    updatedAt: '2026-07-16T17:24:00.000Z',
    ...more,
  };
}

/** An opinion of ticket 300 on its way. */
export function anEntry(id: number, text: string, more: Partial<OutboxEntry> = {}): OutboxEntry {
  const command = {
    kind: 'addOpinion' as const,
    id: testId(id),
    ticketId: testId(300),
    nextContact: null,
    waitingFor: null,
    correctsOpinionId: null,
    opinion: {
      id: testId(id),
      startedAt: '2026-07-16T17:15:00.000Z',
      endedAt: '2026-07-16T17:21:00.000Z',
      channelId: testId(33),
      contactPersonId: testId(110),
      contactName: 'José Almeida',
      subjects: [],
      body: plainTextToRichText(text),
    },
  };
  return {
    id: testId(id),
    userId: users.me.id,
    ticketId: testId(300),
    sequence: id,
    command,
    draft: aDraft({
      id: testId(id),
      body: plainTextToRichText(text),
      target: {
        kind: 'ticket',
        ticketId: testId(300),
        protocol: '2026000042175',
        title: 'Rejeição 778 na NF-e: NCM inexistente',
      },
    }),
    customer: rioPardoSummary,
    title: 'Rejeição 778 na NF-e: NCM inexistente',
    state: 'queued',
    attempts: 0,
    retryAt: null,
    problem: null,
    receipt: null,
    acceptedAt: '2026-07-16T17:21:00.000Z',
    confirmedAt: null,
    ...more,
  };
}
