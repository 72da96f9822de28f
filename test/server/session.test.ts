import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sessionSchema, sessionTokensSchema } from '../../contract/session.ts';
import { createId } from '../../domain/id.ts';
import { contentOf, problemOf } from '../support/server/client.ts';
import { ALL_PERMISSIONS, id, PASSWORD } from '../support/server/company.ts';
import { type RunningApp, startApp } from '../support/server/running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

describe('signing in', () => {
  test('gives tokens, the user with permissions, and the company', async () => {
    const client = app.client();
    const tokens = await client.signIn('renata');
    expect(tokens.user).toMatchObject({
      id: id.renata,
      permissions: ALL_PERMISSIONS,
      centerIds: [id.support],
    });
    expect(tokens.company).toMatchObject({ name: 'Casa de Teste', areaCode: '11' });
    const session = contentOf(await client.get('/session'), sessionSchema);
    expect(session).toEqual({ user: tokens.user, company: tokens.company });
  });

  test('takes the login in any case', async () => {
    expect((await app.client().signIn('RENATA')).user.login).toBe('renata');
  });

  test('answers an unknown login and a wrong password with the same words', async () => {
    const attempt = (login: string, password: string) =>
      app.client().post('/session', { login, password, deviceId: createId() });
    const wrong = problemOf(await attempt('renata', 'outra'), 401, 'wrong-credentials');
    const unknown = problemOf(await attempt('ninguem', PASSWORD), 401, 'wrong-credentials');
    expect(unknown).toEqual(wrong);
  });

  test('refuses an inactive user, and tells so only to who knows the password', async () => {
    const attempt = (password: string) =>
      app.client().post('/session', { login: 'gone', password, deviceId: createId() });
    problemOf(await attempt('outra'), 401, 'wrong-credentials');
    problemOf(await attempt(PASSWORD), 403, 'user-inactive');
  });

  test('keeps passwords as argon2id with their parameters, and tokens only as hashes', async () => {
    const { refreshToken } = await app.client().signIn('renata');
    const [user] = await app.database.query<{ hash: string }>(
      `select password_hash as hash from users where login = 'renata'`,
    );
    expect(user?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const found = await app.database.query(`select from refresh_tokens where hash = $1`, [
      Buffer.from(refreshToken),
    ]);
    expect(found).toHaveLength(0);
    expect(app.logged.join('')).not.toContain(PASSWORD);
  });

  test('names every field that is missing', async () => {
    const problem = problemOf(await app.client().post('/session', { login: ' ' }), 422, 'invalid');
    expect(problem.field).toBe('login');
    expect(problem.errors?.map(({ field }) => field)).toEqual(['login', 'password', 'deviceId']);
  });
});

describe('an access token', () => {
  test('is wanted by everything that is not public', async () => {
    for (const path of [
      '/session',
      '/users',
      '/customers?query=rio',
      '/inbox',
      '/changes',
      `/tickets/${createId()}`,
    ]) {
      const answer = await app.client().get(path);
      problemOf(answer, 401, 'signed-out');
      expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    }
  });

  test('that was changed, or was made elsewhere, is refused', async () => {
    const client = await app.signIn('renata');
    const token = client.tokens?.accessToken ?? '';
    const [header, payload = '', signature] = token.split('.');
    const forged = Buffer.from(payload, 'base64url').toString().replace(id.renata, id.supervisor);
    for (const changed of [
      `${header}.${Buffer.from(forged).toString('base64url')}.${signature}`,
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`,
      token.slice(0, -4),
      'x',
    ]) {
      const answer = await client.request('GET', '/session', undefined, {
        authorization: `Bearer ${changed}`,
      });
      problemOf(answer, 401, 'signed-out');
    }
  });

  test('expires, and a refreshed one goes on', async () => {
    const own = await startApp({ ACCESS_TOKEN_SECONDS: 60 });
    try {
      const client = await own.signIn('renata');
      expect((await client.get('/session')).status).toBe(200);
      own.advance(61_000);
      problemOf(await client.get('/session'), 401, 'signed-out');
      const refreshed = await client.post('/session/refresh', { refreshToken: client.tokens?.refreshToken });
      client.tokens = contentOf(refreshed, sessionTokensSchema);
      expect((await client.get('/session')).status).toBe(200);
    } finally {
      await own.stop();
    }
  });

  test('ends with sign-out, in this process at once and in others within seconds', async () => {
    const other = await app.another();
    const client = await app.signIn('renata');
    const elsewhere = other.client();
    elsewhere.tokens = client.tokens;
    expect((await elsewhere.get('/session')).status).toBe(200);
    expect((await client.request('DELETE', '/session')).status).toBe(204);
    problemOf(await client.get('/session'), 401, 'signed-out');
    other.advance(6_000);
    problemOf(await elsewhere.get('/session'), 401, 'signed-out');
    problemOf(
      await client.post('/session/refresh', { refreshToken: client.tokens?.refreshToken }),
      401,
      'signed-out',
    );
  });

  test('of a user who was made inactive ends too', async () => {
    const own = await startApp();
    try {
      const client = await own.signIn('bruno');
      await own.database.query(`update users set active = false where login = 'bruno'`);
      own.advance(6_000);
      problemOf(await client.get('/session'), 401, 'signed-out');
      const refreshed = await client.post('/session/refresh', { refreshToken: client.tokens?.refreshToken });
      problemOf(refreshed, 401, 'signed-out');
      const [session] = await own.database.query<{ reason: string }>(
        'select end_reason as reason from sessions where user_id = $1',
        [id.bruno],
      );
      expect(session?.reason).toBe('user-inactive');
    } finally {
      await own.stop();
    }
  });
});

describe('a refresh token', () => {
  const refresh = (token: string | undefined) =>
    app.client().post('/session/refresh', { refreshToken: token });

  async function endReason(accessToken: string): Promise<string | null | undefined> {
    const payload = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString());
    const rows = await app.database.query<{ reason: string | null }>(
      'select end_reason as reason from sessions where id = $1',
      [payload.sid],
    );
    return rows[0]?.reason;
  }

  test('is exchanged for another each time', async () => {
    const first = await app.client().signIn('renata');
    const second = contentOf(await refresh(first.refreshToken), sessionTokensSchema);
    const third = contentOf(await refresh(second.refreshToken), sessionTokensSchema);
    expect(new Set([first.refreshToken, second.refreshToken, third.refreshToken]).size).toBe(3);
  });

  test('used again after its successor was used ends the session for everybody', async () => {
    const first = await app.client().signIn('renata');
    const second = contentOf(await refresh(first.refreshToken), sessionTokensSchema);
    const third = contentOf(await refresh(second.refreshToken), sessionTokensSchema);
    problemOf(await refresh(first.refreshToken), 401, 'signed-out');
    problemOf(await refresh(third.refreshToken), 401, 'signed-out');
    expect(await endReason(first.accessToken)).toBe('token-reuse');
  });

  test('may be repeated when its answer was lost, and the lost successor is void', async () => {
    const first = await app.client().signIn('renata');
    const lost = contentOf(await refresh(first.refreshToken), sessionTokensSchema);
    const again = contentOf(await refresh(first.refreshToken), sessionTokensSchema);
    expect(again.refreshToken).not.toBe(lost.refreshToken);
    problemOf(await refresh(lost.refreshToken), 401, 'signed-out');
    expect(await endReason(first.accessToken)).toBe('token-reuse');
  });

  test('may not be repeated after the time of grace', async () => {
    const own = await startApp({ REFRESH_GRACE_SECONDS: 30 });
    try {
      const { refreshToken } = await own.client().signIn('renata');
      const exchange = () => own.client().post('/session/refresh', { refreshToken });
      expect((await exchange()).status).toBe(200);
      own.advance(31_000);
      problemOf(await exchange(), 401, 'signed-out');
    } finally {
      await own.stop();
    }
  });

  test('sent many times at once leaves one session with one way on', async () => {
    const first = await app.client().signIn('renata');
    const answers = await Promise.all(Array.from({ length: 5 }, () => refresh(first.refreshToken)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const tokens = await app.database.query<{ live: number }>(
      `select count(*)::int as live from refresh_tokens t join sessions s on s.id = t.session_id
       where t.used_at is null and t.replaced_at is null and s.id = $1`,
      [JSON.parse(Buffer.from(first.accessToken.split('.')[1] ?? '', 'base64url').toString()).sid],
    );
    expect(tokens[0]?.live).toBe(1);
  });

  test('of a session that was left alone too long is refused', async () => {
    const own = await startApp({ SESSION_SECONDS: 3600 });
    try {
      const { refreshToken } = await own.client().signIn('renata');
      own.advance(3_601_000);
      problemOf(await own.client().post('/session/refresh', { refreshToken }), 401, 'signed-out');
    } finally {
      await own.stop();
    }
  });

  test('that the server never gave is refused', async () => {
    problemOf(await refresh('inventado'), 401, 'signed-out');
  });
});

describe('guessing passwords', () => {
  test('is slowed down for all processes together, and a right password makes up for wrong ones', async () => {
    const own = await startApp({ SIGN_IN_ATTEMPTS: 3 });
    try {
      const other = await own.another();
      const guess = (at: RunningApp, password = 'errada') =>
        at.client().post('/session', { login: 'renata', password, deviceId: createId() });
      problemOf(await guess(own), 401, 'wrong-credentials');
      problemOf(await guess(other), 401, 'wrong-credentials');
      expect((await guess(own, PASSWORD)).status).toBe(200);
      for (let count = 0; count < 3; count += 1) problemOf(await guess(other), 401, 'wrong-credentials');
      const refused = await guess(own, PASSWORD);
      problemOf(refused, 429, 'too-many-requests');
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await own.client().signIn('bruno')).user.login).toBe('bruno');
      const keys = await own.database.query<{ key: string }>('select key from rate_limits');
      expect(JSON.stringify(keys)).not.toMatch(/renata|127\.0\.0\.1/);
    } finally {
      await own.stop();
    }
  });
});
