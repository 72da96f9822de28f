import { expect, test } from 'vitest';
import { readEnvironment } from '../../../server/settings.ts';

test('an environment that sets only the database gives the rest', () => {
  expect(readEnvironment({ DATABASE_URL: 'postgres://db/x', PORT: '' })).toMatchObject({
    HOST: '127.0.0.1',
    ACCESS_TOKEN_SECONDS: 600,
    CORS_ORIGINS: [],
    ACCESS_LOG: 'off',
  });
});

test('origins are apart by commas', () => {
  const { CORS_ORIGINS } = readEnvironment({
    DATABASE_URL: 'x',
    CORS_ORIGINS: 'https://a.example, https://b.example,',
  });
  expect(CORS_ORIGINS).toEqual(['https://a.example', 'https://b.example']);
});

test.each([
  [{}, 'DATABASE_URL'],
  [{ DATABASE_URL: 'x', PORT: '70000' }, 'PORT'],
  [{ DATABASE_URL: 'x', ACCESS_TOKEN_SECONDS: '0' }, 'ACCESS_TOKEN_SECONDS'],
  [{ DATABASE_URL: 'x', TOKEN_SECRET: 'short' }, 'TOKEN_SECRET'],
  [{ DATABASE_URL: 'x', SMTP_URL: 'http://mail' }, 'SMTP_URL'],
  [{ DATABASE_URL: 'x', SMTP_URL: 'smtp://mail', PUBLIC_URL: 'https://crm' }, 'MAIL_FROM'],
  [{ DATABASE_URL: 'x', SMTP_URL: 'smtp://mail', MAIL_FROM: 'a@b' }, 'PUBLIC_URL'],
  [{ DATABASE_URL: 'x', MAIL_FROM: 'a@b\nBcc: c@d' }, 'MAIL_FROM'],
])('what is wrong is named: %o', (variables, name) => {
  expect(() => readEnvironment(variables)).toThrow(name);
});
