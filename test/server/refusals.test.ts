import { request as rawRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createId } from '../../domain/id.ts';
import { ACCESS, type Operation } from '../../server/access.ts';
import { type Client, problemOf } from '../support/server/client.ts';
import { PASSWORD } from '../support/server/company.ts';
import { type RunningApp, startApp } from '../support/server/running-app.ts';
import { anAddition, anOpening } from '../support/server/words.ts';

let app: RunningApp;
let renata: Client;
beforeAll(async () => {
  app = await startApp();
  renata = await app.signIn('renata');
});
afterAll(() => app.stop());

const some = createId();
const calls: Record<Operation, [method: string, path: string, body?: unknown]> = {
  readService: ['GET', '/service'],
  signIn: ['POST', '/session', { login: 'renata', password: PASSWORD, deviceId: some }],
  refreshSession: ['POST', '/session/refresh', { refreshToken: 'x' }],
  readSession: ['GET', '/session'],
  signOut: ['DELETE', '/session'],
  listUsers: ['GET', '/users'],
  listResponsibilityCenters: ['GET', '/responsibility-centers'],
  listTicketTypes: ['GET', '/ticket-types'],
  listOpinionTemplates: ['GET', '/opinion-templates'],
  listWorkflows: ['GET', '/workflows'],
  readWorkflow: ['GET', `/workflows/${some}/versions/1`],
  listContactChannels: ['GET', '/contact-channels'],
  listHostRules: ['GET', '/host-rules'],
  readChanges: ['GET', '/changes'],
  searchCustomers: ['GET', '/customers?query=rio'],
  readCustomerByCode: ['GET', '/customers/by-code/1'],
  readCustomer: ['GET', `/customers/${some}`],
  readDirectory: ['GET', '/directory'],
  readWatching: ['GET', `/customers/${some}/watching`],
  setWatching: ['PUT', `/customers/${some}/watching`, { watching: true }],
  listContactPersons: ['GET', `/customers/${some}/contact-persons`],
  createContactPerson: ['POST', `/customers/${some}/contact-persons`, {}],
  editCustomer: ['POST', `/customers/${some}/edits`, {}],
  editContactPerson: ['POST', `/customers/${some}/contact-persons/${some}/edits`, {}],
  listCustomerTickets: ['GET', `/customers/${some}/tickets?state=open`],
  readTicket: ['GET', `/tickets/${some}`],
  listOpinions: ['GET', `/tickets/${some}/opinions`],
  readInbox: ['GET', '/inbox'],
  searchTickets: ['GET', '/tickets?query=nota'],
  listSubjects: ['GET', '/subjects'],
  listSavedSearches: ['GET', '/saved-searches'],
  saveSearch: ['POST', '/saved-searches', {}],
  deleteSavedSearch: ['DELETE', `/saved-searches/${some}`],
  openTicket: ['POST', '/tickets', {}],
  addOpinion: ['POST', `/tickets/${some}/opinions`, {}],
  closeTicket: ['POST', `/tickets/${some}/closings`, {}],
  reopenTicket: ['POST', `/tickets/${some}/reopenings`, {}],
  leaseProtocols: ['POST', '/protocol-leases', {}],
  beginUpload: ['POST', '/uploads'],
  readUploadOffset: ['GET', `/uploads/${some}`],
  appendUpload: ['PATCH', `/uploads/${some}`],
  giveUpUpload: ['DELETE', `/uploads/${some}`],
  downloadAttachment: ['GET', `/attachments/${some}/content`],
  readCompanyConfiguration: ['GET', '/company/configuration'],
  writeCompanyConfiguration: ['PUT', '/company/configuration?dryRun=true', {}],
};

