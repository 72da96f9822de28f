import { err } from '../../../domain/result.ts';
import { plainTextToRichText, type RichTextDocument } from '../../../domain/rich-text/document.ts';
import {
  aCustomer,
  aDraft,
  anEntry,
  anOpinion,
  aSummary,
  aTicket,
  centers,
  closedTickets,
  me,
  onRioPardo,
  openTickets,
  rioPardo,
  testId,
  users,
} from '../../support/screens/fixtures.ts';
import { createMemoryPorts, signedIn, type World } from '../../support/screens/memory-ports.ts';
import { draftFiles, fileUploads, opinionWithFiles } from './attachment-scenes.ts';
import { callScenes } from './call-scenes.ts';
import { noteWorkflow, refusedWorld, workflowWorld } from './workflow-scenes.ts';

type Outside = ReturnType<typeof createMemoryPorts>;

/** One screen of the panel: the world that it stands in, and what is done to get there. */
export interface Scene {
  world(): Outside;
  act?(world: Outside): Promise<void>;
}

const guaira = aCustomer(aSummary());

/** A customer with open and closed tickets, a queue, and nothing waiting. */
export function ordinaryWorld(more: Partial<World> = {}): Partial<World> {
  return {
    page: onRioPardo,
    customers: [
      rioPardo,
      guaira,
      aCustomer(aSummary({ id: testId(201), code: '000777', name: 'Padaria Santa Rita', tradeName: null })),
    ],
    open: openTickets,
    closed: closedTickets,
    inbox: inboxTickets,
    opinions: ticketOpinions,
    ...more,
  };
}

const of = (name: string, code: string) => ({ id: testId(200), code, name, active: true });
const mine = (at: string) => ({ userId: users.me.id, at });
export const inboxTickets = [
  { ...(openTickets[1] ?? aTicket(301, '')), nextContact: mine('2026-07-14T12:00:00.000Z') },
  aTicket(320, 'Nota de devolução com CFOP errado', {
    customer: of('Padaria Santa Rita', '000777'),
    nextContact: mine('2026-07-15T12:00:00.000Z'),
    protocol: '2026000040554',
  }),
  aTicket(321, 'Relatório de comissão não fecha', {
    customer: of('Auto Peças Guaíra', '004410'),
    opinionCount: 1,
    nextContact: mine('2026-07-16T14:00:00.000Z'),
    protocol: '2026000041635',
  }),
  openTickets[0] ?? aTicket(300, ''),
  aTicket(322, 'Treinamento do fechamento mensal', {
    customer: of('Clínica Vila Nova', '001202'),
    opinionCount: 1,
    nextContact: mine('2026-07-16T19:30:00.000Z'),
    protocol: '2026000041889',
  }),
  aTicket(323, 'Certificado A1 vence em 10 dias', {
    customer: of('Padaria Santa Rita', '000777'),
    waitingFor: 'customer',
    nextContact: mine('2026-07-20T12:00:00.000Z'),
    protocol: '2026000041506',
  }),
  aTicket(324, 'Etiqueta de gôndola sai cortada', {
    customer: of('Mercado do Porto', '002230'),
    opinionCount: 1,
    centerId: centers.n1.id,
    openedAt: '2026-07-16T15:30:00.000Z',
    nextContact: { userId: null, at: null },
    protocol: '2026000042298',
  }),
];

const ncm: RichTextDocument = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Reproduzi na base de teste: o NCM ' },
        { type: 'text', text: '2106.90.29', marks: [{ type: 'code' }] },
        {
          type: 'text',
          text: ' saiu da tabela de 01/07. Pedi ao José que troque no cadastro do item e reenvie.',
        },
      ],
    },
  ],
};

export const ticketOpinions = [
  anOpinion(330, 'Cliente liga: a NF-e 8.114 volta com a rejeição 778 no item 3.', {
    authorId: users.renata.id,
    startedAt: '2026-07-15T12:08:00.000Z',
    endedAt: '2026-07-15T12:12:00.000Z',
    confirmedAt: '2026-07-15T12:12:02.000Z',
    centerBeforeId: null,
    centerAfterId: centers.n1.id,
  }),
  anOpinion(331, '', {
    body: ncm,
    subjects: ['NF-e', 'NCM'],
    centerBeforeId: centers.n1.id,
    centerAfterId: centers.n2.id,
  }),
];

