import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changePageSchema } from '../../contract/changes.ts';
import { protocolLeaseSchema } from '../../contract/protocol-leases.ts';
import { receiptAnswerSchema } from '../../contract/tickets.ts';
import { createId } from '../../domain/id.ts';
import { createProtocol } from '../../domain/protocol.ts';
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

describe('changes', () => {
  const read = async (query: string) => contentOf(await renata.get(`/changes${query}`), changePageSchema);

  /** Pulls until everything that `wanted` names has come; other tests' transactions may hold it back for a moment. */
  async function pull(cursor: string, wanted: readonly string[]) {
    const seen: { kind: string; id: string }[] = [];
    await expect
      .poll(
        async () => {
          const page = await read(`?after=${cursor}&limit=2`);
          seen.push(...page.items);
          cursor = page.cursor;
          return seen.map((change) => change.id);
        },
        { timeout: 10_000, interval: 20 },
      )
      .toEqual(expect.arrayContaining([...wanted]));
    return { seen, cursor };
  }

  test('without a cursor begin now; with one give what came after it, once and in order', async () => {
    await renata.post('/tickets', anOpening());
    const start = await read('');
    expect(start).toMatchObject({ items: [], more: false });
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      const request = anOpening();
      await renata.post('/tickets', request);
      ids.push(request.id);
    }
    const { seen, cursor } = await pull(start.cursor, ids);
    expect(seen.map((change) => change.id).slice(-5)).toEqual(ids);
    expect(new Set(seen.map((change) => change.id)).size).toBe(seen.length);
    expect(await read(`?after=${cursor}`)).toEqual({ items: [], cursor, more: false });
  });

  test('name the contact person and its customer', async () => {
    const { cursor } = await read('');
    const contact = {
      ...{ id: createId(), name: 'Ana', role: null, phone: null },
      ...{ extension: null, sharedPhone: false, email: null },
    };
    await renata.post(`/customers/${id.acme}/contact-persons`, contact);
    const { seen } = await pull(cursor, [contact.id, id.acme]);
    expect(seen).toContainEqual({ kind: 'contact-person', id: contact.id });
    expect(seen).toContainEqual({ kind: 'customer', id: id.acme });
  });

  test('of a transaction that commits late are not passed over', async () => {
    const { cursor } = await read('');
    const late = new pg.Client({ connectionString: app.database.url });
    await late.connect();
    try {
      // It takes its number first, and commits after others were written and read.
      const lateId = createId();
      await late.query('begin');
      await late.query(`insert into changes (kind, record_id) values ('ticket', $1)`, [lateId]);
      const request = anOpening();
      expect((await renata.post('/tickets', request)).status).toBe(201);
      const meanwhile = await read(`?after=${cursor}`);
      expect(meanwhile.items.map((change) => change.id)).not.toContain(lateId);
      await late.query('commit');
      const { seen } = await pull(meanwhile.cursor, [
        ...(meanwhile.items.length > 0 ? [] : [request.id]),
        lateId,
      ]);
      const all = [...meanwhile.items, ...seen].map((change) => change.id);
      expect(all.filter((one) => one === lateId)).toHaveLength(1);
      expect(all.filter((one) => one === request.id)).toHaveLength(1);
    } finally {
      await late.end();
    }
  });

  test('are never lost to a reader among many writers of very different speed', async () => {
    let { cursor } = await read('');
    const written: string[] = [];
    let isWriting = true;
    const writers = Array.from({ length: 6 }, async (_, writer) => {
      const client = new pg.Client({ connectionString: app.database.url });
      await client.connect();
      for (let round = 0; round < 15; round += 1) {
        const recordId = createId();
        await client.query('begin');
        await client.query(`insert into changes (kind, record_id) values ('ticket', $1)`, [recordId]);
        await client.query('select pg_sleep($1)', [(writer * 7 + round) % 5 === 0 ? 0.03 : 0]);
        const isKept = (writer + round) % 4 !== 0;
        await client.query(isKept ? 'commit' : 'rollback');
        if (isKept) written.push(recordId);
      }
      await client.end();
    });
    const all = Promise.all(writers).then(() => {
      isWriting = false;
    });
    const seen: string[] = [];
    while (isWriting) {
      const page = await read(`?after=${cursor}&limit=3`);
      seen.push(...page.items.map((change) => change.id));
      cursor = page.cursor;
    }
    await all;
    const rest = await pull(
      cursor,
      written.filter((one) => !seen.includes(one)),
    );
    const got = [...seen, ...rest.seen.map((change) => change.id)];
    expect(got.filter((one) => written.includes(one)).sort()).toEqual([...written].sort());
  });

  test('refuse a cursor that is none, and one of another database', async () => {
    expect(problemOf(await renata.get('/changes?after=abc'), 422, 'invalid').field).toBe('after');
    expect(problemOf(await renata.get('/changes?limit=0'), 422, 'invalid').field).toBe('limit');
    const foreign = Buffer.from(JSON.stringify(['999999999999', '1'])).toString('base64url');
    problemOf(await renata.get(`/changes?after=${foreign}`), 410, 'cursor-unknown');
  });
});

