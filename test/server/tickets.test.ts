import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { opinionPageSchema, receiptAnswerSchema, ticketAnswerSchema } from '../../contract/tickets.ts';
import { createId } from '../../domain/id.ts';
import { parseProtocol } from '../../domain/protocol.ts';
import type { RichTextDocument } from '../../domain/rich-text/document.ts';
import { type Client, contentOf, problemOf } from '../support/server/client.ts';
import { id } from '../support/server/company.ts';
import { type RunningApp, startApp } from '../support/server/running-app.ts';
import { anAddition, anOpening, anOpinion } from '../support/server/words.ts';

let app: RunningApp;
let renata: Client;
let bruno: Client;
let supervisor: Client;
beforeAll(async () => {
  app = await startApp();
  [renata, bruno, supervisor] = (await Promise.all(
    ['renata', 'bruno', 'supervisor'].map((login) => app.signIn(login)),
  )) as [Client, Client, Client];
});
afterAll(() => app.stop());

async function open(more: Parameters<typeof anOpening>[0] = {}, client = renata) {
  const request = anOpening(more);
  const receipt = contentOf(await client.post('/tickets', request), receiptAnswerSchema, 201);
  return { request, receipt };
}
const readTicket = async (ticketId: string) =>
  contentOf(await renata.get(`/tickets/${ticketId}`), ticketAnswerSchema);
const readOpinions = async (ticketId: string, query = '') =>
  contentOf(await renata.get(`/tickets/${ticketId}/opinions${query}`), opinionPageSchema);

