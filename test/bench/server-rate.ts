import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { SAMPLE_PASSWORD } from '../../demo/company/staff.ts';
import { createId } from '../../domain/id.ts';
import { toInstant } from '../../domain/instant.ts';
import { plainTextToRichText } from '../../domain/rich-text/document.ts';
import setUpDatabases from '../support/e2e-databases.ts';
import { createDatabase, type TestDatabase } from '../support/postgres.ts';
import { startServerProcess } from '../support/server-process.ts';
import { type Bench, median, type Row } from './bench.ts';
import { measureRate, toRequest } from './http-load.ts';
import { measureSql, sqlClient } from './sql-load.ts';

const ROUNDS = 5;
const SECONDS = 2;
/** So that what is measured is compiled; a machine that others use takes its time. */
const WARM_UP_SECONDS = 5;
const CONNECTIONS = 16;
/** As many as a server process opens to its database. */
const DATABASE_CONNECTIONS = 10;
const TEXT = 'Cliente relata rejeição da nota; conferido o cadastro do produto. '.repeat(4);

/**
 * What one server process answers in a second, its client and its database on the same processors: tickets with their first
 * opinion, each a durable transaction of its own, beside the bare statement; customers by key beside a bare HTTP server. The server
 * does not batch, so there is no `server.post.batched`.
 */
export const serverRate: Bench = {
  ids: ['server.post', 'server.get'],
  run: async (context, wanted) => {
    const tearDown = await setUpDatabases();
    const database = await createDatabase('sample');
    const server = await startServerProcess(database.url, { ACCESS_TOKEN_SECONDS: '3600' });
    try {
      const token = await signIn(server.url);
      const rows: Row[] = [];
      if (wanted.includes('server.post')) {
        context.say(`server.post: ${ROUNDS} rounds`);
        rows.push(await measurePost(server.url, token, database));
      }
      if (wanted.includes('server.get')) {
        context.say(`server.get: ${ROUNDS} rounds`);
        rows.push(await measureGet(server.url, token, database));
      }
      return rows;
    } finally {
      await server.stop();
      await database.drop();
      await tearDown();
    }
  },
};

async function measurePost(url: string, token: string, database: TestDatabase): Promise<Row> {
  const ids = await readIds(database);
  const next = () => toRequest('POST', '/tickets', token, anOpening(ids));
  const post = (seconds: number) =>
    measureRate({ url, connections: CONNECTIONS, during: seconds * 1_000, next, status: 201 });
  await database.query('create sequence bench_protocol');
  const bare = (seconds: number) =>
    measureSql({
      databaseUrl: database.url,
      statement: openingStatement(ids),
      connections: DATABASE_CONNECTIONS,
      seconds,
    });
  const { value, floor } = await inTurns(post, bare);
  return {
    ...{ id: 'server.post', value, unit: 'per second', floor, floorBy: sqlClient() },
    goal: 0.75 * floor,
    runs: ROUNDS,
  };
}

async function measureGet(url: string, token: string, database: TestDatabase): Promise<Row> {
  const rows = await database.query<{ id: string }>('select id from customers order by id');
  const requests = rows.map(({ id }) => toRequest('GET', `/customers/${id}`, token));
  const one = await fetch(`${url}/customers/${rows[0]?.id}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const bare = fork(join(import.meta.dirname, 'bare-server.ts'), [`${(await one.text()).length}`], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  try {
    const [port] = await once(bare.stdout ?? bare, 'data');
    const load = (target: string, seconds: number, next: () => Buffer) =>
      measureRate({ url: target, connections: CONNECTIONS, during: seconds * 1_000, next, status: 200 });
    let asked = 0;
    const get = (seconds: number) =>
      load(url, seconds, () => requests[asked++ % requests.length] ?? Buffer.alloc(0));
    const constant = toRequest('GET', '/', null);
    const { value, floor } = await inTurns(get, (seconds) =>
      load(`http://127.0.0.1:${port}`, seconds, () => constant),
    );
    return {
      ...{ id: 'server.get', value, unit: 'per second', floor, floorBy: 'a bare HTTP server of Node' },
      goal: 0.5 * floor,
      runs: ROUNDS,
    };
  } finally {
    bare.disconnect();
  }
}

