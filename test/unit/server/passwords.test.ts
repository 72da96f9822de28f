import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from '../../../server/db/passwords.ts';

test('a password is known by its hash, and no other is', async () => {
  const hash = await hashPassword('coração 123');
  expect(await verifyPassword('coração 123', hash)).toBe(true);
  expect(await verifyPassword('coração 124', hash)).toBe(false);
  expect(await hashPassword('coração 123')).not.toBe(hash);
});

test('a password is the same however its accents were composed', async () => {
  expect(await verifyPassword('a\u0303'.normalize('NFD'), await hashPassword('ã'))).toBe(true);
});

test('a hash of other parameters is verified with them', async () => {
  // Made with the reference implementation of argon2: password "password", salt "somesalt".
  const hash = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  expect(await verifyPassword('password', hash)).toBe(true);
  expect(await verifyPassword('Password', hash)).toBe(false);
});

test('what is no hash of argon2id is a fault of the database, not a wrong password', async () => {
  await expect(verifyPassword('x', 'plain')).rejects.toThrow('argon2id');
});
