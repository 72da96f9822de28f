import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApi } from '../../../api/client.ts';
import { createHttp, type Http } from '../../../api/http.ts';
import { createApiSession } from '../../../api/session.ts';
import { createId } from '../../../domain/id.ts';
import type { Problem } from '../../../domain/result.ts';
import { problems as texts } from '../../../locales/pt-BR/problems.ts';
import { type Fault, startCrmStandIn } from '../../support/crm/crm-stand-in.ts';
import { createMemoryTokens } from '../../support/crm/memory-tokens.ts';
import { ownerOf } from '../../support/crm/words.ts';
import { rioPardo, users } from '../../support/screens/fixtures.ts';

let crm: Awaited<ReturnType<typeof startCrmStandIn>>;
let clock: number;
let outcomes: (Problem | null)[];

beforeEach(async () => {
  clock = Date.parse('2026-07-16T12:00:00.000Z');
  outcomes = [];
  crm = await startCrmStandIn({ now: () => clock });
});
afterEach(() => crm.stop());

async function signedInClient() {
  const store = createMemoryTokens();
  const serverUrl = async () => crm.url;
  const http = createHttp({ texts, onOutcome: (problem) => outcomes.push(problem) });
  const session = createApiSession({ http, store, serverUrl, now: () => clock, texts });
  const api = createApi({ http, session, serverUrl, texts });
  const answer = await session.signIn({ login: 'ana', password: 'senha', deviceId: createId() });
  expect(answer.ok).toBe(true);
  return { api, session, store, http };
}

describe('the typed client', () => {
  it('reads a customer by its code, with the code encoded in the address', async () => {
    const { api } = await signedInClient();
    expect(await api.customerByCode(rioPardo.code)).toEqual({ ok: true, value: rioPardo });
    await api.customerByCode('a/b?c');
    expect(crm.state.requests.at(-1)).toBe('GET /customers/by-code/a%2Fb%3Fc');
  });

  it('gives a refusal of the CRM with its code, field, status and sentence', async () => {
    const { api } = await signedInClient();
    crm.state.fault = () => ({ status: 422, code: 'end-before-start', field: 'opinion.endedAt' });
    expect(await api.inbox()).toMatchObject({
      ok: false,
      error: { code: 'end-before-start', field: 'opinion.endedAt', status: 422, message: expect.any(String) },
    });
  });

  it.each<[Fault, string]>([
    ['drop-before', 'offline'],
    ['html', 'bad-answer'],
    ['garbage', 'bad-answer'],
    ['redirect', 'bad-answer'],
    [{ status: 503, code: 'maintenance' }, 'maintenance'],
  ])('says of %j that it is %s, and tells it as the state of the connection', async (fault, code) => {
    const { api } = await signedInClient();
    crm.state.fault = () => fault;
    expect(await api.inbox()).toMatchObject({ ok: false, error: { code } });
    expect(outcomes.at(-1)).toMatchObject({ code });
  });

  it.each([
    ['30', 30_000],
    ['Wed, 01 Jan 2020 00:00:00 GMT', 0],
    ['soon', undefined],
    [null, undefined],
  ])('reads from Retry-After %j how long the server wants to be left alone', async (value, ms) => {
    const headers = value === null ? {} : { 'retry-after': value };
    const fetch = async () => new Response('', { status: 503, headers });
    const http = createHttp({ texts, fetch });
    const question = { method: 'GET', path: 'inbox', answer: null, timeout: 5_000 } as const;
    const answer = await http('http://crm.example', question);
    expect(!answer.ok && answer.error.retryAfterMs).toBe(ms);
  });

  it('never follows a redirect, which would carry words and token elsewhere', async () => {
    const { api } = await signedInClient();
    crm.state.fault = (_, path) => (path === '/protocol-leases' ? 'redirect' : null);
    await api.leaseProtocols(createId(), 5);
    expect(crm.state.requests.filter((request) => request.endsWith('/elsewhere'))).toEqual([]);
  });

  it('says timeout of a server that does not answer, and cancelled when the question was withdrawn', async () => {
    const { http } = await signedInClient();
    crm.state.fault = () => 'hang';
    const question = { method: 'GET', path: 'inbox', answer: null } as const;
    expect(await http(crm.url, { ...question, timeout: 30 })).toMatchObject({ error: { code: 'timeout' } });
    const signal = AbortSignal.abort();
    expect(await http(crm.url, { ...question, timeout: 5_000, signal })).toMatchObject({
      error: { code: 'cancelled' },
    });
  });

  it('says offline where nobody listens', async () => {
    const { api } = await signedInClient();
    await crm.stop();
    expect(await api.inbox()).toMatchObject({ ok: false, error: { code: 'offline' } });
    crm = await startCrmStandIn();
  });
});