describe('opening a ticket', () => {
  test('keeps the ticket and its first opinion as they were sent', async () => {
    const { request, receipt } = await open({
      waitingFor: 'customer',
      nextContact: { userId: id.bruno, at: '2026-12-01T12:00:00.000Z' },
    });
    expect(receipt).toMatchObject({ id: request.id, ticketId: request.id });
    expect(parseProtocol(receipt.protocol)).toBe(receipt.protocol);
    expect(await readTicket(request.id)).toMatchObject({
      protocol: receipt.protocol,
      customer: { id: id.rioPardo, code: '000318', name: 'Padaria e Confeitaria Rio Pardo Ltda.' },
      typeId: id.question,
      title: 'Cliente relata lentidão.',
      centerId: id.support,
      openedByUserId: id.renata,
      openedAt: request.opinion.startedAt,
      nextContact: { userId: id.bruno, at: '2026-12-01T12:00:00.000Z' },
      waitingFor: 'customer',
      priority: 5,
      opinionCount: 1,
      lastOpinionAt: receipt.confirmedAt,
      lastOpinionExcerpt: 'Cliente relata lentidão.',
      secondsSpent: 60,
      closedAt: null,
    });
    const { items, total, previous } = await readOpinions(request.id);
    expect({ total, previous }).toEqual({ total: 1, previous: null });
    expect(items[0]).toEqual({
      ...request.opinion,
      ticketId: request.id,
      authorId: id.renata,
      centerBeforeId: null,
      centerAfterId: id.support,
      correctsOpinionId: null,
      callId: null,
      callPhone: null,
      decisions: [],
      changes: [],
      attachments: [],
      confirmedAt: receipt.confirmedAt,
    });
  });

  test('without a next contact gives it to the agent after the business days of the type, at nine in São Paulo', async () => {
    const { request } = await open();
    const { nextContact } = await readTicket(request.id);
    expect(nextContact.userId).toBe(id.renata);
    expect(nextContact.at).toMatch(/T12:00:00\.000Z$/);
    expect([1, 2, 3, 4, 5]).toContain(new Date(nextContact.at ?? '').getUTCDay());
  });

  test('in a CR that the agent is not of leaves the next contact to the CR', async () => {
    const { request } = await open({}, supervisor);
    expect((await readTicket(request.id)).nextContact.userId).toBeNull();
  });

  test('takes the given title, else the first line of the text', async () => {
    const { request } = await open({ title: 'PDV parado', opinion: anOpinion('Outra coisa') });
    expect((await readTicket(request.id)).title).toBe('PDV parado');
  });

  test('sent again answers the same and opens nothing more', async () => {
    const { request, receipt } = await open();
    const shuffled = Object.fromEntries(Object.entries(request).reverse());
    expect(contentOf(await renata.post('/tickets', shuffled), receiptAnswerSchema, 200)).toEqual(receipt);
    expect((await readTicket(request.id)).opinionCount).toBe(1);
  });

  test('sent again with its ids in capitals is the same command', async () => {
    const { request, receipt } = await open();
    const inCapitals = JSON.parse(
      JSON.stringify(request).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (found) =>
        found.toUpperCase(),
      ),
    );
    expect(inCapitals.id).not.toBe(request.id);
    expect(contentOf(await renata.post('/tickets', inCapitals), receiptAnswerSchema)).toEqual(receipt);
    const path = `/tickets/${request.id.toUpperCase()}`;
    expect(contentOf(await renata.get(path), ticketAnswerSchema).id).toBe(request.id);
  });

  test('makes lines of its short texts, without breaks or turned directions, and counts a subject once', async () => {
    const { request } = await open({
      title: ' NF-e\n\u202ecancelada\t ',
      opinion: anOpinion('a', {
        contactName: 'Luiza\r\nPrado\u2069',
        subjects: ['NCM', 'ICMS', 'ncm', 'NCM\u200f'],
      }),
    });
    expect((await readTicket(request.id)).title).toBe('NF-e cancelada');
    expect((await readOpinions(request.id)).items[0]).toMatchObject({
      contactName: 'Luiza Prado',
      subjects: ['NCM', 'ICMS'],
    });
    const untitled = await open({ opinion: anOpinion('fatura \u202exe.fdp') });
    expect(await readTicket(untitled.request.id)).toMatchObject({
      title: 'fatura xe.fdp',
      lastOpinionExcerpt: 'fatura xe.fdp',
    });
    problemOf(await renata.post('/tickets', anOpening({ title: '\u202e\n' })), 422, 'invalid');
  });

  test('with an id that was used with other content is a conflict', async () => {
    const { request } = await open();
    const other = { ...request, title: 'Outro título' };
    expect(problemOf(await renata.post('/tickets', other), 409, 'conflict').field).toBe('id');
    problemOf(await bruno.post('/tickets', request), 409, 'conflict');
    const { opinion } = anOpening();
    const sameOpinion = anOpening({ opinion: { ...opinion, id: request.opinion.id } });
    expect(problemOf(await renata.post('/tickets', sameOpinion), 409, 'conflict').field).toBe('opinion.id');
  });

  test('sent by many at once is applied exactly once', async () => {
    const other = await app.another();
    const elsewhere = other.client();
    elsewhere.tokens = renata.tokens;
    const request = anOpening();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) => (index % 2 ? renata : elsewhere).post('/tickets', request)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(11).fill(200), 201]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const counts = await app.database.query(
      `select (select count(*)::int from tickets where id = $1) as tickets,
        (select count(*)::int from opinions where ticket_id = $1) as opinions,
        (select count(*)::int from commands where id = $1) as commands,
        (select count(*)::int from changes where record_id = $1) as changes`,
      [request.id],
    );
    expect(counts[0]).toEqual({ tickets: 1, opinions: 1, commands: 1, changes: 1 });
  });

  test('by many at once gives every ticket a protocol of its own', async () => {
    const other = await app.another();
    const elsewhere = other.client();
    elsewhere.tokens = renata.tokens;
    const receipts = await Promise.all(
      Array.from({ length: 120 }, async (_, index) =>
        contentOf(
          await (index % 2 ? renata : elsewhere).post('/tickets', anOpening()),
          receiptAnswerSchema,
          201,
        ),
      ),
    );
    expect(new Set(receipts.map(({ protocol }) => protocol)).size).toBe(120);
  });
});

