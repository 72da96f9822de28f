import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { ticketTypeListSchema, workflowListSchema } from '../../contract/catalogue.ts';
import {
  companyConfigurationSchema,
  configurationChangesSchema,
} from '../../contract/company-configuration.ts';
import { sessionSchema } from '../../contract/session.ts';
import { readSampleConfiguration } from '../../demo/company/company-file.ts';
import type { WholeConfiguration } from '../../domain/company-configuration/schema.ts';
import { customerSchema } from '../../domain/customer.ts';
import { applyConfiguration, diffConfiguration } from '../../server/company/apply-configuration.ts';
import { readCompanyFile } from '../../server/company/read-file.ts';
import { readStoredCompany } from '../../server/company/stored-company.ts';
import { connect, type Database } from '../../server/db/connect.ts';
import { type Client, contentOf, problemOf } from '../support/server/client.ts';
import { id } from '../support/server/company.ts';
import { type RunningApp, startApp } from '../support/server/running-app.ts';
import { anOpening } from '../support/server/words.ts';

const PATH = '/company/configuration';

let app: RunningApp;
let renata: Client;
let database: Database;

beforeEach(async () => {
  app = await startApp();
  renata = await app.signIn('renata');
  database = connect(app.database.url, { connections: 2 });
});
afterEach(async () => {
  await database.$client.end();
  await app.stop();
});

async function current(): Promise<WholeConfiguration> {
  return contentOf(await renata.get(PATH), companyConfigurationSchema) as WholeConfiguration;
}

async function put(body: object, query = '') {
  return contentOf(await renata.request('PUT', PATH + query, body), configurationChangesSchema);
}

async function rows(sql: string): Promise<Record<string, unknown>[]> {
  return app.database.query(sql);
}