const ofClosed = { ticketId: testId(310), startedAt: '2026-07-02T17:20:00.000Z', subjects: ['Certificado'] };
const closedOpinions = [
  anOpinion(340, 'Cliente não emite nota: o certificado A1 venceu ontem.', {
    ...ofClosed,
    authorId: users.renata.id,
    endedAt: '2026-07-02T17:26:00.000Z',
    confirmedAt: '2026-07-02T17:26:02.000Z',
  }),
  anOpinion(341, 'Renovado e instalado no servidor de NF-e. Nota 8.020 autorizada.', {
    ...ofClosed,
    startedAt: '2026-07-02T17:30:00.000Z',
    endedAt: '2026-07-02T17:58:00.000Z',
    confirmedAt: '2026-07-02T17:58:02.000Z',
  }),
];
const links = {
  follows: { id: testId(343), protocol: '2026000038114' },
  followedBy: ['2026000042319', '2026000042327', '2026000042335'].map((protocol, at) => ({
    id: testId(344 + at),
    protocol,
  })),
};
const closedEvents = [
  {
    ...{ id: testId(342), ticketId: testId(310), kind: 'closed' as const },
    ...{ userId: users.marina.id, at: '2026-07-02T18:00:00.000Z' },
  },
];

const begun: RichTextDocument = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'José ligou: a NF-e 8.114 volta com a ' },
        { type: 'text', text: 'rejeição 778', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' (NCM inexistente) no item 3.' },
      ],
    },
    {
      type: 'orderedList',
      attrs: { start: 1 },
      content: [
        'Conferido o cadastro: o NCM foi extinto na tabela de julho.',
        'Trocado, falta reenviar.',
      ].map((text) => ({
        type: 'listItem',
        content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
      })),
    },
  ],
};
export const newTicketDraft = aDraft({
  body: begun,
  typeId: testId(23),
  contactPersonId: testId(110),
  contactName: 'José Almeida',
  subjects: ['NF-e', 'NCM'],
  writingStartedAt: '2026-07-16T17:32:00.000Z',
  updatedAt: '2026-07-16T17:36:00.000Z',
});
const laterDraft = aDraft({
  id: testId(402),
  body: plainTextToRichText('Cliente informa que desde a atualização o ICMS-ST sai zerado'),
  writingStartedAt: '2026-07-16T17:20:00.000Z',
  finishedLaterAt: '2026-07-16T17:24:00.000Z',
});

const pendingWorld = ordinaryWorld({
  drafts: [
    laterDraft,
    aDraft({
      id: testId(403),
      customer: aSummary(),
      body: plainTextToRichText('Refiz o cálculo da comissão de junho com as devoluções'),
      target: {
        kind: 'ticket',
        ticketId: testId(321),
        protocol: '2026000041635',
        title: 'Relatório de comissão não fecha',
      },
      finishedLaterAt: '2026-07-16T15:30:00.000Z',
      updatedAt: '2026-07-16T15:30:00.000Z',
    }),
  ],
  entries: [
    anEntry(500, 'Cliente enviou o espelho da nota; CFOP de devolução correto é 1.202.', {
      state: 'needs',
      customer: aSummary({ name: 'Padaria Santa Rita' }),
      ticketId: testId(320),
      problem: {
        code: 'ticket-closed',
        message: 'Marina Duarte encerrou este atendimento às 14:05, antes do seu parecer chegar.',
      },
    }),
    anEntry(501, 'Enviei por e-mail o passo a passo da troca em lote.', { state: 'sending' }),
    anEntry(502, 'José pediu cópia da tabela de NCM de julho.', { state: 'queued' }),
    anEntry(503, 'Treinamento marcado para quarta, 10 h.', {
      state: 'queued',
      ticketId: testId(322),
      customer: aSummary({ name: 'Clínica Vila Nova' }),
      attempts: 2,
      retryAt: '2026-07-16T17:36:40.000Z',
    }),
    anEntry(504, 'Certificado instalado.', {
      state: 'confirmed',
      ticketId: testId(323),
      confirmedAt: '2026-07-16T17:10:00.000Z',
    }),
  ],
});