describe('opening is refused with the field named', () => {
  const day = 86_400_000;
  const at = (offset: number) => new Date(Date.now() + offset).toISOString();
  const image = (bytes: number) => ({
    type: 'image',
    attrs: { src: `data:image/png;base64,${Buffer.alloc(bytes, 7).toString('base64')}` },
  });
  const document = (...content: object[]) => ({ type: 'doc', content }) as RichTextDocument;

  const cases: [string, string, () => Parameters<typeof anOpening>[0]][] = [
    ['a customer that is not there', 'customerId', () => ({ customerId: createId() })],
    ['a type that is a group', 'typeId', () => ({ typeId: id.group })],
    ['a type that is inactive', 'typeId', () => ({ typeId: id.retired })],
    ['a type that is not there', 'typeId', () => ({ typeId: createId() })],
    ['a missing subject', 'opinion.subjects', () => ({ typeId: id.billing })],
    [
      'closing kept to the opener where the type forbids',
      'closeOnlyByOpener',
      () => ({ closeOnlyByOpener: true }),
    ],
    [
      'closing kept to an opener without a function that the type asks for',
      'closeOnlyByOpener',
      () => ({ typeId: id.strict, closeOnlyByOpener: true }),
    ],
    [
      'an end before the start',
      'opinion.endedAt',
      () => ({ opinion: anOpinion('a', { endedAt: at(-day) }) }),
    ],
    [
      'a start in the future',
      'opinion.startedAt',
      () => ({ opinion: anOpinion('a', { startedAt: at(day), endedAt: at(day) }) }),
    ],
    [
      'an end in the future',
      'opinion.endedAt',
      () => ({ opinion: anOpinion('a', { endedAt: at(360_000) }) }),
    ],
    ...['1950-07-23', '1900-01-01', '0001-01-01', '0000-01-01'].map((start): (typeof cases)[number] => [
      `a start in ${start}`,
      'opinion.startedAt',
      () => ({ opinion: anOpinion('a', { startedAt: `${start}T10:00:00.000Z` }) }),
    ]),
    [
      'more than 31 days from start to end',
      'opinion.startedAt',
      () => ({ opinion: anOpinion('a', { startedAt: at(-32 * day) }) }),
    ],
    [
      'a next contact in a year that no calendar has',
      'nextContact.at',
      () => ({ nextContact: { userId: id.renata, at: '0000-01-01T10:00:00.000Z' } }),
    ],
    ['an empty text', 'opinion.body', () => ({ opinion: anOpinion('  ') })],
    [
      'too many bytes of images',
      'opinion.body',
      () => ({ opinion: anOpinion('a', { body: document(image(600_000), image(500_000)) }) }),
    ],
    [
      'an unknown node',
      'opinion.body.content.0',
      () => ({ opinion: anOpinion('a', { body: document({ type: 'iframe' }) }) }),
    ],
    [
      'a script link',
      'opinion.body.content.0.content.0.marks.0.attrs.href',
      () => ({
        opinion: anOpinion('a', {
          body: document({
            type: 'paragraph',
            content: [
              { type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
            ],
          }),
        }),
      }),
    ],
    [
      'a channel that is not there',
      'opinion.channelId',
      () => ({ opinion: anOpinion('a', { channelId: createId() }) }),
    ],
    [
      'an inactive channel',
      'opinion.channelId',
      () => ({ opinion: anOpinion('a', { channelId: id.oldChannel }) }),
    ],
    [
      'a contact of another customer',
      'opinion.contactPersonId',
      () => ({ opinion: anOpinion('a', { contactPersonId: id.otherContact }) }),
    ],
    [
      'a contact that is not there',
      'opinion.contactPersonId',
      () => ({ opinion: anOpinion('a', { contactPersonId: createId() }) }),
    ],
    [
      'an inactive user as next contact',
      'nextContact.userId',
      () => ({ nextContact: { userId: id.gone, at: null } }),
    ],
    [
      'an unknown user as next contact',
      'nextContact.userId',
      () => ({ nextContact: { userId: createId(), at: null } }),
    ],
    [
      'a date that is none',
      'nextContact.at',
      () => ({ nextContact: { userId: id.renata, at: '2026-02-31T10:00:00.000Z' } }),
    ],
    ['a long title', 'title', () => ({ title: 'x'.repeat(81) })],
    [
      'too many subjects',
      'opinion.subjects',
      () => ({ opinion: anOpinion('a', { subjects: Array(21).fill('x') }) }),
    ],
    [
      'a long contact name',
      'opinion.contactName',
      () => ({ opinion: anOpinion('a', { contactName: 'x'.repeat(121) }) }),
    ],
    ['a protocol of nobody', 'protocol', () => ({ protocol: '2026000042319' })],
    ['an id of another version', 'id', () => ({ id: '7b5a2c1e-56a4-4a57-9d5c-1f3f5a1d7c11' })],
    [
      'a NUL character',
      'opinion.contactName',
      () => ({ opinion: anOpinion('a', { contactName: 'a\u0000b' }) }),
    ],
    ['half a character', 'opinion.subjects.0', () => ({ opinion: anOpinion('a', { subjects: ['\ud83d'] }) })],
  ];

  test.each(cases)('%s', async (_, field, more) => {
    const before = await app.database.query('select count(*) from tickets');
    const answer = await renata.post('/tickets', anOpening(more()));
    expect(answer.status).toBe(422);
    const body = answer.body as { field: string; detail: string; type: string };
    const problem = problemOf(answer, 422, body.type.split('/').at(-1) ?? '');
    expect(problem.field).toBe(field);
    expect(problem.detail).toMatch(/^[A-ZÀ-Ú].*\.$/);
    expect(await app.database.query('select count(*) from tickets')).toEqual(before);
  });

  test('all fields at fault at once', async () => {
    const request = anOpening({ customerId: createId(), typeId: id.billing, opinion: anOpinion('') });
    const { errors } = problemOf(await renata.post('/tickets', request), 422, 'invalid');
    expect(errors?.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['opinion.body', 'opinion.subjects', 'customerId']),
    );
  });

  test('images of exactly 1 MiB pass', async () => {
    await open({ opinion: anOpinion('a', { body: document(image(1_048_575), image(1)) }) });
  });
});