describe('the configuration of a company', () => {
  test('is read whole, names for ids, and applied as it is changes nothing', async () => {
    const configuration = await current();
    expect(configuration.company.name).toBe('Casa de Teste');
    expect(configuration.types.find(({ number }) => number === '1.2')).toMatchObject({
      ...{ name: 'Tipo 1.2', closing: ['Supervisor'], initialCenter: 'Suporte', active: true },
    });
    expect(configuration.users.find(({ login }) => login === 'bruno')?.centers).toEqual(['Suporte']);
    expect(JSON.stringify(configuration)).not.toContain('argon2');
    expect(await put(configuration)).toEqual({ applied: true, changes: [] });
  });

  test('survives its way through a file', async () => {
    const read = readCompanyFile(stringify(await current()));
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(await diffConfiguration(database, read.value.configuration)).toEqual({ ok: true, value: [] });
  });

  test('of the sample company makes an empty one just so, and twice changes nothing', async () => {
    const sample = readSampleConfiguration();
    // Renata stays the one who may.
    const users = [
      ...sample.users,
      ...(await current()).users.filter(({ login }) => login === 'renata2'),
    ].map((user) =>
      user.login === 'renata' ? { ...user, permissions: ['company.administer' as const] } : user,
    );
    const wanted = { ...sample, users };
    const first = await applyConfiguration(database, wanted);
    expect(first.ok && first.value.length).toBeGreaterThan(50);
    const before = await rows('select count(*) from changes');
    expect(await applyConfiguration(database, wanted)).toEqual({ ok: true, value: [] });
    expect(await rows('select count(*) from changes')).toEqual(before);
    const { configuration } = await readStoredCompany(database);
    expect(configuration.types.filter(({ active }) => active)).toEqual(
      wanted.types.filter(({ active }) => active),
    );
    expect(configuration.holidays).toEqual(wanted.holidays);
  });

  test('keeps the ids of what it names, and gives new ones to what is new', async () => {
    const { types } = await current();
    const renamed = types.map((type) => (type.number === '1.1' ? { ...type, name: 'Pergunta' } : type));
    const [leaf] = types.filter(({ number }) => number === '1.1');
    await put({ types: [...renamed, { ...leaf, number: '1.4', name: 'Nova' }] });
    const { items } = contentOf(await renata.get('/ticket-types'), ticketTypeListSchema);
    expect(items.find(({ number }) => number === '1.1')).toMatchObject({ id: id.question, name: 'Pergunta' });
    expect(items.find(({ number }) => number === '1.4')).toMatchObject({
      parentId: id.group,
      selectable: true,
    });
  });

  test('only tells what it would change when asked so', async () => {
    const { types } = await current();
    const wanted = { types: types.map((type) => ({ ...type, priority: 2 })) };
    const told = await put(wanted, '?dryRun=true');
    expect(told.applied).toBe(false);
    expect(told.changes).toHaveLength(types.length);
    expect((await current()).types).toEqual(types);
    expect(await rows(`select from changes where kind = 'catalogue'`)).toEqual([]);
    expect((await put(wanted)).changes).toEqual(told.changes);
  });

  test('deactivates what it no longer names, though tickets refer to it, and deletes nothing', async () => {
    expect((await renata.post('/tickets', anOpening())).status).toBe(201);
    const { types, channels, users } = await current();
    const { changes } = await put({
      types: types.filter(({ number }) => number !== '1.1'),
      channels: channels.filter(({ name }) => name !== 'Telefone'),
      users: users.filter(({ login }) => login !== 'bruno'),
    });
    expect(changes.map(({ key, action }) => `${key} ${action}`).sort()).toEqual([
      '1.1 deactivated',
      'Telefone deactivated',
      'bruno deactivated',
    ]);
    expect(await rows(`select active from ticket_types where id = '${id.question}'`)).toEqual([
      { active: false },
    ]);
    expect(await rows(`select active from users where id = '${id.bruno}'`)).toEqual([{ active: false }]);
    problemOf(await renata.post('/tickets', anOpening()), 422, 'invalid');
  });

  test('brings back with its id what was deactivated', async () => {
    const { types } = await current();
    await put({ types: types.filter(({ number }) => number !== '1.1') });
    await put({ types });
    const { items } = contentOf(await renata.get('/ticket-types'), ticketTypeListSchema);
    expect(items.find(({ number }) => number === '1.1')).toMatchObject({ id: id.question, active: true });
  });

  test('tells clients by the change log, each record once', async () => {
    const { types } = await current();
    await put({ types: types.map((type) => (type.number === '1.1' ? { ...type, priority: 1 } : type)) });
    expect(await rows(`select record_id from changes where kind = 'catalogue'`)).toEqual([
      { record_id: id.question },
    ]);
    await put({ holidays: { national: true, days: [] } });
    expect(await rows(`select from changes where kind = 'catalogue'`)).toHaveLength(2);
  });

  test('leaves nothing behind when it fails half way', async () => {
    await rows(`create function fail() returns trigger language plpgsql as $$ begin raise 'no'; end $$`);
    await rows('create trigger fail before insert or update on host_rules execute function fail()');
    const before = await current();
    const rule = { urlPattern: 'https://novo.example/*', selector: '#x', source: 'value' };
    const answer = await renata.request('PUT', PATH, {
      company: { ...before.company, name: 'Outra' },
      centers: [...before.centers, { name: 'Novo' }],
      types: before.types.map((type) => ({ ...type, priority: 9 })),
      hostRules: [{ name: 'nova', rule }],
    });
    problemOf(answer, 500, 'server-error');
    expect(await current()).toEqual(before);
    expect(await rows(`select from changes where kind = 'catalogue'`)).toEqual([]);
  });

  test('two at the same time are one after the other', async () => {
    const { types } = await current();
    const [leaf] = types.filter(({ number }) => number === '1.1');
    const wanted = { types: [...types, { ...leaf, number: '1.7', name: 'Nova' }] };
    const answers = await Promise.all([put(wanted), put(wanted), put(wanted)]);
    expect(answers.map(({ changes }) => changes.length).sort()).toEqual([0, 0, 1]);
  });

  test('gives a changed workflow a new version, and keeps the one that tickets began with', async () => {
    const { types, centers } = await current();
    const items = [
      { kind: 'center' as const, key: 'inicio', center: 'Suporte', next: ['fim'], otherCenters: false },
      { kind: 'center' as const, key: 'fim', center: 'Fim', next: [], otherCenters: false },
    ];
    const workflow = { name: 'Caminho', start: 'inicio', items, active: true };
    const base = {
      centers: [...centers, { name: 'Fim', closesTicket: true }],
      workflows: [workflow],
      types: types.map((type) => (type.number === '1.1' ? { ...type, workflow: 'Caminho' } : type)),
    };
    await put(base);
    await put({ workflows: [{ ...workflow, items: [{ ...items[0], otherCenters: true }, items[1]] }] });
    expect(
      (await put({ workflows: [{ ...workflow, items: [{ ...items[0], otherCenters: true }, items[1]] }] }))
        .changes,
    ).toEqual([]);
    const versions = await rows(
      `select version, definition->'items'->0->>'otherCenters' as others from workflows order by version`,
    );
    expect(versions).toEqual([
      { version: 1, others: 'false' },
      { version: 2, others: 'true' },
    ]);
    const { items: listed } = contentOf(await renata.get('/workflows'), workflowListSchema);
    expect(listed).toMatchObject([{ name: 'Caminho', version: 2 }]);
    // Types may no longer take it, but its versions are all there.
    problemOf(await renata.request('PUT', PATH, { workflows: [] }), 422, 'invalid');
    await put({ workflows: [], types });
    expect((await current()).workflows).toMatchObject([{ name: 'Caminho', active: false }]);
    expect(await rows('select from workflows')).toHaveLength(2);
  });

  test('refuses a workflow that leads nowhere, with the item named', async () => {
    const start = {
      kind: 'decision',
      key: 'a',
      question: 'Sim?',
      answers: [{ key: 's', text: 'Sim', to: 'b' }],
    };
    const answer = await renata.request('PUT', PATH, {
      workflows: [{ name: 'X', start: 'a', items: [start] }],
    });
    expect(problemOf(answer, 422, 'invalid')).toMatchObject({ field: 'workflows.0.items.0.answers.0.to' });
  });
});