/** Medians of both, measured alternately; the first round of each only warms up. */
async function inTurns(
  mine: (seconds: number) => Promise<number>,
  least: (seconds: number) => Promise<number>,
): Promise<{ value: number; floor: number }> {
  const values: number[] = [];
  const floors: number[] = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    const seconds = round < 0 ? WARM_UP_SECONDS : SECONDS;
    const [value, floor] = [await mine(seconds), await least(seconds)];
    if (round < 0) continue;
    values.push(value);
    floors.push(floor);
  }
  return { value: median(values), floor: median(floors) };
}

interface Ids {
  customer: string;
  type: string;
  center: string | null;
  user: string;
}

/** A customer, a user and a type that asks for nothing more. */
async function readIds(database: TestDatabase): Promise<Ids> {
  const [ids] = await database.query<Ids>(
    `select (select id from customers where code = '000318') as customer, t.id as type,
            t.initial_center_id as center, (select id from users where login = 'jonas') as "user"
       from ticket_types t where t.number = '1.2.2'`,
  );
  if (ids === undefined) throw new Error('The sample company has no such type.');
  return ids;
}

function anOpening({ customer, type }: Ids): unknown {
  const now = Date.now();
  return {
    ...{ id: createId(), protocol: null, customerId: customer, typeId: type, title: null },
    ...{ nextContact: null, waitingFor: null, closeOnlyByOpener: false },
    opinion: {
      ...{ id: createId(), startedAt: toInstant(now - 90_000), endedAt: toInstant(now - 30_000) },
      ...{ channelId: null, contactPersonId: null, contactName: null, subjects: [] },
      body: plainTextToRichText(TEXT),
    },
  };
}

/** The rows that an opening writes, with nothing read before and nothing checked. */
function openingStatement({ customer, type, center, user }: Ids): string {
  const body = JSON.stringify(plainTextToRichText(TEXT));
  const centerId = center === null ? 'null' : `'${center}'::uuid`;
  return `with ids as (
    select gen_random_uuid() as ticket, gen_random_uuid() as opinion,
           '9' || lpad(nextval('bench_protocol')::text, 12, '0') as protocol
  ), ticket as (
    insert into tickets (id, protocol, customer_id, type_id, title, center_id, opened_by_user_id, opened_at,
      next_contact_user_id, next_contact_at, close_only_by_opener, priority, opinion_count, last_opinion_at,
      last_opinion_excerpt, seconds_spent)
    select ticket, protocol, '${customer}'::uuid, '${type}'::uuid, '${TEXT.slice(0, 80)}', ${centerId},
      '${user}'::uuid, now(), '${user}'::uuid, now(), false, 3, 1, now(), '${TEXT.slice(0, 160)}', 60
      from ids
  ), opinion as (
    insert into opinions (id, ticket_id, number, author_id, started_at, ended_at, subjects, body, center_after_id,
      confirmed_at)
    select opinion, ticket, 1, '${user}'::uuid, now(), now(), '{}', '${body}'::jsonb, ${centerId}, now() from ids
  ), command as (
    insert into commands (id, user_id, kind, content_hash, receipt, confirmed_at)
    select ticket, '${user}'::uuid, 'openTicket', sha256('${TEXT}'::bytea),
      jsonb_build_object('id', ticket, 'protocol', protocol), now() from ids
  )
  insert into changes (kind, record_id) select 'ticket', ticket from ids`;
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'jonas', password: SAMPLE_PASSWORD, deviceId: createId() }),
  });
  const { accessToken } = (await answer.json()) as { accessToken?: string };
  if (accessToken === undefined) throw new Error(`Signing in was refused: ${answer.status}`);
  return accessToken;
}