describe('adding an opinion', () => {
  test('continues the ticket, in the order of confirmation', async () => {
    const { request } = await open({ waitingFor: 'customer' });
    const next = { userId: id.bruno, at: '2026-12-02T12:00:00.000Z' };
    const second = { ...anAddition('Segundo parecer'), nextContact: next };
    contentOf(await bruno.post(`/tickets/${request.id}/opinions`, second), receiptAnswerSchema, 201);
    const third = { ...anAddition('Correção'), correctsOpinionId: second.id };
    contentOf(await renata.post(`/tickets/${request.id}/opinions`, third), receiptAnswerSchema, 201);
    expect(await readTicket(request.id)).toMatchObject({
      opinionCount: 3,
      waitingFor: null,
      nextContact: next,
      lastOpinionExcerpt: 'Correção',
      secondsSpent: 180,
    });
    const { items } = await readOpinions(request.id);
    expect(items.map(({ id }) => id)).toEqual([request.opinion.id, second.id, third.id]);
    expect(items[1]).toMatchObject({
      authorId: id.bruno,
      centerBeforeId: id.support,
      centerAfterId: id.support,
    });
    expect(items[2]?.correctsOpinionId).toBe(second.id);
  });

  test('sent again answers the same; with other content it is a conflict', async () => {
    const { request } = await open();
    const addition = anAddition();
    const path = `/tickets/${request.id}/opinions`;
    const receipt = contentOf(await renata.post(path, addition), receiptAnswerSchema, 201);
    expect(contentOf(await renata.post(path, addition), receiptAnswerSchema, 200)).toEqual(receipt);
    problemOf(await renata.post(path, { ...addition, waitingFor: 'us' }), 409, 'conflict');
    const elsewhere = (await open()).request.id;
    problemOf(await renata.post(`/tickets/${elsewhere}/opinions`, addition), 409, 'conflict');
    expect((await readTicket(request.id)).opinionCount).toBe(2);
  });

  test('by many at once keeps every opinion once, numbered without gaps', async () => {
    const { request } = await open();
    const path = `/tickets/${request.id}/opinions`;
    const additions = Array.from({ length: 30 }, (_, index) => anAddition(`Parecer ${index}`));
    await Promise.all([...additions, ...additions].map((addition) => renata.post(path, addition)));
    const { items } = await readOpinions(request.id, '?limit=200');
    expect(items.map(({ id }) => id).sort()).toEqual(
      [request.opinion.id, ...additions.map(({ id }) => id)].sort(),
    );
    expect((await readTicket(request.id)).opinionCount).toBe(31);
  });

  test('sums its times beyond what 32 bits hold', async () => {
    const { request } = await open();
    await app.database.query('update tickets set seconds_spent = 2147483647 where id = $1', [request.id]);
    const answer = await renata.post(`/tickets/${request.id}/opinions`, anAddition());
    expect(answer.status).toBe(201);
    expect((await readTicket(request.id)).secondsSpent).toBe(2_147_483_707);
  });

  test('is refused where its id, its ticket or the corrected opinion is wrong', async () => {
    const { request } = await open();
    const path = `/tickets/${request.id}/opinions`;
    const otherId = { ...anAddition(), id: createId() };
    expect(problemOf(await renata.post(path, otherId), 422, 'invalid').field).toBe('opinion.id');
    problemOf(await renata.post(`/tickets/${createId()}/opinions`, anAddition()), 404, 'not-found');
    const corrects = { ...anAddition(), correctsOpinionId: (await open()).request.opinion.id };
    expect(problemOf(await renata.post(path, corrects), 422, 'invalid').field).toBe('correctsOpinionId');
  });

  test('pages backwards from the newest, with the events of each stretch', async () => {
    const { request } = await open();
    const add = async (text: string) => {
      await renata.post(`/tickets/${request.id}/opinions`, anAddition(text));
    };
    await add('2');
    await renata.post(`/tickets/${request.id}/closings`, { id: createId() });
    await renata.post(`/tickets/${request.id}/reopenings`, { id: createId() });
    for (const text of ['3', '4', '5']) await add(text);
    const newest = await readOpinions(request.id, '?limit=2');
    expect(newest.items.map(({ body }) => body.content[0]?.content?.[0]?.text)).toEqual(['4', '5']);
    expect(newest).toMatchObject({ total: 5, events: [] });
    const middle = await readOpinions(request.id, `?limit=2&before=${newest.previous}`);
    expect(middle.items.map(({ body }) => body.content[0]?.content?.[0]?.text)).toEqual(['2', '3']);
    expect(middle.events.map(({ kind }) => kind)).toEqual(['closed', 'reopened']);
    const first = await readOpinions(request.id, `?limit=2&before=${middle.previous}`);
    expect(first).toMatchObject({ items: [{ id: request.opinion.id }], previous: null, events: [] });
  });
});