describe('a configuration is refused with the field named', () => {
  test.each<[string, (c: WholeConfiguration) => object, string, RegExp]>([
    ['of another form', () => ({ types: [{ number: 'x' }] }), 'types.0.number', /formato/],
    ['of an unknown section', () => ({ passwords: [] }), 'passwords', /não existe/],
    [
      'that leaves a type without its CR',
      () => ({ centers: [{ name: 'Financeiro' }] }),
      'types.0.initialCenter',
      /tipo 1 começa/,
    ],
    [
      'that names a CR nobody has',
      ({ types }) => ({ types: types.map((t) => ({ ...t, initialCenter: 'Nada' })) }),
      'types.0.initialCenter',
      /"Nada"/,
    ],
    [
      'that takes a function away that users have',
      () => ({ functions: [] }),
      'users.5.functions.0',
      /"Supervisor"/,
    ],
    [
      'that shuts out whoever applies it',
      ({ users }) => ({ users: users.map((u) => ({ ...u, permissions: [] })) }),
      'users.3.permissions',
      /você mesmo/,
    ],
    ['that forgets whoever applies it', () => ({ users: [] }), 'users', /você mesmo/],
  ])('%s', async (_, change, field, message) => {
    const before = await current();
    const answer = await renata.request('PUT', PATH, change(before));
    const problem = problemOf(answer, 422, 'invalid');
    expect(problem.field).toBe(field);
    expect(problem.detail).toMatch(message);
    expect(await current()).toEqual(before);
  });
});

describe('what the company configures', () => {
  test('is seen by its clients: name, holidays, suggested subjects and alerts', async () => {
    const { company } = await current();
    await put({
      company: { ...company, name: 'Casa Nova' },
      holidays: { national: true, days: ['2026-06-19'] },
      subjects: ['Boleto', 'Acordo'],
      alerts: [{ name: 'novo', customers: ['318'], level: 'warning', title: 'Cliente novo', detail: null }],
    });
    const session = contentOf(await renata.get('/session'), sessionSchema);
    expect(session.company).toMatchObject({ name: 'Casa Nova' });
    expect((await renata.get('/subjects')).body).toEqual({ items: ['Acordo', 'Boleto'] });
    const year = new Date().getUTCFullYear();
    expect(session.company.holidays).toEqual(expect.arrayContaining(['2026-06-19', `${year}-12-25`]));
    const alerts = async (path: string) => contentOf(await renata.get(path), customerSchema).alerts;
    const alert = { level: 'warning', title: 'Cliente novo', detail: null };
    expect(await alerts('/customers/by-code/318')).toEqual([alert]);
    expect(await alerts(`/customers/${id.rioPardo}`)).toEqual([alert]);
    expect(await alerts('/customers/by-code/42')).toEqual([]);
  });

  test('gives a new user no password: nobody signs in until one is set', async () => {
    const { users } = await current();
    await put({ users: [...users, { login: 'nova', name: 'Nova', centers: ['Suporte'] }] });
    expect(await rows(`select password_hash from users where login = 'nova'`)).toEqual([
      { password_hash: null },
    ]);
    for (const password of ['', 'nova', 'senha-de-teste', 'null']) {
      const answer = await app.client().post('/session', { login: 'nova', password, deviceId: id.phone });
      expect([401, 422]).toContain(answer.status);
    }
  });
});