describe('the session', () => {
  it("refuses wrong credentials with the server's own reason and keeps nothing", async () => {
    const { session, store } = await signedInClient();
    await store.clear();
    expect(await session.signIn({ login: 'ana', password: 'errada', deviceId: createId() })).toMatchObject({
      error: { code: 'wrong-credentials', status: 401 },
    });
    expect(await store.readAccess()).toBeNull();
  });

  it('renews a token that is about to expire before it asks', async () => {
    const { api } = await signedInClient();
    clock += 15 * 60_000 - 5_000;
    expect((await api.inbox()).ok).toBe(true);
    expect(crm.state.refreshes).toBe(1);
  });

  it('renews once, not for every question, where the clock of the machine is a year ahead', async () => {
    const { api } = await signedInClient();
    const serverTime = clock;
    crm.setClock(() => serverTime);
    clock += 365 * 86_400_000;
    for (let question = 0; question < 3; question += 1) expect((await api.inbox()).ok).toBe(true);
    expect(crm.state.refreshes).toBe(1);
  });

  it('renews once for many questions that are refused at the same time, and all are answered', async () => {
    const { api } = await signedInClient();
    crm.expireAccess();
    const answers = await Promise.all(Array.from({ length: 8 }, () => api.inbox()));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(crm.state.refreshes).toBe(1);
  });

  it('has expired when the server refuses the renewal, and asks no more', async () => {
    const { api, store } = await signedInClient();
    crm.expireAccess();
    crm.state.refreshToken = 'taken back';
    expect(await api.inbox()).toMatchObject({ ok: false, error: { code: 'signed-out' } });
    expect(store.expired).toBe(true);
    const asked = crm.state.requests.length;
    expect(await api.inbox()).toMatchObject({ ok: false, error: { code: 'signed-out' } });
    expect(crm.state.requests.length).toBe(asked);
  });

  it('sends no command of somebody else than who is signed in, nor of another server', async () => {
    const { api } = await signedInClient();
    const command = { kind: 'closeTicket' as const, id: createId(), ticketId: createId() };
    expect(await api.send(command, ownerOf(users.marina, crm.url))).toMatchObject({
      error: { code: 'signed-out' },
    });
    expect(await api.send(command, ownerOf(users.me, 'https://outro.example'))).toMatchObject({
      error: { code: 'signed-out' },
    });
    expect(crm.state.requests.filter((request) => request.includes('closings'))).toEqual([]);
    await api.send(command, ownerOf(users.me, crm.url));
    expect(crm.state.requests.filter((request) => request.includes('closings'))).toHaveLength(1);
  });

  it.each<[string, 'given' | 'refused']>([
    ['new tokens', 'given'],
    ['a refusal', 'refused'],
  ])('of a sign-in stays as it is when a renewal that began before answers late with %s', async (_, late) => {
    const { http, store } = await signedInClient();
    const release = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    const slow: Http = async (url, request) => {
      if (request.path !== 'session/refresh') return http(url, request);
      const answer = await http(url, request);
      asked.resolve();
      await release.promise;
      return answer;
    };
    const serverUrl = async () => crm.url;
    const session = createApiSession({ http: slow, store, serverUrl, now: () => clock, texts });
    if (late === 'refused') crm.state.refreshToken = 'taken back';
    clock += 20 * 60_000;
    const renewal = session.access();
    await asked.promise;
    expect((await session.signIn({ login: 'ana', password: 'senha', deviceId: createId() })).ok).toBe(true);
    const [access, refresh] = [await store.readAccess(), await store.readRefresh()];
    expect(refresh).toBe(crm.state.refreshToken);
    release.resolve();
    expect(await renewal).toMatchObject({ ok: true, value: { token: access?.token } });
    expect(await store.readAccess()).toEqual(access);
    expect(await store.readRefresh()).toBe(refresh);
    expect(store.expired).toBe(false);
  });

  it.each<Fault>(['drop-before', 'html', 'garbage', { status: 500, code: 'server-error' }])(
    'goes on where the renewal got %j, because nobody of the CRM ended it',
    async (fault) => {
      const { api, store } = await signedInClient();
      crm.expireAccess();
      crm.state.fault = (_, path) => (path === '/session/refresh' ? fault : null);
      expect((await api.inbox()).ok).toBe(false);
      expect(store.expired).toBe(false);
      crm.state.fault = () => null;
      expect((await api.inbox()).ok).toBe(true);
    },
  );

  it('ends here and on the server when the user signs out, also with an expired access token', async () => {
    const { session, store } = await signedInClient();
    clock += 20 * 60_000;
    await session.signOut();
    expect(await store.readRefresh()).toBeNull();
    expect(crm.state.refreshToken).toBe('');
  });

  it('ends here also where the server cannot be reached', async () => {
    const { session, store } = await signedInClient();
    crm.state.fault = () => 'drop-before';
    await session.signOut();
    expect(await store.readRefresh()).toBeNull();
    expect(await store.readAccess()).toBeNull();
  });
});