const mayReopen = [...me.permissions, 'tickets.reopen'];
const noRoom = {
  code: 'quota-exceeded',
  message:
    'Não há espaço neste computador para guardar o texto. Copie-o para outro lugar e libere espaço em disco.',
};
const opensTicket = (id: number) => ({
  kind: 'openTicket' as const,
  id: testId(id),
  protocol: '2026000042327',
  customerId: rioPardo.id,
  typeId: testId(23),
  title: null,
  nextContact: null,
  waitingFor: null,
  closeOnlyByOpener: false,
  opinion: {
    id: testId(id + 1),
    startedAt: '2026-07-16T17:15:00.000Z',
    endedAt: '2026-07-16T17:21:00.000Z',
    channelId: null,
    contactPersonId: null,
    contactName: null,
    subjects: [],
    body: plainTextToRichText('Nota de entrada com CST errado desde a atualização.'),
  },
});
/** Written without a network: the next try is to come, and one tried too often to be silent. */
const waitingWorld = ordinaryWorld({
  entries: [
    anEntry(520, '', {
      command: opensTicket(530),
      ticketId: testId(530),
      attempts: 1,
      retryAt: '2026-07-16T17:36:40.000Z',
    }),
    anEntry(521, 'José confirmou por telefone.', {
      ticketId: testId(322),
      attempts: 6,
      mayBeApplied: true,
      retryAt: '2026-07-16T17:40:00.000Z',
      problem: {
        code: 'server-error',
        message: 'O servidor falhou ao atender. O texto fica guardado aqui e será enviado de novo.',
      },
    }),
  ],
});
/** An opening that was refused, and what stands behind it. */
const heldWorld = ordinaryWorld({
  entries: [
    anEntry(520, '', {
      command: opensTicket(530),
      ticketId: testId(530),
      state: 'needs',
      problem: {
        code: 'forbidden',
        message: 'Você não tem permissão para escrever pareceres. Quem libera é a administração do CRM.',
      },
    }),
    anEntry(521, 'José confirmou por telefone.', { ticketId: testId(530) }),
  ],
});

/** Somebody else changed the address and the telephones meanwhile. */
export const conflictEntry = anEntry(525, '', {
  command: {
    kind: 'editCustomer',
    id: testId(525),
    customerId: rioPardo.id,
    before: { city: 'Franca', phones: [] },
    after: { city: 'Batatais', phones: [{ number: '+551636109999', label: 'PABX', shared: true }] },
  },
  ticketId: rioPardo.id,
  draft: null,
  title: rioPardo.name,
  state: 'needs',
  problem: {
    code: 'edit-conflict',
    message: 'Alguém mudou este cadastro enquanto a sua mudança esperava. Escolha o que vale.',
    field: 'after.city',
    status: 409,
  },
});

const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 150));
async function click(selector: string, text = '') {
  await settled();
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find((one) =>
    (one.textContent ?? '').includes(text),
  );
  if (found === undefined) throw new Error(`Nothing is ${selector} with "${text}".`);
  found.click();
  await settled();
}
function press(key: string, more: KeyboardEventInit = {}) {
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
  );
  return settled();
}
function type(selector: string, text: string) {
  const input = document.querySelector<HTMLInputElement>(selector);
  if (input === null) throw new Error(`No field is ${selector}.`);
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  return new Promise<void>((resolve) => setTimeout(resolve, 300));
}
const scene = (world: Partial<World>, act?: Scene['act']): Scene => ({
  world: () => createMemoryPorts(world),
  ...(act === undefined ? {} : { act }),
});
async function openNewTicket() {
  await settled();
  await press('n');
}
const openTicket = () => click('.trow', 'Rejeição 778');
async function askWorkflow() {
  await openTicket();
  await settled();
  // The first moment after showing sends nothing.
  await new Promise((resolve) => setTimeout(resolve, 400));
  await press('Enter', { ctrlKey: true });
  await settled();
}
const trouble = { code: 'server-error', message: 'O servidor falhou ao atender.', supportCode: '7F2C' };
const huge = '<img src=x onerror=alert(1)> \u202Eesrever '.repeat(250);

