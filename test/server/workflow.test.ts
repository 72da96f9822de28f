import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ticketTypeListSchema } from '../../contract/catalogue.ts';
import {
  inboxAnswerSchema,
  opinionPageSchema,
  receiptAnswerSchema,
  ticketAnswerSchema,
} from '../../contract/tickets.ts';
import { createId } from '../../domain/id.ts';
import type { Route, Workflow } from '../../domain/workflow.ts';
import { checkWorkflow } from '../../domain/workflow-check.ts';
import { NO_ROUTE } from '../../domain/workflow-engine.ts';
import { workflowIdOfType } from '../../domain/workflow-of-type.ts';
import { type Client, contentOf, problemOf } from '../support/server/client.ts';
import { id } from '../support/server/company.ts';
import { type RunningApp, startApp } from '../support/server/running-app.ts';
import { anAddition, anOpening } from '../support/server/words.ts';

const CLOSED = createId();
const CENTERS = [
  { id: id.support, closesTicket: false },
  { id: id.finance, closesTicket: false },
  { id: CLOSED, closesTicket: true },
];
/** Begins with a question; of the type that anybody closes. */
const sale: Workflow = {
  id: createId(),
  version: 1,
  name: 'Venda',
  start: 'contato',
  items: [
    {
      kind: 'decision',
      key: 'contato',
      question: 'Houve contato?',
      answers: [
        { key: 'sim', text: 'Sim', to: 'venda' },
        { key: 'nao', text: 'Não', to: 'suporte' },
      ],
    },
    {
      kind: 'decision',
      key: 'venda',
      question: 'Vendeu?',
      answers: [
        { key: 'sim', text: 'Sim', to: 'fim' },
        { key: 'cobranca', text: 'Sim, a prazo', to: 'financeiro' },
      ],
    },
    { kind: 'center', key: 'suporte', centerId: id.support, next: ['contato'], otherCenters: false },
    { kind: 'center', key: 'financeiro', centerId: id.finance, next: ['suporte', 'fim'], otherCenters: true },
    { kind: 'center', key: 'fim', centerId: CLOSED, next: [], otherCenters: false },
  ],
};
/** Begins with a CR; of the type that only a supervisor closes. */
const strict: Workflow = {
  id: createId(),
  version: 1,
  name: 'Restrito',
  start: 'financeiro',
  items: [
    { kind: 'center', key: 'financeiro', centerId: id.finance, next: ['fim'], otherCenters: false },
    { kind: 'center', key: 'fim', centerId: CLOSED, next: [], otherCenters: false },
  ],
};

let app: RunningApp;
let renata: Client;
let supervisor: Client;
beforeAll(async () => {
  app = await startApp();
  const { database } = app;
  await database.query(`insert into responsibility_centers values ($1, 'Encerrado', true)`, [CLOSED]);
  for (const workflow of [sale, strict]) await store(workflow);
  // Inherited from the group by `question`; `strict` has its own.
  await database.query('update ticket_types set workflow_id = $1 where id = $2', [sale.id, id.group]);
  await database.query('update ticket_types set workflow_id = $1 where id = $2', [strict.id, id.strict]);
  renata = await app.signIn('renata');
  supervisor = await app.signIn('supervisor');
});
afterAll(() => app.stop());

async function store({ id: workflowId, version, name, ...definition }: Workflow) {
  await app.database.query('insert into workflows (id, version, name, definition) values ($1, $2, $3, $4)', [
    ...[workflowId, version, name, JSON.stringify(definition)],
  ]);
}

const answered = (...answers: [item: string, answer: string][]): Route => ({
  ...NO_ROUTE,
  answers: answers.map(([item, answer]) => ({ item, answer })),
});
const NO_CONTACT = answered(['contato', 'nao']);
const ON_CREDIT = answered(['contato', 'sim'], ['venda', 'cobranca']);
const SOLD = answered(['contato', 'sim'], ['venda', 'sim']);

