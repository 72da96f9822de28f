import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  customerAnswerSchema,
  customerSearchAnswerSchema,
  editAnswerSchema,
} from '../../contract/customers.ts';
import { directoryPageSchema } from '../../contract/directory.ts';
import { createId } from '../../domain/id.ts';
import { type Client, contentOf, problemOf } from '../support/server/client.ts';
import { id } from '../support/server/company.ts';
import { type RunningApp, startApp } from '../support/server/running-app.ts';

let app: RunningApp;
let renata: Client;
beforeAll(async () => {
  app = await startApp();
  renata = await app.signIn('renata');
});
afterAll(() => app.stop());

const customerOf = async (customerId: string) =>
  contentOf(await renata.get(`/customers/${customerId}`), customerAnswerSchema);
const found = async (query: string) => {
  const answer = await renata.get(`/customers?query=${encodeURIComponent(query)}`);
  return contentOf(answer, customerSearchAnswerSchema).items.map((customer) => customer.id);
};
const edit = (before: object, after: object, client = renata, changeId = createId()) =>
  client.post(`/customers/${id.acme}/edits`, { id: changeId, before, after });

describe('a change of the record', () => {
  test('is applied once, finds the customer by what is new and no more by what was', async () => {
    await renata.post(`/customers/${id.acme}/contact-persons`, {
      ...{ id: createId(), name: 'Dario', role: null, phone: '1145671234', extension: null },
      ...{ sharedPhone: false, email: null },
    });
    const { name, phones, emails } = await customerOf(id.acme);
    const changeId = createId();
    const before = { name, phones, emails, tradeName: null, document: null };
    const after = {
      name: 'Acerola Máquinas S/A',
      phones: [
        { number: '(21) 3333-4444', label: 'PABX', shared: true },
        { number: '97654-3210', label: null, shared: false },
      ],
      emails: ['novo@acerola.example'],
      document: '12.abc.345/01de-35',
    };
    const was = await customerOf(id.acme);
    const own = { ...before, tradeName: was.tradeName, document: was.document };
    const first = contentOf(await edit(own, after, renata, changeId), editAnswerSchema, 201);
    expect(first).toMatchObject({ id: changeId, customerId: id.acme });
    expect(contentOf(await edit(own, after, renata, changeId), editAnswerSchema, 200)).toEqual(first);
    problemOf(await edit(own, { ...after, name: 'Outra' }, renata, changeId), 409, 'conflict');

    const now = await customerOf(id.acme);
    expect(now).toMatchObject({
      name: 'Acerola Máquinas S/A',
      tradeName: was.tradeName,
      document: '12ABC34501DE35',
      phones: [
        { number: '+552133334444', label: 'PABX', shared: true },
        { number: '+5511976543210', label: null, shared: false },
      ],
      emails: ['novo@acerola.example'],
    });
    for (const query of ['acerola maquinas', '2133334444', '97654-3210', 'novo@acerola'])
      expect(await found(query)).toContain(id.acme);
    // Its contact person still finds it.
    expect(await found('4567-1234')).toContain(id.acme);
    expect(await found(name)).not.toContain(id.acme);
  });

  test('reaches directories and panels through the change log', async () => {
    const { body } = await renata.get('/changes');
    const { cursor } = body as { cursor: string };
    const { city } = await customerOf(id.acme);
    contentOf(await edit({ city }, { city: 'Itu' }), editAnswerSchema, 201);
    const { body: page } = await renata.get(`/changes?after=${cursor}`);
    expect(page).toMatchObject({ items: [{ kind: 'customer', id: id.acme }] });
    const directory = contentOf(await renata.get('/directory'), directoryPageSchema);
    expect(directory.items.find((entry) => entry.id === id.acme)?.city).toBe('Itu');
  });

  test('of a field that somebody else changed since is a conflict, and changes nothing', async () => {
    const { city, address } = await customerOf(id.acme);
    contentOf(await edit({ city }, { city: 'Campinas' }), editAnswerSchema, 201);
    const refused = await edit({ city, address }, { city: 'Santos', address: 'Rua Nova, 1' });
    expect(problemOf(refused, 409, 'edit-conflict')).toMatchObject({ field: 'after.city' });
    expect(await customerOf(id.acme)).toMatchObject({ city: 'Campinas', address });
    // Another field is no business of that one, and what is already so is no conflict.
    const both = await edit({ city, address }, { city: 'Campinas', address: 'Rua Nova, 1' });
    contentOf(both, editAnswerSchema, 201);
    expect(await customerOf(id.acme)).toMatchObject({ city: 'Campinas', address: 'Rua Nova, 1' });
  });

  test('made by many at the same moment is applied by each field’s first, and loses none', async () => {
    const { city, address, emails } = await customerOf(id.acme);
    const answers = await Promise.all([
      edit({ city }, { city: 'Lins' }),
      edit({ city }, { city: 'Jaú' }),
      edit({ address }, { address: 'Rua da Praia, 9' }),
      edit({ emails }, { emails: ['um@acme.example'] }),
      renata.post(`/customers/${id.acme}/contact-persons`, {
        ...{ id: createId(), name: 'Ao mesmo tempo', role: null, phone: '11966665555', extension: null },
        ...{ sharedPhone: false, email: null },
      }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 409]);
    const now = await customerOf(id.acme);
    expect(['Lins', 'Jaú']).toContain(now.city);
    expect(now).toMatchObject({ address: 'Rua da Praia, 9', emails: ['um@acme.example'] });
    expect(await found('11966665555')).toContain(id.acme);
    expect(await found('um@acme.example')).toContain(id.acme);
  });

  test.each([
    ['after.name', { name: ' ' }],
    ['after.name', { name: 'x'.repeat(161) }],
    ['after.document', { document: '39053344706' }],
    ['after.phones.0.number', { phones: [{ number: '123', label: null, shared: false }] }],
    ['after.emails.1', { emails: ['certo@acme.example', 'errado'] }],
    ['after.active', { active: 'não' }],
  ])('is refused with the field %s named', async (field, after) => {
    const { code: _, ...record } = await customerOf(id.acme);
    const keys = Object.keys(after);
    const before = Object.fromEntries(Object.entries(record).filter(([key]) => keys.includes(key)));
    expect(problemOf(await edit(before, after), 422, 'invalid').field).toBe(field);
  });

  test('asks for the permission, and for a customer that is there', async () => {
    const bruno = await app.signIn('bruno');
    problemOf(await edit({}, { city: 'Itu' }, bruno), 403, 'forbidden');
    const elsewhere = await renata.post(`/customers/${createId()}/edits`, {
      ...{ id: createId(), before: {}, after: { city: 'Itu' } },
    });
    problemOf(elsewhere, 404, 'not-found');
  });
});

describe('a change of a contact person', () => {
  const path = `/customers/${id.rioPardo}/contact-persons/${id.luiza}/edits`;
  const person = async () =>
    (await customerOf(id.rioPardo)).contactPersons.find((one) => one.id === id.luiza);

  test('finds the customer by the new telephone, and inactivates instead of deleting', async () => {
    const { phone = null, role = null } = (await person()) ?? {};
    const after = { phone: '(11) 95555-1212', role: 'Sócia' };
    contentOf(
      await renata.post(path, { id: createId(), before: { phone, role }, after }),
      editAnswerSchema,
      201,
    );
    expect(await person()).toMatchObject({ phone: '+5511955551212', role: 'Sócia', active: true });
    expect(await found('95555-1212')).toEqual([id.rioPardo]);
    // What else it is found by stays.
    expect(await found('financeiro@riopardo')).toEqual([id.rioPardo]);

    const inactive = { id: createId(), before: { active: true }, after: { active: false } };
    contentOf(await renata.post(path, inactive), editAnswerSchema, 201);
    expect(await person()).toMatchObject({ active: false, name: 'Luiza' });
    const gone = await renata.request('DELETE', `/customers/${id.rioPardo}/contact-persons/${id.luiza}`);
    expect(gone.status).toBe(404);
  });

  test('is refused over a conflict, for a wrong field, and for a person of another customer', async () => {
    const wrong = { id: createId(), before: { role: 'Outra' }, after: { role: 'Nova' } };
    expect(problemOf(await renata.post(path, wrong), 409, 'edit-conflict').field).toBe('after.role');
    const phone = { id: createId(), before: {}, after: { phone: '12' } };
    expect(problemOf(await renata.post(path, phone), 422, 'invalid').field).toBe('after.phone');
    const foreign = `/customers/${id.acme}/contact-persons/${id.luiza}/edits`;
    problemOf(await renata.post(foreign, { ...wrong, id: createId() }), 404, 'not-found');
  });
});
