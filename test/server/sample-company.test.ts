import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSampleCompany } from '../../demo/company/load.ts';
import { SAMPLE_PASSWORD } from '../../demo/company/staff.ts';
import { verifyPassword } from '../../server/db/passwords.ts';
import { createDatabase, type TestDatabase } from '../support/postgres.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase('empty');
  await loadSampleCompany(database.url, { customers: 60, now: new Date('2026-07-16T17:36:00.000Z') });
});
afterAll(() => database.drop());

test('the sample company keeps on each ticket what its opinions add up to', async () => {
  const wrong = await database.query(`
    select t.protocol from tickets t
    join (select ticket_id, count(*) as count, max(number) as last, max(confirmed_at) as at,
                 sum(extract(epoch from ended_at - started_at)) as seconds
          from opinions group by ticket_id) o on o.ticket_id = t.id
    where (t.opinion_count, t.opinion_count, t.last_opinion_at, t.seconds_spent)
      is distinct from (o.count, o.last, o.at, o.seconds)`);
  expect(wrong).toEqual([]);
  const [orphans] = await database.query<{ count: string }>(
    'select count(*) from tickets where id not in (select ticket_id from opinions)',
  );
  expect(orphans?.count).toBe('0');
});

test('the sample company leaves the next protocol free', async () => {
  const rows = await database.query(`
    select s.year from protocol_sequences s
    join (select left(protocol, 4)::int as year, max(substr(protocol, 5, 8)::int) as last from tickets group by 1) t
      on t.year = s.year
    where s.last <> t.last`);
  expect(rows).toEqual([]);
});

test('the sample users sign in with the password that is printed', async () => {
  const users = await database.query<{ password_hash: string }>('select password_hash from users');
  expect(users).toHaveLength(12);
  expect(await verifyPassword(SAMPLE_PASSWORD, users[0]?.password_hash ?? '')).toBe(true);
});