test('a page of opinions with many images is short enough to be sent, and the pages before it lack none', async () => {
  const { request } = await open();
  const src = `data:image/png;base64,${randomBytes(1_000_000).toString('base64')}`;
  const body = { type: 'doc' as const, content: [{ type: 'image', attrs: { src } }] };
  for (let count = 0; count < 10; count += 1) {
    await renata.post(`/tickets/${request.id}/opinions`, anAddition('', { body }));
  }
  const newest = await readOpinions(request.id);
  expect(newest.items.length).toBeGreaterThan(1);
  expect(newest.items.length).toBeLessThan(10);
  const rest = await readOpinions(request.id, `?before=${newest.previous}`);
  expect(rest.items.length + newest.items.length).toBe(11);
  expect(rest.previous).toBeNull();
});

describe('closing and reopening', () => {
  const close = (client: Client, ticketId: string, commandId = createId()) =>
    client.post(`/tickets/${ticketId}/closings`, { id: commandId });
  const reopen = (client: Client, ticketId: string) =>
    client.post(`/tickets/${ticketId}/reopenings`, { id: createId() });

  test('a closed ticket takes no opinion and is not closed again, until it is reopened', async () => {
    const { request } = await open();
    const commandId = createId();
    const receipt = contentOf(await close(bruno, request.id, commandId), receiptAnswerSchema, 201);
    expect(await readTicket(request.id)).toMatchObject({
      closedByUserId: id.bruno,
      closedAt: receipt.confirmedAt,
    });
    expect(contentOf(await close(bruno, request.id, commandId), receiptAnswerSchema)).toEqual(receipt);
    problemOf(await close(renata, request.id), 409, 'ticket-closed');
    problemOf(await renata.post(`/tickets/${request.id}/opinions`, anAddition()), 409, 'ticket-closed');
    problemOf(await reopen(bruno, request.id), 403, 'forbidden');
    contentOf(await reopen(renata, request.id), receiptAnswerSchema, 201);
    problemOf(await reopen(renata, request.id), 409, 'ticket-open');
    contentOf(await renata.post(`/tickets/${request.id}/opinions`, anAddition()), receiptAnswerSchema, 201);
    expect(await readTicket(request.id)).toMatchObject({ closedAt: null, closedByUserId: null });
  });

  test('is kept to the functions that the type names', async () => {
    const { request } = await open({ typeId: id.strict });
    const refused = problemOf(await close(renata, request.id), 403, 'closing-refused');
    expect(refused.detail).toContain('Supervisor');
    expect((await close(supervisor, request.id)).status).toBe(201);
  });

  test('is kept to the opener where he or she asked for it', async () => {
    const opinion = anOpinion('a', { subjects: ['Cobrança'] });
    const { request } = await open({ typeId: id.billing, closeOnlyByOpener: true, opinion });
    problemOf(await close(bruno, request.id), 403, 'closing-refused');
    expect((await close(renata, request.id)).status).toBe(201);
  });

  test('is kept to the opener who has a function that the type names', async () => {
    const { request } = await open({ typeId: id.strict, closeOnlyByOpener: true }, supervisor);
    const refused = problemOf(await close(renata, request.id), 403, 'closing-refused');
    expect(refused.detail).toContain('com a função Supervisor');
    expect((await close(supervisor, request.id)).status).toBe(201);
  });

  test('among opinions that arrive at the same time lets none in behind it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { request } = await open();
      const additions = Array.from({ length: 8 }, () =>
        renata.post(`/tickets/${request.id}/opinions`, anAddition()),
      );
      const answers = await Promise.all([...additions, close(bruno, request.id)]);
      const taken = answers.slice(0, -1).filter(({ status }) => status === 201).length;
      const ticket = await readTicket(request.id);
      expect(ticket.opinionCount).toBe(1 + taken);
      const [event] = (await readOpinions(request.id)).events;
      expect(event?.kind).toBe('closed');
      const rows = await app.database.query<{ after: number }>(
        'select after_opinion as after from ticket_events where ticket_id = $1',
        [request.id],
      );
      expect(rows).toEqual([{ after: 1 + taken }]);
    }
  });
});

