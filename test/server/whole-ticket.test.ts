import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  inboxAnswerSchema,
  opinionPageSchema,
  receiptAnswerSchema,
  ticketAnswerSchema,
} from '../../contract/tickets.ts';
import { createId } from '../../domain/id.ts';
import { type Client, contentOf, problemOf } from '../support/server/client.ts';
import { id } from '../support/server/company.ts';
import { type RunningApp, startApp } from '../support/server/running-app.ts';
import { anAddition, anOpening } from '../support/server/words.ts';

let app: RunningApp;
let renata: Client;
beforeAll(async () => {
  app = await startApp();
  renata = await app.signIn('renata');
});
afterAll(() => app.stop());

const AT = '2026-12-01T12:00:00.000Z';

async function open(more: Parameters<typeof anOpening>[0] = {}) {
  const request = anOpening(more);
  contentOf(await renata.post('/tickets', request), receiptAnswerSchema, 201);
  return request.id;
}
const readTicket = async (ticketId: string) =>
  contentOf(await renata.get(`/tickets/${ticketId}`), ticketAnswerSchema);
const add = (ticketId: string, more: object) =>
  renata.post(`/tickets/${ticketId}/opinions`, { ...anAddition(), ...more });

describe('product and version', () => {
  test('are kept on the ticket as they are that day', async () => {
    const ticketId = await open({ product: { id: id.fiscal, version: '11.1' } });
    await app.database.query('update owned_products set name = $1, version = $2 where id = $3', [
      'Outro nome',
      '12.0',
      id.fiscal,
    ]);
    expect((await readTicket(ticketId)).product).toEqual({
      id: id.fiscal,
      name: 'Produto fiscal',
      version: '11.1',
    });
    await app.database.query('update owned_products set name = $1 where id = $2', [
      'Produto fiscal',
      id.fiscal,
    ]);
  });

  test.each([
    ['of another customer', 'productOfAcme', 'invalid'],
    ['that takes no new tickets', 'blockedProduct', 'product-blocked'],
    ['that does not exist', 'rioPardo', 'invalid'],
  ] as const)('of a product %s are refused with the field named', async (_, product, code) => {
    const answer = await renata.post('/tickets', anOpening({ product: { id: id[product], version: null } }));
    expect(problemOf(answer, 422, code).field).toBe('product.id');
  });
});

describe('unlocked fields', () => {
  test('change with an opinion, which keeps what was before in words', async () => {
    const ticketId = await open({ product: { id: id.fiscal, version: '11.2' } });
    const product = { id: id.invoices, version: '4.8' };
    contentOf(await add(ticketId, { changes: { typeId: id.strict, product } }), receiptAnswerSchema, 201);
    expect(await readTicket(ticketId)).toMatchObject({
      typeId: id.strict,
      product: { ...product, name: 'Produto invoices' },
    });
    const page = contentOf(await renata.get(`/tickets/${ticketId}/opinions`), opinionPageSchema);
    expect(page.items.map(({ changes }) => changes)).toEqual([
      [],
      [
        { field: 'type', from: '1.1 Tipo 1.1', to: '1.2 Tipo 1.2' },
        { field: 'product', from: 'Produto fiscal', to: 'Produto invoices' },
        { field: 'version', from: '11.2', to: '4.8' },
      ],
    ]);
  });

  test('take the product away, and keep what is not named', async () => {
    const ticketId = await open({ product: { id: id.fiscal, version: '11.2' } });
    contentOf(await add(ticketId, { changes: { product: null } }), receiptAnswerSchema, 201);
    expect(await readTicket(ticketId)).toMatchObject({ typeId: id.question, product: null });
  });

  test.each([
    ['a group', { typeId: id.group }, 'changes.typeId'],
    ['an inactive type', { typeId: id.retired }, 'changes.typeId'],
    ['an unknown type', { typeId: createId() }, 'changes.typeId'],
    [
      'a product of another customer',
      { product: { id: id.productOfAcme, version: null } },
      'changes.product.id',
    ],
  ])('refuse %s with the field named', async (_, changes, field) => {
    const ticketId = await open();
    expect(problemOf(await add(ticketId, { changes }), 422, 'invalid').field).toBe(field);
    expect((await readTicket(ticketId)).opinionCount).toBe(1);
  });
});

describe('internal contact and watchers', () => {
  test('are kept at opening, and stay where an opinion does not name them', async () => {
    const internalContact = { userId: id.supervisor, at: AT };
    const ticketId = await open({ internalContact, watcherIds: [id.bruno, id.renata, id.bruno] });
    contentOf(await add(ticketId, {}), receiptAnswerSchema, 201);
    const ticket = await readTicket(ticketId);
    expect(ticket.internalContact).toEqual(internalContact);
    expect([...(ticket.watcherIds ?? [])].sort()).toEqual([id.bruno, id.renata].sort());
  });

  test('change with an opinion: all watchers are those that it names', async () => {
    const ticketId = await open({
      internalContact: { userId: id.supervisor, at: AT },
      watcherIds: [id.bruno],
    });
    const more = { internalContact: null, watcherIds: [id.renata, id.supervisor] };
    contentOf(await add(ticketId, more), receiptAnswerSchema, 201);
    const ticket = await readTicket(ticketId);
    expect(ticket.internalContact).toBeNull();
    expect([...(ticket.watcherIds ?? [])].sort()).toEqual([id.renata, id.supervisor].sort());
  });

  test.each([
    [
      'an inactive internal contact',
      { internalContact: { userId: id.gone, at: AT } },
      'internalContact.userId',
    ],
    [
      'an unknown internal contact',
      { internalContact: { userId: createId(), at: AT } },
      'internalContact.userId',
    ],
    ['an unknown watcher', { watcherIds: [id.bruno, createId()] }, 'watcherIds'],
  ])('are refused with %s', async (_, more, field) => {
    expect(problemOf(await renata.post('/tickets', anOpening(more)), 422, 'invalid').field).toBe(field);
  });
});

describe('the inbox of an internal contact', () => {
  test('has the ticket from the date of the internal contact on, and not before', async () => {
    const app = await startApp();
    try {
      const agent = await app.signIn('renata');
      const supervisor = await app.signIn('supervisor');
      const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
      const request = anOpening({
        nextContact: { userId: id.renata, at: hours(1) },
        internalContact: { userId: id.supervisor, at: hours(2) },
      });
      contentOf(await agent.post('/tickets', request), receiptAnswerSchema, 201);
      const inboxOf = async (client: Client) =>
        contentOf(await client.get('/inbox'), inboxAnswerSchema).items.map((ticket) => ticket.id);
      expect(await inboxOf(agent)).toEqual([request.id]);
      expect(await inboxOf(supervisor)).toEqual([]);
      app.advance(2 * 3_600_000 - 60_000);
      await supervisor.signIn('supervisor');
      expect(await inboxOf(supervisor)).toEqual([]);
      app.advance(120_000);
      expect(await inboxOf(supervisor)).toEqual([request.id]);
      await agent.signIn('renata');
      expect(await inboxOf(agent), 'it stays the first user’s too').toEqual([request.id]);
      const opinion = { ...anAddition(), internalContact: null };
      contentOf(await supervisor.post(`/tickets/${request.id}/opinions`, opinion), receiptAnswerSchema, 201);
      expect(await inboxOf(supervisor), 'taken away with an opinion').toEqual([]);
    } finally {
      await app.stop();
    }
  });
});