describe('protocol leases', () => {
  const lease = async (client: Client, count = 10, leaseId = createId()) =>
    client.post('/protocol-leases', { id: leaseId, count });

  test('give a block to the device, the same one when asked again', async () => {
    const leaseId = createId();
    const block = contentOf(await lease(renata, 10, leaseId), protocolLeaseSchema, 201);
    expect(block.last - block.first).toBe(9);
    expect(contentOf(await lease(renata, 10, leaseId), protocolLeaseSchema, 200)).toEqual(block);
    expect(problemOf(await lease(renata, 11, leaseId), 409, 'conflict').field).toBe('id');
    problemOf(await lease(await app.signIn('bruno'), 10, leaseId), 409, 'conflict');
  });

  test('asked for by many devices at once never overlap', async () => {
    const other = await app.another();
    const clients = await Promise.all([
      renata,
      app.signIn('bruno'),
      other.signIn('renata'),
      other.signIn('supervisor'),
    ]);
    const asked = clients.flatMap((client) => [3, 10, 1, 100, 7].map((count) => lease(client, count)));
    const opened = Array.from({ length: 60 }, () => renata.post('/tickets', anOpening()));
    const blocks = (await Promise.all(asked)).map((answer) => contentOf(answer, protocolLeaseSchema, 201));
    const leased = blocks.flatMap(({ year, first, last }) =>
      Array.from({ length: last - first + 1 }, (_, index) => createProtocol(year, first + index)),
    );
    const given = (await Promise.all(opened)).map(
      (answer) => contentOf(answer, receiptAnswerSchema, 201).protocol,
    );
    expect(leased).toHaveLength(4 * 121);
    expect(new Set([...leased, ...given]).size).toBe(leased.length + given.length);
  });

  test('asked for twice at once with one id are one block', async () => {
    const leaseId = createId();
    const answers = await Promise.all(Array.from({ length: 6 }, () => lease(renata, 5, leaseId)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  test('let the device open tickets with their numbers, each once, and no other device', async () => {
    const block = contentOf(await lease(renata), protocolLeaseSchema, 201);
    const protocol = createProtocol(block.year, block.first + 4);
    const bruno = await app.signIn('bruno');
    const stolen = problemOf(await bruno.post('/tickets', anOpening({ protocol })), 422, 'invalid');
    expect(stolen.field).toBe('protocol');
    const request = anOpening({ protocol });
    const receipt = contentOf(await renata.post('/tickets', request), receiptAnswerSchema, 201);
    expect(receipt.protocol).toBe(protocol);
    contentOf(await renata.post('/tickets', request), receiptAnswerSchema, 200);
    const again = problemOf(await renata.post('/tickets', anOpening({ protocol })), 409, 'conflict');
    expect(again.field).toBe('protocol');
    const beyond = createProtocol(block.year, block.last + 1000);
    problemOf(await renata.post('/tickets', anOpening({ protocol: beyond })), 422, 'invalid');
    const wrongDigit = protocol.slice(0, 12) + ((Number(protocol[12]) + 1) % 10);
    problemOf(await renata.post('/tickets', anOpening({ protocol: wrongDigit })), 422, 'invalid');
  });

  test('follow the device, whoever has signed in on it', async () => {
    const block = contentOf(await lease(renata), protocolLeaseSchema, 201);
    const colleague = await app.signIn('bruno', renata.deviceId);
    const request = anOpening({ protocol: createProtocol(block.year, block.first) });
    contentOf(await colleague.post('/tickets', request), receiptAnswerSchema, 201);
  });

  test('are refused for no number and for too many', async () => {
    expect(problemOf(await lease(renata, 0), 422, 'invalid').field).toBe('count');
    expect(problemOf(await lease(renata, 101), 422, 'invalid').field).toBe('count');
  });

  test('are so many a day for a user, however many devices, and a day later there are more', async () => {
    const own = await startApp();
    const first = createId();
    const client = await own.signIn('renata');
    const blocks = Array.from({ length: 19 }, () => lease(client, 100));
    for (const answer of [await lease(client, 100, first), ...(await Promise.all(blocks))]) {
      expect(answer.status).toBe(201);
    }
    const onAnother = await own.signIn('renata', createId());
    const refused = await lease(onAnother, 1);
    problemOf(refused, 429, 'too-many-requests');
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(86_000);
    expect((await lease(client, 100, first)).status).toBe(200);
    expect((await onAnother.post('/tickets', anOpening())).status).toBe(201);
    expect((await lease(await own.signIn('bruno'), 1)).status).toBe(201);
    own.advance(wait * 1000);
    expect((await lease(await own.signIn('renata'), 1)).status).toBe(201);
    await own.stop();
  });

  test('past the last number of the year are not taken, and what is left still is', async () => {
    const own = await startApp();
    const client = await own.signIn('renata');
    const { year } = contentOf(await lease(client, 1), protocolLeaseSchema, 201);
    const last = async () => (await own.database.query('select last from protocol_sequences'))[0];
    await own.database.query('update protocol_sequences set last = 99999995 where year = $1', [year]);
    problemOf(await lease(client, 5), 500, 'server-error');
    problemOf(await client.post('/tickets', anOpening()), 500, 'server-error');
    expect(await last()).toEqual({ last: 99_999_995 });
    const rest = contentOf(await lease(client, 4), protocolLeaseSchema, 201);
    expect(rest).toMatchObject({ first: 99_999_996, last: 99_999_999 });
    await own.stop();
  });

  test('are good for a ticket that was begun before midnight of the last day of their year', async () => {
    const own = await startApp();
    const deviceId = createId();
    const block = contentOf(await lease(await own.signIn('renata', deviceId)), protocolLeaseSchema, 201);
    own.advance(367 * 24 * 60 * 60_000);
    const nextYear = await own.signIn('renata', deviceId);
    const protocol = createProtocol(block.year, block.first);
    const opened = await nextYear.post('/tickets', anOpening({ protocol }));
    expect(contentOf(opened, receiptAnswerSchema, 201).protocol).toBe(protocol);
    const next = contentOf(await lease(nextYear), protocolLeaseSchema, 201);
    expect(next.year).toBeGreaterThan(block.year);
    await own.stop();
  });
});
