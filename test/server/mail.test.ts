import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { watchingSchema } from '../../contract/customers.ts';
import { receiptAnswerSchema } from '../../contract/tickets.ts';
import { type MailCatcher, startMailCatcher } from '../../demo/mail/mail-catcher.ts';
import { createId } from '../../domain/id.ts';
import { formatProtocol } from '../../domain/protocol.ts';
import { NO_ROUTE } from '../../domain/workflow-engine.ts';
import { createDatabase, type TestDatabase } from '../support/postgres.ts';
import { type Client, contentOf, createClient } from '../support/server/client.ts';
import { id, loadSmallCompany } from '../support/server/company.ts';
import { anAddition, anOpening } from '../support/server/words.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';

const PUBLIC_URL = 'https://crm.teste.example';
let catcher: MailCatcher;
let database: TestDatabase;
let server: ServerProcess;
let renata: Client;

beforeAll(async () => {
  [catcher, database] = await Promise.all([startMailCatcher(), createDatabase('empty')]);
  await loadSmallCompany(database.url);
  await database.query(`update users set email = login || '@teste.example' where login <> 'reader'`, []);
  server = await startServerProcess(database.url, {
    SMTP_URL: catcher.url,
    MAIL_FROM: 'Parecer <crm@teste.example>',
    PUBLIC_URL,
    MAIL_RETRY_SECONDS: '0.2',
  });
  renata = createClient(server.url);
  await renata.signIn('renata');
});
afterAll(async () => {
  await server?.stop();
  await catcher?.stop();
  await database?.drop();
});
beforeEach(() => {
  (catcher.mails as unknown[]).length = 0;
});
afterEach(() => catcher.beforeAnswer(async () => undefined));

const WATCHED = [id.bruno, id.supervisor, id.renata, id.reader, id.gone];

async function open(more: Parameters<typeof anOpening>[0] = {}) {
  const request = anOpening({ watcherIds: WATCHED, ...more });
  const receipt = contentOf(await renata.post('/tickets', request), receiptAnswerSchema, 201);
  return { id: request.id, protocol: formatProtocol(receipt.protocol) };
}
async function add(ticketId: string, text = 'Segredo do cliente.', more: object = {}) {
  const request = { ...anAddition(text), ...more };
  contentOf(await renata.post(`/tickets/${ticketId}/opinions`, request), receiptAnswerSchema, 201);
  return request.id;
}
const close = async (ticketId: string) => {
  const request = { id: createId() };
  contentOf(await renata.post(`/tickets/${ticketId}/closings`, request), receiptAnswerSchema, 201);
};
/** Waits until nothing waits in the queue any more, whatever became of it. */
async function settled() {
  await expect
    .poll(async () => (await database.query('select id from mails where settled_at is null')).length, {
      timeout: 20_000,
    })
    .toBe(0);
}
const told = (to?: string) =>
  catcher.mails.filter((mail) => to === undefined || mail.to === to).map(({ subject }) => subject);
const outcomes = async () =>
  (await database.query<{ outcome: string }>('select outcome from mails order by id')).map(
    ({ outcome }) => outcome,
  );

