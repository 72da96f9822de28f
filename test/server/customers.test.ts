import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  contactPersonListSchema,
  customerAnswerSchema,
  customerSearchAnswerSchema,
  ticketPageSchema,
} from '../../contract/customers.ts';
import { contactPersonSchema } from '../../domain/customer.ts';
import { createId } from '../../domain/id.ts';
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

describe('a customer', () => {
  test('is read whole by id', async () => {
    const customer = contentOf(await renata.get(`/customers/${id.rioPardo}`), customerAnswerSchema);
    expect(customer).toMatchObject({
      code: '000318',
      tradeName: 'Rio Pardo Pães',
      since: '2019-05-02',
      contactPersons: [{ id: id.luiza, name: 'Luiza', customerId: id.rioPardo }],
    });
    expect(customer.products).toContainEqual(
      expect.objectContaining({ name: 'PDV', version: '4.2', kind: 'parent', parentId: null }),
    );
  });

  test.each(['000318', '318', '0318', '0000000318'])('is found by code %s', async (code) => {
    const customer = contentOf(await renata.get(`/customers/by-code/${code}`), customerAnswerSchema);
    expect(customer.id).toBe(id.rioPardo);
  });

  test('with letters in its code is found in either case', async () => {
    expect(contentOf(await renata.get('/customers/by-code/a7'), customerAnswerSchema).id).toBe(id.jose);
  });

  test('that is not there is 404, and a code that can be none is refused', async () => {
    problemOf(await renata.get(`/customers/${createId()}`), 404, 'not-found');
    problemOf(await renata.get('/customers/by-code/777'), 404, 'not-found');
    expect(problemOf(await renata.get('/customers/by-code/12345678901'), 422, 'invalid').field).toBe('code');
    expect(problemOf(await renata.get('/customers/7'), 422, 'invalid').field).toBe('id');
    problemOf(await renata.get(`/customers/${createId()}/contact-persons`), 404, 'not-found');
    problemOf(await renata.get(`/customers/${createId()}/tickets?state=open`), 404, 'not-found');
  });
});

describe('searching customers', () => {
  const search = async (query: string, more = '') => {
    const answer = await renata.get(`/customers?query=${encodeURIComponent(query)}${more}`);
    return contentOf(answer, customerSearchAnswerSchema).items.map((customer) => customer.id);
  };

  test.each([
    ['name without accents', 'jose goncalves', id.jose],
    ['name in any order of words', 'pardo confeitaria', id.rioPardo],
    ['beginnings of words', 'conf rio par', id.rioPardo],
    ['trade name', 'paes', id.rioPardo],
    ['upper case with accents', 'ARAÚJO', id.jose],
    ['a name with punctuation', 'S/A', id.acme],
    ['code', '318', id.rioPardo],
    ['code with zeros', '00042', id.acme],
    ['CPF with punctuation', '390.533.447-05', id.jose],
    ['alphanumeric CNPJ with punctuation', '12.ABC.345/01DE-35', id.rioPardo],
    ['CNPJ without', '12abc34501de35', id.rioPardo],
    ['phone as written', '(11) 98100-5500', id.rioPardo],
    ['phone with country', '+55 11 98100 5500', id.rioPardo],
    ['phone with trunk zero', '011981005500', id.rioPardo],
    ['phone without area code', '98100-5500', id.rioPardo],
    ['phone without ninth digit', '81005500', id.rioPardo],
    ['e-mail', 'financeiro@riopardo', id.rioPardo],
    ['words of the e-mail', 'financeiro', id.rioPardo],
  ])('by %s', async (_, query, expected) => {
    expect(await search(query)).toEqual([expected]);
  });

  test('puts the very code first, then names that begin with the query, and inactive ones last', async () => {
    expect((await search('rio')).at(-1)).toBe(id.rioPardo);
    expect((await search('900'))[0]).toBe(id.inactive);
    expect(await search('rio', '&limit=1')).toEqual([id.inactive]);
  });

  test.each(['%', "'", "' | 'a", '\\', '&', '***', '()', '<->', ':*', '\u0000'])(
    'takes %j as what it is and finds nothing',
    async (query) => {
      expect(await search(query)).toEqual(query.includes('a') ? expect.any(Array) : []);
    },
  );

  test('is refused without a query, with a long one, or with a limit out of bounds', async () => {
    const refused = async (query: string) =>
      problemOf(await renata.get(`/customers${query}`), 422, 'invalid').field;
    expect(await refused('')).toBe('query');
    expect(await refused('?query=%20')).toBe('query');
    expect(await refused(`?query=${'a'.repeat(101)}`)).toBe('query');
    expect(await refused('?query=rio&limit=51')).toBe('limit');
    expect(await refused('?query=rio&limit=x')).toBe('limit');
  });
});