test.each(['open', 'closed'])(
  'a list of %s tickets does not go on from a year that no calendar has',
  async (state) => {
    const at = Buffer.from(JSON.stringify({ at: '0000-01-01T00:00:00.000Z', id: createId() }));
    const path = `/customers/${id.rioPardo}/tickets?state=${state}&before=${at.toString('base64url')}`;
    expect(problemOf(await renata.get(path), 422, 'invalid').field).toBe('before');
  },
);

test('hostile text is kept and given back word for word', async () => {
  const hostile = [
    `<script>alert(1)</script><img src=x onerror=alert(1)>`,
    `'; drop table tickets; --`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is hostile on purpose.
    '{{constructor.constructor("alert(1)")()}} ${7*7} %00 \\u0000 \u202e \u{1f469}\u200d\u{1f4bb} ﷽',
  ].join(' ');
  const { request } = await open({
    title: hostile.slice(0, 80).trim(),
    opinion: anOpinion(hostile, {
      contactName: hostile.slice(0, 120).trim(),
      subjects: [`"'<b>${'x'.repeat(30)}`],
    }),
  });
  expect((await readOpinions(request.id)).items[0]).toMatchObject(request.opinion);
  expect((await readTicket(request.id)).title).toBe(request.title);
});

test('a ticket says when its customer is no longer active', async () => {
  const { request } = await open();
  expect((await readTicket(request.id)).customer.active).toBe(true);
  await app.database.query('update customers set active = false where id = $1', [id.rioPardo]);
  expect((await readTicket(request.id)).customer).toMatchObject({ id: id.rioPardo, active: false });
  await app.database.query('update customers set active = true where id = $1', [id.rioPardo]);
});