describe('who watches a ticket', () => {
  test('is told of opening, opinion and closing, once each, and of nothing after', async () => {
    const ticket = await open();
    await add(ticket.id);
    await close(ticket.id);
    const reopened = await renata.post(`/tickets/${ticket.id}/reopenings`, { id: createId() });
    contentOf(reopened, receiptAnswerSchema, 201);
    await settled();
    for (const login of ['bruno', 'supervisor']) {
      expect(told(`${login}@teste.example`)).toEqual([
        `Atendimento ${ticket.protocol} aberto`,
        `Atendimento ${ticket.protocol}: novo parecer`,
        `Atendimento ${ticket.protocol} encerrado`,
      ]);
    }
    expect(told(), 'not who did it, who left, or has no address').toHaveLength(6);
    expect(new Set(catcher.mails.map(({ messageId }) => messageId)).size).toBe(6);
  });

  test('gets a link and the least of the customer: no name, no document, no text', async () => {
    const ticket = await open({ watcherIds: [id.bruno] });
    await add(ticket.id);
    await settled();
    expect(catcher.mails).toHaveLength(2);
    for (const { text, html } of catcher.mails) {
      for (const body of [text, html]) {
        expect(body).toContain(`${PUBLIC_URL}/abrir/${ticket.id}`);
        expect(body).toContain('000318');
        expect(body).toContain('Renata');
        expect(body).not.toMatch(/Rio Pardo|12ABC34501DE35|lentidão|Segredo|98100/);
      }
    }
  });

  test('is told of a change of CR, and of a CR that closes, in the mail of the opinion that did it', async () => {
    const end = createId();
    const workflow = {
      start: 'suporte',
      items: [
        { kind: 'center', key: 'suporte', centerId: id.support, next: ['financeiro'], otherCenters: false },
        { kind: 'center', key: 'financeiro', centerId: id.finance, next: ['fim'], otherCenters: false },
        { kind: 'center', key: 'fim', centerId: end, next: [], otherCenters: false },
      ],
    };
    const workflowId = createId();
    await database.query(`insert into responsibility_centers values ($1, 'Fim', true)`, [end]);
    await database.query(
      `insert into workflows (id, version, name, definition) values ($1, 1, 'Curto', $2)`,
      [workflowId, JSON.stringify(workflow)],
    );
    await database.query('update ticket_types set workflow_id = $1 where id = $2', [workflowId, id.billing]);
    const opinion = { ...anOpening().opinion, subjects: ['Boleto'] };
    const ticket = await open({ typeId: id.billing, watcherIds: [id.bruno], opinion });
    const moveTo = async (to: string) => {
      const request = anAddition('Passa adiante', { subjects: ['Boleto'] });
      const route = { ...NO_ROUTE, to };
      const answer = await renata.post(`/tickets/${ticket.id}/opinions`, { ...request, route });
      contentOf(answer, receiptAnswerSchema, 201);
    };
    await moveTo('financeiro');
    await moveTo('fim');
    await settled();
    expect(told()).toEqual([
      `Atendimento ${ticket.protocol} aberto`,
      `Atendimento ${ticket.protocol} mudou de CR`,
      `Atendimento ${ticket.protocol} encerrado`,
    ]);
    expect(catcher.mails[1]?.text).toMatch(/^Novo parecer\nPassou para Financeiro\n/);
    expect(catcher.mails[2]?.text).toMatch(/^Novo parecer\nPassou para Fim\nAtendimento encerrado\n/);
  });

  test('is who the last opinion names', async () => {
    const ticket = await open({ watcherIds: [id.bruno] });
    await add(ticket.id, 'Troca', { watcherIds: [id.supervisor] });
    await add(ticket.id, 'Depois');
    await settled();
    expect(told('bruno@teste.example')).toHaveLength(1);
    expect(told('supervisor@teste.example')).toHaveLength(2);
  });

  test('of a customer is told of all its tickets, once though of the ticket too', async () => {
    const bruno = createClient(server.url);
    await bruno.signIn('bruno');
    const watch = async (watching: boolean) => {
      const path = `/customers/${id.rioPardo}/watching`;
      for (const _ of [1, 2])
        expect(contentOf(await bruno.request('PUT', path, { watching }), watchingSchema)).toEqual({
          watching,
        });
      expect(contentOf(await bruno.get(path), watchingSchema)).toEqual({ watching });
    };
    expect((await bruno.get(`/customers/${createId()}/watching`)).status).toBe(404);
    await watch(true);
    try {
      await open({ watcherIds: [id.bruno] });
      await open({ watcherIds: [] });
      await open({
        customerId: id.acme,
        watcherIds: [],
        opinion: { ...anOpening().opinion, contactPersonId: null },
      });
      await settled();
      expect(told()).toHaveLength(2);
    } finally {
      await watch(false);
    }
  });

  test('is told once though the command comes twice', async () => {
    const request = anOpening({ watcherIds: [id.bruno] });
    await renata.post('/tickets', request);
    expect((await renata.post('/tickets', request)).status).toBe(200);
    await settled();
    expect(told()).toHaveLength(1);
  });
});

describe('a mail server', () => {
  test('that is down gets everything once when it is back, in order', async () => {
    await catcher.stop();
    const ticket = await open({ watcherIds: [id.bruno] });
    await add(ticket.id);
    await expect
      .poll(async () => (await database.query('select id from mails where failures > 0')).length)
      .toBeGreaterThan(0);
    expect(told()).toEqual([]);
    await catcher.start();
    await settled();
    expect(told()).toEqual([
      `Atendimento ${ticket.protocol} aberto`,
      `Atendimento ${ticket.protocol}: novo parecer`,
    ]);
  });

  test.each([
    ['a recipient', { code: 450, at: 'recipient' as const }],
    ['a message', { code: 451, at: 'message' as const }],
  ])('that refuses %s for now is asked again, more than twice', async (_, refusal) => {
    catcher.refuse(refusal, refusal, refusal);
    await open({ watcherIds: [id.bruno] });
    await settled();
    expect(told()).toHaveLength(1);
  });

  test('that refuses an address for good is not asked again, and others are told', async () => {
    catcher.refuse({ code: 550, at: 'recipient' });
    await open({ watcherIds: [id.bruno, id.supervisor] });
    await settled();
    expect(told()).toHaveLength(1);
    expect((await outcomes()).slice(-2)).toEqual(['refused', 'sent']);
  });

  test('gets a mail twice at most, with one Message-ID, though the server dies before it knew of the 250', async () => {
    let kills = 0;
    catcher.beforeAnswer(async () => {
      kills += 1;
      // The mail server has the message and will say so to nobody.
      if (kills <= 2) await server.kill();
    });
    await open({ watcherIds: [id.bruno] });
    await expect.poll(() => kills, { timeout: 20_000 }).toBe(1);
    await server.start();
    await expect.poll(() => kills, { timeout: 20_000 }).toBe(2);
    await server.start();
    await settled();
    expect(catcher.mails).toHaveLength(2);
    expect(new Set(catcher.mails.map(({ messageId }) => messageId)).size).toBe(1);
    expect((await outcomes()).at(-1)).toBe('unsure');
  });
});