describe('permissions', () => {
  test.each(['renata', 'bruno', 'reader', 'stranger'])('of %s hold on every route', async (login) => {
    const { tokens } = await app.signIn(login);
    const permissions = tokens?.user.permissions ?? [];
    for (const [operation, [method, path, body]] of Object.entries(calls)) {
      const access = ACCESS[operation as Operation];
      const client = app.client();
      client.tokens = operation === 'signOut' ? (await app.signIn(login)).tokens : tokens;
      const answer = await client.request(method, path, body);
      const isAllowed = access === 'public' || access === 'signed-in' || permissions.includes(access);
      expect(`${operation} ${answer.status === 403}`).toBe(`${operation} ${!isAllowed}`);
      if (!isAllowed) expect(problemOf(answer, 403, 'forbidden').detail).toMatch(/permissão/);
    }
  });

  test('are asked for on every route but the public ones', async () => {
    for (const [operation, [method, path, body]] of Object.entries(calls)) {
      const answer = await app.client().request(method, path, body);
      const isPublic = ACCESS[operation as Operation] === 'public' && operation !== 'refreshSession';
      expect(`${operation} ${answer.status === 401}`).toBe(`${operation} ${!isPublic}`);
    }
  });
});

describe('a request that cannot be served', () => {
  test('for an unknown address is 404', async () => {
    for (const path of ['/', '/nada', '/tickets/', '/../etc/passwd', '/tickets//opinions']) {
      problemOf(await renata.get(path), 404, 'not-found');
    }
  });

  test('with another method is 405 with Allow', async () => {
    const answer = await renata.request('PUT', '/tickets');
    problemOf(answer, 405, 'method-not-allowed');
    expect(answer.headers.get('allow')).toBe('POST, GET, HEAD');
    const session = await renata.request('PATCH', '/session');
    expect(session.headers.get('allow')).toBe('POST, GET, HEAD, DELETE');
    problemOf(await renata.post('/customers', {}), 405, 'method-not-allowed');
  });

  test('with another media type is 415', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      '',
    ]) {
      const answer = await renata.request('POST', '/tickets', '{}', { 'content-type': type });
      problemOf(answer, 415, 'unsupported-media-type');
    }
    const withCharset = { 'content-type': 'Application/JSON; charset=utf-8' };
    problemOf(await renata.request('POST', '/tickets', '{}', withCharset), 422, 'invalid');
  });

  test.each([
    ['nothing', ''],
    ['half of it', '{"id": '],
    ['more than one', '{"id": 1} {}'],
    ['a NUL', '\\u0000'],
    ['what is no UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
    ['brackets without end', '['.repeat(20_000)],
  ] as [string, string | Uint8Array][])('with a malformed body is 400: %s', async (_, body) => {
    problemOf(await renata.request('POST', '/tickets', body), 400, 'malformed');
  });

  test.each(['[]', 'null', '"texto"', '7', 'true', `${'['.repeat(9_000)}"\\u0000"${']'.repeat(9_000)}`])(
    'with a body of another form is 422 (%#)',
    async (body) => {
      problemOf(await renata.request('POST', '/tickets', body), 422, 'invalid');
    },
  );

  test('with keys of the language itself changes nothing', async () => {
    const body = JSON.stringify(anOpening()).replace('{', '{"__proto__":{"admin":true},"constructor":1,');
    expect((await renata.request('POST', '/tickets', body)).status).toBe(201);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  const large: [Operation, number][] = [
    ['signIn', 32],
    ['refreshSession', 32],
    ['openTicket', 4096],
    ['addOpinion', 4096],
    ['closeTicket', 32],
    ['reopenTicket', 32],
    ['createContactPerson', 32],
    ['editCustomer', 32],
    ['editContactPerson', 32],
    ['leaseProtocols', 32],
    ['saveSearch', 32],
  ];

  test.each(large)('with a body over the limit is 413: %s, %i KB', async (operation, kilobytes) => {
    const [method, path] = calls[operation];
    const fits = JSON.stringify({ filling: 'x'.repeat(kilobytes * 1024 - 14) });
    expect(fits.length).toBe(kilobytes * 1024);
    expect((await renata.request(method, path, fits)).status).toBe(422);
    const problem = problemOf(await renata.request(method, path, `${fits} `), 413, 'too-large');
    expect(problem.detail).toMatch(/limite de (32 KB|4 MB)/);
  });

  test('with a body that does not tell its length is 413 once it is over the limit', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const outgoing = rawRequest(`${app.url}/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
      });
      outgoing.on('response', (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      outgoing.on('error', reject);
      for (let count = 0; count < 40; count += 1) outgoing.write('x'.repeat(1024));
      outgoing.end();
    });
    expect(status).toBe(413);
  });
});

describe('failures', () => {
  test('are 500 with a code for support, and the log holds the code and no personal data', async () => {
    const own = await startApp({ ACCESS_LOG: 'on' });
    try {
      const client = await own.signIn('renata');
      await own.database.query('alter table customers rename column name_key to gone');
      const problem = problemOf(await client.get('/customers?query=39053344705'), 500, 'server-error');
      expect(problem.supportCode).toMatch(/^[2-9A-Z]{8}$/);
      expect(problem.detail).toContain(problem.supportCode);
      expect(JSON.stringify(problem)).not.toMatch(/column|name_key|select/);
      const log = own.logged.join('');
      const line = own.logged.find((entry) => entry.includes(problem.supportCode ?? 'none'));
      expect(JSON.parse(line ?? '{}')).toMatchObject({ method: 'GET', route: '/customers', code: '42703' });
      expect(log).toContain('"event":"request"');
      expect(log).not.toMatch(/39053344705|renata|Bearer|127\.0\.0\.1|senha/);
    } finally {
      await own.stop();
    }
  });

  test('to keep a value are a refusal, for the same again would fail the same way', async () => {
    const own = await startApp();
    try {
      const client = await own.signIn('renata');
      await own.database.query('alter table opinions alter column contact_name type varchar(3)');
      const problem = problemOf(await client.post('/tickets', anOpening()), 422, 'invalid');
      expect(problem.detail).toContain(problem.supportCode ?? 'none');
      expect(own.logged.join('')).toMatch(/"code":"22001"/);
    } finally {
      await own.stop();
    }
  });

  test('of the database are 503 with Retry-After, and pass when it is back', async () => {
    const own = await startApp();
    try {
      const client = await own.signIn('renata');
      const name = new URL(own.database.url).pathname.slice(1);
      const admin = await import('../support/postgres.ts').then(({ createDatabase }) =>
        createDatabase('none'),
      );
      await admin.query(`alter database ${name} allow_connections false`);
      await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
      const answer = await client.get('/users');
      problemOf(answer, 503, 'unavailable');
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      await admin.query(`alter database ${name} allow_connections true`);
      expect((await client.get('/users')).status).toBe(200);
      await admin.drop();
    } finally {
      await own.stop();
    }
  });
});

describe('other origins', () => {
  const preflight = (origin: string) =>
    app.client().request('OPTIONS', '/tickets', undefined, {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    });

  test('may call when they are browser extensions', async () => {
    for (const origin of ['chrome-extension://fghiaenknhifoefdlpbcanjgdgiolkec', `moz-extension://${some}`]) {
      const { headers, status } = await preflight(origin);
      expect(status).toBe(204);
      expect(headers.get('access-control-allow-origin')).toBe(origin);
      expect(headers.get('access-control-allow-headers')?.toLowerCase()).toContain('authorization');
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      const answer = await renata.request('GET', '/service', undefined, { origin });
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    }
  });

  test('may not when they are pages, unless the operator named them', async () => {
    for (const origin of [
      'https://erp.example',
      'null',
      'chrome-extension://a.evil.example',
      'http://localhost',
    ]) {
      expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();
    }
    const own = await startApp({ CORS_ORIGINS: ['https://erp.example'] });
    try {
      const origin = 'https://erp.example';
      const answer = await own.client().request('GET', '/service', undefined, { origin });
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    } finally {
      await own.stop();
    }
  });
});

test('answers are not to be stored, sniffed, framed, or referred from', async () => {
  for (const answer of [
    await renata.get('/users'),
    await renata.get('/nada'),
    await renata.post('/tickets', {}),
  ]) {
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  }
});

test('an opinion of every limit at once is taken', async () => {
  const words = 'çã'.repeat(400);
  const paragraphs = Array.from({ length: 240 }, () => ({
    type: 'paragraph',
    content: [{ type: 'text', text: words }],
  }));
  const image = `data:image/png;base64,${Buffer.alloc(1_048_576, 1).toString('base64')}`;
  const body = { type: 'doc' as const, content: [{ type: 'image', attrs: { src: image } }, ...paragraphs] };
  const request = anOpening();
  request.opinion.body = body;
  expect((await renata.post('/tickets', request)).status).toBe(201);
  const addition = anAddition();
  expect((await renata.post(`/tickets/${request.id}/opinions`, addition)).status).toBe(201);
});