describe('a contact person', () => {
  const aContact = (more = {}) => ({
    id: createId(),
    name: 'Carla Nunes',
    role: 'Gerente',
    phone: '(11) 97777-1234',
    extension: null,
    sharedPhone: false,
    email: 'carla@acme.example',
    ...more,
  });
  const path = `/customers/${id.acme}/contact-persons`;

  test('is created once, with its telephone in E.164, and finds its customer', async () => {
    const contact = aContact();
    const created = contentOf(await renata.post(path, contact), contactPersonSchema, 201);
    expect(created).toEqual({ ...contact, customerId: id.acme, phone: '+5511977771234', active: true });
    expect(contentOf(await renata.post(path, contact), contactPersonSchema, 200)).toEqual(created);
    problemOf(await renata.post(path, { ...contact, name: 'Outra' }), 409, 'conflict');
    const { items } = contentOf(await renata.get(path), contactPersonListSchema);
    expect(items.map(({ name }) => name)).toEqual(['Carla Nunes', 'OtherContact']);
    const found = contentOf(await renata.get('/customers?query=11977771234'), customerSearchAnswerSchema);
    expect(found.items.map((customer) => customer.id)).toEqual([id.acme]);
  });

  test.each([
    ['name', { name: ' ' }],
    ['name', { name: 'x'.repeat(121) }],
    ['phone', { phone: '123' }],
    ['email', { email: 'carla' }],
    ['sharedPhone', { sharedPhone: 'sim' }],
  ])('is refused for its %s', async (field, more) => {
    expect(problemOf(await renata.post(path, aContact(more)), 422, 'invalid').field).toBe(field);
  });
});

describe('the tickets of a customer', () => {
  test('come open by next contact and closed by closing, page by page without repeating any', async () => {
    const own = await startApp();
    try {
      const client = await own.signIn('renata');
      const dates = ['2026-12-03', null, '2026-12-01', '2026-12-02', '2026-12-01'];
      const opened = [];
      for (const date of dates) {
        const at = date && `${date}T12:00:00.000Z`;
        const request = anOpening({ customerId: id.jose, nextContact: { userId: id.renata, at } });
        request.opinion.contactPersonId = null;
        await client.post('/tickets', request);
        opened.push(request.id);
      }
      const pages = async (state: string) => {
        const found: string[] = [];
        let before = '';
        do {
          const answer = await client.get(`/customers/${id.jose}/tickets?state=${state}&limit=2${before}`);
          const page = contentOf(answer, ticketPageSchema);
          expect(page.total).toBe(state === 'open' ? 5 : 0);
          found.push(...page.items.map((ticket) => ticket.id));
          before = page.next === null ? '' : `&before=${page.next}`;
        } while (before !== '');
        return found;
      };
      const [third, none, first, second, alsoFirst] = opened;
      expect(await pages('open')).toEqual([first, alsoFirst, second, third, none]);
      expect(await pages('closed')).toEqual([]);
      for (const ticketId of opened) await client.post(`/tickets/${ticketId}/closings`, { id: createId() });
      const answer = await client.get(`/customers/${id.jose}/tickets?state=closed`);
      const closed = contentOf(answer, ticketPageSchema);
      expect(closed.items.map((ticket) => ticket.id)).toEqual([...opened].reverse());
      const newest = contentOf(
        await client.get(`/customers/${id.jose}/tickets?state=closed&limit=3`),
        ticketPageSchema,
      );
      const rest = contentOf(
        await client.get(`/customers/${id.jose}/tickets?state=closed&limit=3&before=${newest.next}`),
        ticketPageSchema,
      );
      expect([...newest.items, ...rest.items]).toEqual(closed.items);
      expect(rest.next).toBeNull();
    } finally {
      await own.stop();
    }
  });

  test('are refused without a state or with a cursor of elsewhere', async () => {
    const path = `/customers/${id.jose}/tickets`;
    expect(problemOf(await renata.get(path), 422, 'invalid').field).toBe('state');
    expect(problemOf(await renata.get(`${path}?state=open&before=xyz`), 422, 'invalid').field).toBe('before');
  });
});