export const panelScenes: Record<string, Scene> = {
  ...callScenes,
  customer: scene(ordinaryWorld({ drafts: [laterDraft] }), settled),
  'customer-inactive': scene(
    ordinaryWorld({
      customers: [{ ...rioPardo, active: false, contactPersons: [], products: [] }],
      open: [],
      closed: [],
    }),
    settled,
  ),
  'customer-offered': scene(
    ordinaryWorld({
      page: { code: '000318', certainty: 'offered', because: [{ label: 'rótulo “Cód.”', value: '000318' }] },
    }),
    openNewTicket,
  ),
  'customer-why': scene(ordinaryWorld(), () => click('.why')),
  'customer-unknown': scene(
    ordinaryWorld({
      page: { code: '009917', certainty: 'certain', because: [{ label: 'campo “Código”', value: '009917' }] },
    }),
    settled,
  ),
  'customer-fault': scene(ordinaryWorld({ trouble }), settled),
  'customer-forbidden': scene(
    ordinaryWorld({ trouble: { code: 'forbidden', message: 'Sem permissão.', status: 403 } }),
    settled,
  ),
  'customer-hostile': scene(
    ordinaryWorld({
      customers: [{ ...rioPardo, name: huge.slice(0, 10_000), tradeName: huge }],
      open: [aTicket(300, huge)],
    }),
    settled,
  ),
  none: scene(ordinaryWorld({ page: null }), settled),
  'search-tickets': scene(
    ordinaryWorld({
      savedSearches: [
        {
          id: testId(501),
          name: 'Rejeições abertas',
          criteria: { query: 'rejeição', state: 'open', period: 'últimos 30 dias' },
        },
        { id: testId(502), name: 'Certificados', criteria: { subject: 'Certificado' } },
      ],
    }),
    async () => {
      await settled();
      await press('b');
      await settled();
    },
  ),
  'search-tickets-found': scene(ordinaryWorld(), async () => {
    await settled();
    await press('b');
    await type('.find--tickets input', 'item');
    await settled();
    await click('[data-filter="period"]');
  }),
  'search-tickets-offline': scene(ordinaryWorld(), async (world) => {
    await settled();
    await press('b');
    world.world.trouble = { code: 'offline', message: 'Sem conexão.' };
    await type('.find--tickets input', 'item');
    await settled();
  }),
  find: scene(ordinaryWorld(), async () => {
    await settled();
    await press('/');
    await type('.find input', 'a');
  }),
  'closed-tickets': scene(
    ordinaryWorld({
      closed: [
        ...closedTickets,
        ...closedTickets.map((one, at) => ({ ...one, id: testId(600 + at), title: `${one.title} de novo` })),
      ],
    }),
    () => click('.btn', 'Ver todos'),
  ),
  record: scene(ordinaryWorld(), () => click('.btn', 'Abrir cadastro')),
  'record-refused': scene(ordinaryWorld(), async () => {
    await click('.btn', 'Abrir cadastro');
    await type('[data-field="document"] input', '12.345');
    await click('.foot .btn--primary');
  }),
  'record-person': scene(ordinaryWorld(), async () => {
    await click('.btn', 'Abrir cadastro');
    await click('[aria-label="Editar José Almeida"]');
  }),
  'record-read-only': scene(
    ordinaryWorld({
      session: { ...signedIn, user: { ...me, permissions: ['customers.read', 'tickets.read'] } } as never,
    }),
    () => click('.btn', 'Abrir cadastro'),
  ),
  'pending-conflict': scene(ordinaryWorld({ entries: [conflictEntry] }), () =>
    click('[role="tab"]', 'Pendentes'),
  ),
  'new-ticket-save-contact': scene(
    ordinaryWorld({ drafts: [{ ...newTicketDraft, contactPersonId: null, contactName: 'Marta Nogueira' }] }),
    async () => {
      await openNewTicket();
      await click('.btn', 'Salvar como contato');
    },
  ),
  offline: scene(ordinaryWorld(), async (world) => {
    world.connection.value = 'offline';
    await settled();
  }),
  'new-ticket': scene(ordinaryWorld({ drafts: [newTicketDraft] }), async () => {
    await settled();
    await openNewTicket();
  }),
  'new-ticket-empty': scene(ordinaryWorld(), async () => {
    await settled();
    await openNewTicket();
  }),
  'new-ticket-without-number': scene(ordinaryWorld({ protocols: [] }), async (world) => {
    world.connection.value = 'offline';
    await openNewTicket();
  }),
  'new-ticket-not-kept': scene(ordinaryWorld({ drafts: [newTicketDraft] }), async (world) => {
    await openNewTicket();
    world.drafts.failWith(err(noRoom));
    await click('[aria-label="Tirar NCM"]');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }),
  'new-ticket-types': scene(ordinaryWorld(), async (world) => {
    world.recent.push(testId(23), testId(28));
    await settled();
    await openNewTicket();
    await type('[data-field="typeId"] input', 'fisc');
  }),
  'new-ticket-more': scene(ordinaryWorld({ drafts: [newTicketDraft] }), async () => {
    await settled();
    await openNewTicket();
    await click('.fold');
  }),
  'new-ticket-files': scene(
    ordinaryWorld({ drafts: [{ ...newTicketDraft, attachments: draftFiles }] }),
    async () => {
      await settled();
      await openNewTicket();
      await click('.fold');
      const input = document.querySelector<HTMLInputElement>(
        '[data-field="opinion.attachments"] [type="file"]',
      );
      const files = new DataTransfer();
      files.items.add(new File(['MZ programa'], 'troca-lote.exe'));
      if (input !== null) input.files = files.files;
      input?.dispatchEvent(new Event('change', { bubbles: true }));
      await settled();
      document.querySelector('.drop')?.scrollIntoView({ block: 'end' });
    },
  ),
  'ticket-files': scene(
    ordinaryWorld({ opinions: [...ticketOpinions, opinionWithFiles], uploads: fileUploads }),
    openTicket,
  ),
  'pending-files': scene(ordinaryWorld({ uploads: fileUploads }), async () => {
    await settled();
    await press('3', { ctrlKey: true });
  }),
  'new-ticket-refused': scene(ordinaryWorld(), async () => {
    await settled();
    await openNewTicket();
    await press('Enter', { ctrlKey: true });
  }),
  'page-moved': scene(ordinaryWorld({ drafts: [newTicketDraft] }), async (world) => {
    await settled();
    await openNewTicket();
    world.pageCustomer.value = { ...onRioPardo, code: guaira.code };
    await settled();
  }),
  expired: scene(ordinaryWorld({ drafts: [newTicketDraft] }), async (world) => {
    await settled();
    await openNewTicket();
    world.session.value = { ...signedIn, kind: 'expired' } as never;
    await settled();
  }),
  'sign-in-again': scene(ordinaryWorld(), async (world) => {
    world.session.value = { ...signedIn, kind: 'expired' } as never;
    await click('.banner .btn');
  }),
  'sign-in': scene({ session: { kind: 'signed-out', serverUrl: 'https://crm.example' } }),
  'not-configured': scene({ session: { kind: 'not-configured' } }),
  ticket: scene(
    ordinaryWorld({
      entries: [
        anEntry(510, 'Enviei por e-mail o passo a passo da troca em lote, com a tabela de julho.', {
          state: 'sending',
        }),
        anEntry(511, 'José pediu o aplicativo de troca em lote. Segue em anexo.', {
          state: 'needs',
          problem: { code: 'too-large', message: 'As imagens passam de 1 MB em 412 KB.' },
        }),
      ],
      drafts: [
        aDraft({
          body: plainTextToRichText('José reenviou a nota 8.114 com o NCM novo e foi autorizada às 14:31.'),
          contactName: 'José',
          target: {
            kind: 'ticket',
            ticketId: testId(300),
            protocol: '2026000042175',
            title: 'Rejeição 778 na NF-e: NCM inexistente',
          },
        }),
      ],
    }),
    openTicket,
  ),
  'ticket-path': scene(workflowWorld(), openTicket),
  decision: scene(workflowWorld(), async () => {
    await askWorkflow();
    await press('3');
  }),
  'decision-closing': scene(workflowWorld(), async () => {
    await askWorkflow();
    await press('1');
  }),
  'decision-refused': scene(refusedWorld(), askWorkflow),
  'decision-centers': scene(workflowWorld(), async () => {
    await askWorkflow();
    await press('9');
    await press('Enter');
  }),
  'decision-next': scene(
    workflowWorld({
      centerId: centers.n1.id,
      workflow: { workflowId: noteWorkflow.id, version: 1, item: 'n1' },
    }),
    askWorkflow,
  ),
  'decision-unknown': scene(
    workflowWorld({ workflow: { workflowId: noteWorkflow.id, version: 7, item: 'n2' } }),
    askWorkflow,
  ),
  'ticket-fields': scene(ordinaryWorld(), async () => {
    await openTicket();
    await click('.comp__chips .chip');
  }),
  'ticket-long': scene(
    ordinaryWorld({
      opinions: Array.from({ length: 400 }, (_, at) =>
        anOpinion(2000 + at, `Parecer ${at + 1}: ${'texto do andamento '.repeat(1 + (at % 9))}`, {
          confirmedAt: new Date(Date.UTC(2026, 5, 1, 0, at)).toISOString(),
        }),
      ),
    }),
    openTicket,
  ),
  'ticket-closed': scene(ordinaryWorld({ opinions: closedOpinions, events: closedEvents }), () =>
    click('.trow', 'Certificado A1'),
  ),
  'ticket-linked': scene(
    ordinaryWorld({
      closed: closedTickets.map((one) => ({ ...one, links })),
      opinions: closedOpinions,
      events: closedEvents,
    }),
    () => click('.trow', 'Certificado A1'),
  ),
  'new-ticket-following': scene(ordinaryWorld(), async () => {
    await click('.trow', 'Certificado A1');
    await click('.tk__closed .btn', 'Novo atendimento');
  }),
  inbox: scene(ordinaryWorld(), async () => {
    await settled();
    await press('2', { ctrlKey: true });
    await press('ArrowDown');
    await press('ArrowDown');
  }),
  'inbox-empty': scene(ordinaryWorld({ inbox: [] }), async () => {
    await settled();
    await press('2', { ctrlKey: true });
  }),
  pending: scene(pendingWorld, async () => {
    await settled();
    await press('3', { ctrlKey: true });
  }),
  'pending-discarded': scene(pendingWorld, async () => {
    await settled();
    await press('3', { ctrlKey: true });
    await new Promise((resolve) => setTimeout(resolve, 350));
    await click('[data-guard] .ib');
  }),
  'pending-aside': scene(
    ordinaryWorld({ discarded: [{ draft: laterDraft, discardedAt: '2026-07-16T17:30:00.000Z' }] }),
    async () => {
      await settled();
      await press('3', { ctrlKey: true });
      await click('.fold');
    },
  ),
  'pending-offline': scene(waitingWorld, async (world) => {
    world.connection.value = 'offline';
    await settled();
    await press('3', { ctrlKey: true });
  }),
  'pending-held': scene(heldWorld, async () => {
    await settled();
    await press('3', { ctrlKey: true });
    await click('[aria-haspopup="menu"].ib--xs');
  }),
  'pending-reopen': scene(
    { ...pendingWorld, session: { ...signedIn, user: { ...me, permissions: mayReopen } } as never },
    async () => {
      await settled();
      await press('3', { ctrlKey: true });
    },
  ),
  'pending-empty': scene(ordinaryWorld(), async () => {
    await settled();
    await press('3', { ctrlKey: true });
  }),
};