async function open(more: Parameters<typeof anOpening>[0] = {}, client = renata) {
  const request = anOpening({ route: NO_CONTACT, ...more });
  contentOf(await client.post('/tickets', request), receiptAnswerSchema, 201);
  return request.id;
}
const add = (ticketId: string, more: object, client = renata) =>
  client.post(`/tickets/${ticketId}/opinions`, { ...anAddition(), ...more });
const readTicket = async (ticketId: string) =>
  contentOf(await renata.get(`/tickets/${ticketId}`), ticketAnswerSchema);
const readOpinions = async (ticketId: string) =>
  contentOf(await renata.get(`/tickets/${ticketId}/opinions`), opinionPageSchema);
const inboxOf = async (client: Client) =>
  contentOf(await client.get('/inbox'), inboxAnswerSchema).items.map((ticket) => ticket.id);

test('the workflows of these tests may be stored', () => {
  expect([sale, strict].flatMap((workflow) => checkWorkflow(workflow, CENTERS))).toEqual([]);
});

describe('a new ticket', () => {
  test('goes where the answers lead, and keeps them in the words of that day', async () => {
    const ticketId = await open({ route: ON_CREDIT });
    expect(await readTicket(ticketId)).toMatchObject({
      centerId: id.finance,
      workflow: { workflowId: sale.id, version: 1, item: 'financeiro' },
      closedAt: null,
    });
    const { items, events } = await readOpinions(ticketId);
    expect(items).toMatchObject([
      {
        centerBeforeId: null,
        centerAfterId: id.finance,
        decisions: [
          { item: 'contato', question: 'Houve contato?', answer: 'sim', text: 'Sim' },
          { item: 'venda', question: 'Vendeu?', answer: 'cobranca', text: 'Sim, a prazo' },
        ],
      },
    ]);
    expect(events).toEqual([]);
  });

  test("that leaves the agent's CR is nobody's, and in the inbox of the users of the new one", async () => {
    const ticketId = await open({ route: ON_CREDIT });
    expect((await readTicket(ticketId)).nextContact.userId).toBeNull();
    expect(await inboxOf(supervisor)).toContain(ticketId);
    expect(await inboxOf(renata)).not.toContain(ticketId);
  });

  test('stays with whom the agent chose', async () => {
    const nextContact = { userId: id.renata, at: null };
    const ticketId = await open({ route: ON_CREDIT, nextContact });
    expect((await readTicket(ticketId)).nextContact).toEqual(nextContact);
  });

  test('begins at the first CR where the workflow begins with one, and nothing is asked', async () => {
    const ticketId = await open({ typeId: id.strict, route: undefined });
    expect(await readTicket(ticketId)).toMatchObject({
      centerId: id.finance,
      workflow: { workflowId: strict.id, version: 1, item: 'financeiro' },
    });
  });

  test('is closed at once where the answers lead to a CR that closes', async () => {
    const ticketId = await open({ route: SOLD });
    expect(await readTicket(ticketId)).toMatchObject({
      centerId: CLOSED,
      closedByUserId: id.renata,
      closedAt: expect.any(String),
    });
    const { events } = await readOpinions(ticketId);
    expect(events).toMatchObject([{ kind: 'closed', userId: id.renata, ticketId }]);
  });

  test('sent twice is opened and closed once', async () => {
    const request = anOpening({ route: SOLD });
    await renata.post('/tickets', request);
    contentOf(await renata.post('/tickets', request), receiptAnswerSchema, 200);
    expect((await readOpinions(request.id)).events).toHaveLength(1);
  });

  test.each([
    ['without answers', undefined, 'route', 'route-missing'],
    ['without the second answer', answered(['contato', 'sim']), 'route.answers.1', 'route-missing'],
    ['with an impossible answer', answered(['contato', 'talvez']), 'route.answers.0.answer', 'invalid'],
    ['with the answer to another question', answered(['venda', 'sim']), 'route.answers.0.item', 'invalid'],
    [
      'with a CR that nobody offered',
      { ...NO_ROUTE, otherCenterId: id.finance },
      'route.otherCenterId',
      'invalid',
    ],
    ['with a version that never was', { ...NO_CONTACT, version: 7 }, 'route.version', 'invalid'],
  ] as const)('%s is refused with the field named, and nothing is kept', async (_, route, field, code) => {
    const request = anOpening({ route: route as Route | undefined });
    expect(problemOf(await renata.post('/tickets', request), 422, code).field).toBe(field);
    expect((await renata.get(`/tickets/${request.id}`)).status).toBe(404);
  });

  test('of a type without workflow takes no answers', async () => {
    await app.database.query('update ticket_types set parent_id = null where id = $1', [id.billing]);
    const opinion = { ...anOpening().opinion, subjects: ['boleto'] };
    const request = anOpening({ typeId: id.billing, opinion, route: NO_CONTACT });
    expect(problemOf(await renata.post('/tickets', request), 422, 'invalid').field).toBe('route');
    const plain = await open({ typeId: id.billing, opinion, route: undefined });
    expect(await readTicket(plain)).toMatchObject({ workflow: null, centerId: id.support });
    // An opinion moves nothing there.
    contentOf(await add(plain, withSubject()), receiptAnswerSchema, 201);
    expect(await readTicket(plain)).toMatchObject({ workflow: null, centerId: id.support });
    expect((await readOpinions(plain)).items[1]).toMatchObject({
      centerBeforeId: id.support,
      centerAfterId: id.support,
      decisions: [],
    });
  });

  function withSubject() {
    const addition = anAddition();
    return { ...addition, opinion: { ...addition.opinion, subjects: ['boleto'] } };
  }
});

