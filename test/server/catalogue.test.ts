import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  contactChannelListSchema,
  responsibilityCenterListSchema,
  ticketTypeListSchema,
  userListSchema,
} from '../../contract/catalogue.ts';
import { hostRuleListSchema } from '../../contract/host-rules.ts';
import { serviceSchema } from '../../contract/service.ts';
import { inboxAnswerSchema } from '../../contract/tickets.ts';
import { type Client, contentOf, problemOf } from '../support/server/client.ts';
import { id } from '../support/server/company.ts';
import { type RunningApp, startApp } from '../support/server/running-app.ts';
import { anOpening } from '../support/server/words.ts';

let app: RunningApp;
let renata: Client;
beforeAll(async () => {
  app = await startApp();
  renata = await app.signIn('renata');
});
afterAll(() => app.stop());

test('the service tells what it is to anybody', async () => {
  const service = contentOf(await app.client().get('/service'), serviceSchema);
  expect(service).toEqual({ product: 'parecer', version: expect.any(String), company: 'Casa de Teste' });
});

test('ticket types come in the order of their numbers, 1.10 after 1.3', async () => {
  const { items } = contentOf(await renata.get('/ticket-types'), ticketTypeListSchema);
  expect(items.map(({ number }) => number)).toEqual(['1', '1.1', '1.2', '1.3', '1.10']);
});

test('users come by name with their CRs, and nothing of their passwords', async () => {
  const answer = await renata.get('/users');
  const { items } = contentOf(answer, userListSchema);
  expect(items.map(({ name }) => name)).toEqual([
    'Bruno',
    'Gone',
    'Reader',
    'Renata',
    'Stranger',
    'Supervisor',
  ]);
  expect(items.find((user) => user.id === id.supervisor)).toMatchObject({
    centerIds: [id.finance],
    functions: ['Supervisor'],
  });
  expect(JSON.stringify(answer.body)).not.toContain('argon2');
});

test('channels and CRs come whole', async () => {
  const channels = contentOf(await renata.get('/contact-channels'), contactChannelListSchema);
  expect(channels.items.map(({ name }) => name)).toEqual(['Telefone', 'Fax']);
  const centers = contentOf(await renata.get('/responsibility-centers'), responsibilityCenterListSchema);
  expect(centers.items.map(({ name }) => name)).toEqual(['Financeiro', 'Suporte']);
});

test('rules for host pages come whole, in the order of the company', async () => {
  const { items } = contentOf(await renata.get('/host-rules'), hostRuleListSchema);
  expect(items.map((one) => [one.id, one.active])).toEqual([
    [id.fieldRule, true],
    [id.labelRule, true],
    [id.oldRule, false],
  ]);
  expect(items[0]?.rule).toEqual({
    ...{ urlPattern: 'https://erp.example/*', selector: '#codigo', source: 'value', expression: '^(\\d+)$' },
  });
});

test('rules for host pages are given to signed-in users only', async () => {
  problemOf(await app.client().get('/host-rules'), 401, 'signed-out');
  expect((await (await app.signIn('stranger')).get('/host-rules')).status).toBe(200);
});

describe('the inbox', () => {
  test('holds what is due to the user and what nobody has in his or her CRs, overdue first', async () => {
    const now = Date.now();
    const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString();
    const open = async (nextContact: { userId: string | null; at: string | null }) => {
      const request = anOpening({ nextContact });
      expect((await renata.post('/tickets', request)).status).toBe(201);
      return request.id;
    };
    const unassigned = await open({ userId: null, at: null });
    const soon = await open({ userId: id.renata, at: at(30) });
    const overdue = await open({ userId: id.renata, at: at(-2) });
    const longOverdue = await open({ userId: id.renata, at: at(-50) });
    await open({ userId: id.renata, at: at(24 * 30) });
    const brunos = await open({ userId: id.bruno, at: at(-1) });
    const ids = async (login: string) => {
      const { items, total } = contentOf(await (await app.signIn(login)).get('/inbox'), inboxAnswerSchema);
      expect(total).toBe(items.length);
      return items.map((ticket) => ticket.id);
    };
    expect(await ids('renata')).toEqual([longOverdue, overdue, soon, unassigned]);
    expect(await ids('bruno')).toEqual([brunos, unassigned]);
    expect(await ids('supervisor')).toEqual([]);
  });
});