describe('the next opinion', () => {
  test('moves the ticket on, with the CR before and after, and the trail', async () => {
    const ticketId = await open();
    contentOf(await add(ticketId, { route: ON_CREDIT }), receiptAnswerSchema, 201);
    expect(await readTicket(ticketId)).toMatchObject({
      centerId: id.finance,
      workflow: { item: 'financeiro' },
    });
    expect((await readOpinions(ticketId)).items[1]).toMatchObject({
      centerBeforeId: id.support,
      centerAfterId: id.finance,
      decisions: [{ answer: 'sim' }, { answer: 'cobranca' }],
    });
  });

  test('that moves it makes its next contact nobody: the users of the new CR find it', async () => {
    const ticketId = await open();
    expect((await readTicket(ticketId)).nextContact.userId).toBe(id.renata);
    expect(await inboxOf(supervisor)).not.toContain(ticketId);
    const before = (await readTicket(ticketId)).nextContact.at;
    contentOf(await add(ticketId, { route: ON_CREDIT }), receiptAnswerSchema, 201);
    expect((await readTicket(ticketId)).nextContact).toEqual({ userId: null, at: before });
    expect(await inboxOf(supervisor)).toContain(ticketId);
  });

  test('that moves it leaves the next contact who is of the new CR, and whom the agent chose', async () => {
    const chosen = await open();
    const nextContact = { userId: id.bruno, at: '2026-12-01T12:00:00.000Z' };
    contentOf(await add(chosen, { route: ON_CREDIT, nextContact }), receiptAnswerSchema, 201);
    expect((await readTicket(chosen)).nextContact).toEqual(nextContact);

    const ofCenter = await open({ nextContact: { ...nextContact, userId: id.supervisor } });
    contentOf(await add(ofCenter, { route: ON_CREDIT }), receiptAnswerSchema, 201);
    expect((await readTicket(ofCenter)).nextContact.userId).toBe(id.supervisor);
  });

  test('chooses the next CR, or stays', async () => {
    const ticketId = await open({ route: ON_CREDIT });
    contentOf(await add(ticketId, { route: { ...NO_ROUTE, to: 'financeiro' } }), receiptAnswerSchema, 201);
    expect(await readTicket(ticketId)).toMatchObject({
      centerId: id.finance,
      workflow: { item: 'financeiro' },
    });
    contentOf(await add(ticketId, { route: { ...NO_ROUTE, to: 'suporte' } }), receiptAnswerSchema, 201);
    expect(await readTicket(ticketId)).toMatchObject({ centerId: id.support, workflow: { item: 'suporte' } });
  });

  test('takes it to another CR where the workflow offers them', async () => {
    const ticketId = await open({ route: ON_CREDIT });
    contentOf(
      await add(ticketId, { route: { ...NO_ROUTE, otherCenterId: id.support } }),
      receiptAnswerSchema,
      201,
    );
    // It is a CR of the path: the ticket goes on from there.
    expect(await readTicket(ticketId)).toMatchObject({ centerId: id.support, workflow: { item: 'suporte' } });
  });

  test('closes it in a CR that closes, and after reopening the next one does not close it again', async () => {
    const ticketId = await open();
    contentOf(await add(ticketId, { route: SOLD }), receiptAnswerSchema, 201);
    expect(await readTicket(ticketId)).toMatchObject({ centerId: CLOSED, closedByUserId: id.renata });
    const { events } = await readOpinions(ticketId);
    expect(events).toMatchObject([{ kind: 'closed', userId: id.renata }]);
    problemOf(await add(ticketId, { route: SOLD }), 409, 'ticket-closed');

    await renata.post(`/tickets/${ticketId}/reopenings`, { id: createId() });
    contentOf(await add(ticketId, {}), receiptAnswerSchema, 201);
    expect(await readTicket(ticketId)).toMatchObject({ closedAt: null, workflow: { item: 'fim' } });
  });

  test.each([
    ['without answers', undefined, 'route', 'route-missing'],
    ['with nothing answered', NO_ROUTE, 'route.answers.0', 'route-missing'],
    ['with an impossible answer', answered(['contato', 'talvez']), 'route.answers.0.answer', 'invalid'],
    ['with an answer too many', answered(['contato', 'nao'], ['venda', 'sim']), 'route.answers.1', 'invalid'],
    ['with a way that is not there', { ...NO_ROUTE, to: 'fim' }, 'route.to', 'invalid'],
    [
      'with a CR that nobody offered',
      { ...NO_ROUTE, otherCenterId: id.finance },
      'route.otherCenterId',
      'invalid',
    ],
  ] as const)('%s is refused with the field named', async (_, route, field, code) => {
    const ticketId = await open();
    expect(problemOf(await add(ticketId, { route }), 422, code).field).toBe(field);
    expect((await readTicket(ticketId)).opinionCount).toBe(1);
  });

  test('of two that were answered at one place, the second is asked anew', async () => {
    const ticketId = await open();
    const answers = await Promise.all([
      add(ticketId, { route: ON_CREDIT }),
      add(ticketId, { route: ON_CREDIT }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    expect((await readTicket(ticketId)).opinionCount).toBe(2);
  });
});

describe('a CR that closes', () => {
  const toTheEnd = { route: { ...NO_ROUTE, to: 'fim' } };

  test('closes for whom the policy lets close, and for nobody else', async () => {
    const ticketId = await open({ typeId: id.strict, route: undefined });
    const problem = problemOf(await add(ticketId, toTheEnd), 403, 'closing-refused');
    expect(problem.field).toBe('route');
    expect(problem.detail).toContain('Supervisor');
    expect(await readTicket(ticketId)).toMatchObject({ closedAt: null, opinionCount: 1 });

    contentOf(await add(ticketId, toTheEnd, supervisor), receiptAnswerSchema, 201);
    expect(await readTicket(ticketId)).toMatchObject({ closedByUserId: id.supervisor });
  });

  test('is refused to who opened nothing but closes nothing either', async () => {
    await app.database.query(
      `update users set permissions = array_remove(permissions, 'tickets.close') where login = 'bruno'`,
    );
    const bruno = await app.signIn('bruno');
    problemOf(await bruno.post('/tickets', anOpening({ route: SOLD })), 403, 'forbidden');
  });
});

describe('the version', () => {
  test('of the beginning is kept: what changes of the workflow is for new tickets', async () => {
    const old = await open();
    const [first, ...others] = sale.items;
    if (first?.kind !== 'decision') throw new Error('It begins with a decision.');
    const renamed = {
      ...first,
      answers: first.answers.map((answer) => ({ ...answer, key: `${answer.key}-2` })),
    };
    await store({ ...sale, version: 2, items: [renamed, ...others] });

    contentOf(await add(old, { route: NO_CONTACT }), receiptAnswerSchema, 201);
    expect((await readTicket(old)).workflow?.version).toBe(1);
    problemOf(await renata.post('/tickets', anOpening({ route: NO_CONTACT })), 422, 'invalid');
    const fresh = await open({ route: answered(['contato', 'nao-2']) });
    expect((await readTicket(fresh)).workflow?.version).toBe(2);
    // It was asked before the new version came, without the network.
    const asked = await open({ route: { ...NO_CONTACT, version: 1 } });
    expect((await readTicket(asked)).workflow?.version).toBe(1);
    await app.database.query('delete from workflows where version = 2');
  });
});

describe('a ticket that gets another type', () => {
  test('starts at the first item of the new one; the trail so far stays', async () => {
    const ticketId = await open();
    contentOf(await add(ticketId, { changes: { typeId: id.strict } }), receiptAnswerSchema, 201);
    expect(await readTicket(ticketId)).toMatchObject({
      centerId: id.finance,
      workflow: { workflowId: strict.id, item: 'financeiro' },
    });
    expect((await readOpinions(ticketId)).items).toMatchObject([
      { decisions: [{ item: 'contato' }] },
      { centerBeforeId: id.support, centerAfterId: id.finance, decisions: [] },
    ]);
  });

  test('is asked the first decision of the new one', async () => {
    const ticketId = await open({ typeId: id.strict, route: undefined });
    const changes = { typeId: id.question };
    expect(problemOf(await add(ticketId, { changes }), 422, 'route-missing').field).toBe('route');
    contentOf(await add(ticketId, { changes, route: NO_CONTACT }), receiptAnswerSchema, 201);
    expect(await readTicket(ticketId)).toMatchObject({
      centerId: id.support,
      workflow: { workflowId: sale.id, version: 1, item: 'suporte' },
    });
  });

  test('without a workflow leaves the path, and stays in its CR', async () => {
    const ticketId = await open({ route: ON_CREDIT });
    await app.database.query('update ticket_types set subject_required = false where id = $1', [id.billing]);
    contentOf(await add(ticketId, { changes: { typeId: id.billing } }), receiptAnswerSchema, 201);
    expect(await readTicket(ticketId)).toMatchObject({ workflow: null, centerId: id.finance });
  });

  test('named again as it was goes on where it stands', async () => {
    const ticketId = await open({ route: ON_CREDIT });
    const again = { changes: { typeId: id.question }, route: { ...NO_ROUTE, to: 'financeiro' } };
    contentOf(await add(ticketId, again), receiptAnswerSchema, 201);
    expect((await readTicket(ticketId)).workflow?.item).toBe('financeiro');
  });
});

test('a ticket that began before its type had a workflow is asked nothing', async () => {
  const ticketId = await open();
  await app.database.query(
    'update tickets set workflow_id = null, workflow_version = null, workflow_item = null where id = $1',
    [ticketId],
  );
  contentOf(await add(ticketId, {}), receiptAnswerSchema, 201);
  expect((await readTicket(ticketId)).workflow).toBeNull();
});

test('the server finds the workflow of a type as the client does', async () => {
  const types = contentOf(await renata.get('/ticket-types'), ticketTypeListSchema).items;
  const find = (typeId: string) => types.find((type) => type.id === typeId) ?? null;
  expect(workflowIdOfType(id.question, find)).toBe(sale.id);
  expect(workflowIdOfType(id.strict, find)).toBe(strict.id);
  expect(workflowIdOfType(id.billing, find)).toBeNull();
});
