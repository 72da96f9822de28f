import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { savedSearchAnswerSchema, savedSearchListSchema } from '../../contract/saved-searches.ts';
import { subjectListSchema, ticketSearchAnswerSchema } from '../../contract/ticket-search.ts';
import { receiptAnswerSchema } from '../../contract/tickets.ts';
import { createId } from '../../domain/id.ts';
import { toInstant } from '../../domain/instant.ts';
import { formatProtocol } from '../../domain/protocol.ts';
import { plainTextToRichText, type RichTextDocument } from '../../domain/rich-text/document.ts';
import { type Client, contentOf, problemOf } from '../support/server/client.ts';
import { id } from '../support/server/company.ts';
import { type RunningApp, startApp } from '../support/server/running-app.ts';
import { anAddition, anOpening, anOpinion } from '../support/server/words.ts';

let app: RunningApp;
let renata: Client;
let bruno: Client;
beforeAll(async () => {
  app = await startApp();
  renata = await app.signIn('renata');
  bruno = await app.signIn('bruno');
});
afterAll(() => app.stop());

type Opening = Parameters<typeof anOpening>[0];

async function open(text: string, more: Opening = {}, client = renata) {
  const request = anOpening({ opinion: anOpinion(text), ...more });
  const { protocol } = contentOf(await client.post('/tickets', request), receiptAnswerSchema, 201);
  return { id: request.id, protocol };
}
async function add(
  ticketId: string,
  text: string,
  more: Parameters<typeof anAddition>[1] = {},
  client = renata,
) {
  contentOf(
    await client.post(`/tickets/${ticketId}/opinions`, anAddition(text, more)),
    receiptAnswerSchema,
    201,
  );
}
async function search(filters: Record<string, string>, client = renata) {
  const query = new URLSearchParams(filters).toString();
  return contentOf(await client.get(`/tickets?${query}`), ticketSearchAnswerSchema);
}
const idsOf = ({ items }: Awaited<ReturnType<typeof search>>) => items.map(({ ticket }) => ticket.id);
/** What the search marked, and how the text reads. */
const marked = ({ items }: Awaited<ReturnType<typeof search>>) =>
  items.map(({ found }) => found?.marks.map(([begin, end]) => found.text.slice(begin, end)));

describe('words', () => {
  test.each([
    ['a plural', 'notas', 'A nota saiu errada.', ['nota']],
    ['a singular', 'nota', 'Sem notas desde ontem.', ['notas']],
    ['a word without its accents', 'devolucoes', 'Devolução pela transportadora.', ['Devolução']],
    ['a word with accents that the text lacks', 'devoluções', 'a devolucao nao foi aceita', ['devolucao']],
    ['a plural in -ões', 'padrao', 'Fora dos padrões.', ['padrões']],
    ['a plural in -is', 'responsavel', 'Os responsáveis fiscais.', ['responsáveis']],
    ['a singular of a plural in -ns', 'itens', 'O item é outro.', ['item']],
    ['other capitals', 'SEFAZ', 'A sefaz recusou.', ['sefaz']],
    ['a word that is still being typed', 'impresso', 'A impressora parou.', ['impressora']],
    ['several, in any order', 'parou impressora', 'A impressora parou.', ['impressora', 'parou']],
    ['words between punctuation', 'total', 'valor/total(R$)', ['total']],
    ['words that a mark splits', 'negrito', 'É negrito.', ['negrito']],
  ])('are found by %s', async (name, query, text, marks) => {
    const rare = `marca${name.replaceAll(/[^a-z]/g, '')}`;
    const { id: ticketId } = await open(`${text}\n${rare}`);
    const found = await search({ query: `${rare} ${query}` });
    expect(idsOf(found)).toEqual([ticketId]);
    expect(marked(found)[0]).toEqual(expect.arrayContaining(marks));
  });

  test('are found across the opinions of a ticket, its title and its subjects', async () => {
    const one = await open('Relatório de comissões', { title: 'Fechamento quinzenal' });
    await open('Comissões somente');
    await add(one.id, 'O supervisor liberou.', { subjects: ['Bonificação'] });
    expect(idsOf(await search({ query: 'comissões liberou' }))).toEqual([one.id]);
    expect(idsOf(await search({ query: 'comissao quinzenal bonificacoes' }))).toEqual([one.id]);
    expect(idsOf(await search({ query: 'comissões inexistente' }))).toEqual([]);
  });

  test('that a mark of the editor cuts in two are one word', async () => {
    const body: RichTextDocument = {
      type: 'doc',
      content: [
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: [
                {
                  type: 'paragraph',
                  content: [
                    { type: 'text', text: 'paralele' },
                    { type: 'text', text: 'pípedo', marks: [{ type: 'bold' }] },
                  ],
                },
              ],
            },
          ],
        },
      ],
    };
    const { id: ticketId } = await open('', { title: 'Forma', opinion: anOpinion('', { body }) });
    const found = await search({ query: 'paralelepipedo' });
    expect(idsOf(found)).toEqual([ticketId]);
    expect(marked(found)).toEqual([['paralelepípedo']]);
  });

  test('in the title weigh more than in the text', async () => {
    const inText = await open('Algo sobre xerografia no fim', { title: 'Outro' });
    const inTitle = await open('Algo', { title: 'Xerografia' });
    await add(inText.id, 'sem mais');
    expect(idsOf(await search({ query: 'xerografia' }))).toEqual([inTitle.id, inText.id]);
  });

  test('that stand in every text find nothing alone and narrow nothing beside others', async () => {
    const { id: ticketId } = await open('Ornitorrinco na tela');
    expect((await search({ query: 'de' })).total).toBe(0);
    expect(idsOf(await search({ query: 'ornitorrinco com os' }))).toEqual([ticketId]);
  });
});

describe('protocol', () => {
  test('is found whole and by its beginning, with and without punctuation', async () => {
    const { id: ticketId, protocol } = await open('Pelo protocolo');
    for (const query of [protocol, formatProtocol(protocol), protocol.slice(0, 12)]) {
      expect(idsOf(await search({ query })), query).toEqual([ticketId]);
    }
    const many = await search({ query: protocol.slice(0, 5), limit: '50' });
    expect(many.items.length).toBeGreaterThan(3);
    expect(many.items.every(({ ticket }) => ticket.protocol.startsWith(protocol.slice(0, 5)))).toBe(true);
  });

  test('and a number in the text are looked for together', async () => {
    const { id: ticketId } = await open('A NF-88776655 não saiu');
    expect(idsOf(await search({ query: '88776655' }))).toEqual([ticketId]);
  });
});

describe('filters', () => {
  const rare = 'zarabatana';
  let plain: string;
  let other: string;
  let billing: string;
  beforeAll(async () => {
    plain = (await open(`${rare} um`)).id;
    other = (
      await open(
        `${rare} dois`,
        {
          customerId: id.acme,
          opinion: anOpinion(`${rare} dois`, { contactPersonId: null }),
          nextContact: { userId: id.supervisor, at: toInstant(Date.now() + 86_400_000) },
        },
        bruno,
      )
    ).id;
    billing = (
      await open('', {
        typeId: id.billing,
        title: 'Cobrança',
        opinion: anOpinion(`${rare} três`, {
          subjects: ['Boleto Atrasado'],
          startedAt: toInstant(Date.now() - 40 * 86_400_000),
          endedAt: toInstant(Date.now() - 40 * 86_400_000 + 60_000),
        }),
      })
    ).id;
    contentOf(await renata.post(`/tickets/${plain}/closings`, { id: createId() }), receiptAnswerSchema, 201);
  });

  test.each([
    ['customer by id', () => ({ customerId: id.acme }), () => [other]],
    ['customer by code, zeros aside', () => ({ customerCode: '318' }), () => [plain, billing]],
    ['type', () => ({ typeId: id.billing }), () => [billing]],
    ['group of types', () => ({ typeId: id.group }), () => [plain, other, billing]],
    ['author', () => ({ userId: id.bruno }), () => [other]],
    ['next contact', () => ({ userId: id.supervisor }), () => [other]],
    ['subject, case and accents aside', () => ({ subject: 'boleto atrasado' }), () => [billing]],
    ['open', () => ({ state: 'open' }), () => [other, billing]],
    ['closed', () => ({ state: 'closed' }), () => [plain]],
    ['CR', () => ({ centerId: id.support }), () => [plain, other, billing]],
    ['another CR', () => ({ centerId: id.finance }), () => []],
    ['begin of a period', () => ({ from: toInstant(Date.now() - 86_400_000) }), () => [plain, other]],
    ['end of a period', () => ({ to: toInstant(Date.now() - 86_400_000) }), () => [billing]],
    ['several', () => ({ state: 'open', customerId: id.rioPardo }), () => [billing]],
    ['several that exclude each other', () => ({ state: 'closed', customerId: id.acme }), () => []],
  ] as const)('narrow by %s', async (_, filters, expected) => {
    const found = await search({ query: rare, ...filters() });
    expect(idsOf(found).sort()).toEqual([...expected()].sort());
    expect(found.total).toBe(expected().length);
  });

  test('without words give the ones opened last first, and no text', async () => {
    const found = await search({ customerCode: '42', limit: '50' });
    expect(found.items.map(({ found: text }) => text)).toEqual(found.items.map(() => null));
    const times = found.items.map(({ ticket }) => ticket.openedAt);
    expect(times).toEqual([...times].sort().reverse());
  });

  test('take the author of any opinion', async () => {
    const ticket = await open('quimera');
    await add(ticket.id, 'continua', {}, bruno);
    expect(idsOf(await search({ query: 'quimera', userId: id.bruno }))).toEqual([ticket.id]);
  });
});

describe('pages', () => {
  test.each([
    ['by words', { query: 'paginação' }],
    ['by time', { subject: 'Paginado' }],
  ] as const)('ordered %s have no gap and no repetition while opinions arrive', async (name, filters) => {
    const subjects = ['Paginado'];
    const made: string[] = [];
    for (let count = 0; count < 13; count += 1) {
      const text = `paginação ${name} ${'paginação '.repeat(count % 4)}`;
      made.push((await open('', { title: `Folha ${count}`, opinion: anOpinion(text, { subjects }) })).id);
    }
    const expected = (await search({ ...filters, limit: '50' })).total;
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof search>> = await search({
        ...filters,
        limit: '4',
        ...(after === null ? {} : { after }),
      });
      seen.push(...idsOf(page));
      after = page.next;
      // What comes now would put the last ones first, and a new one among them.
      for (const ticketId of made.slice(-5))
        await add(ticketId, 'paginação paginação paginação', { subjects });
      await open('', { title: 'Nova', opinion: anOpinion('paginação nova', { subjects }) });
    } while (after !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(made.every((ticketId) => seen.includes(ticketId))).toBe(true);
    expect(seen.length).toBeGreaterThanOrEqual(expected);
  });

  test('begin nowhere else than where the server ended one', async () => {
    const refused = await renata.get('/tickets?query=nota&after=abc');
    expect(problemOf(refused, 422, 'invalid').field).toBe('after');
  });
});

describe('what comes in', () => {
  test.each([
    ['query', { query: 'a'.repeat(10_000) }],
    ['query', { query: Array.from({ length: 21 }, (_, index) => `palavra${index}`).join(' ') }],
    ['customerId', { customerId: 'x' }],
    ['customerCode', { customerCode: "1' or 1=1" }],
    ['typeId', { typeId: '1' }],
    ['centerId', { centerId: 'drop table' }],
    ['userId', { userId: '*' }],
    ['subject', { subject: 'x'.repeat(41) }],
    ['from', { from: 'ontem' }],
    ['to', { to: '2026-99-99' }],
    ['to', { from: '2026-02-01T00:00:00.000Z', to: '2026-01-01T00:00:00.000Z' }],
    ['state', { state: 'all' }],
    ['limit', { limit: '51' }],
    ['limit', { limit: '0' }],
    ['costumer', { costumer: 'misspelt' }],
  ])('is refused with the field %s named', async (field, filters) => {
    const query = new URLSearchParams(filters as Record<string, string>).toString();
    expect(problemOf(await renata.get(`/tickets?${query}`), 422, 'invalid').field).toBe(field);
  });

  test.each([
    `' or '1'='1`,
    `a'); drop table opinions; --`,
    `!&|():*<->`,
    `nota & ! erro | :*`,
    `\\' \\\\ "x" 'y`,
    `%_%`,
    `$1 $2 $$`,
    `\u0000\u0001\u0002nota`,
    `<b>nota</b>`,
    `ḉ̃ ﬁ 𝔫𝔬𝔱𝔞 👩‍👩‍👧 İstanbul`,
    `-- -1 --5.5e10 1.2.3.4`,
    `a@b.c/d?e=f#g`,
  ])('is no statement: %s', async (query) => {
    const found = await search({ query, subject: query.slice(0, 40) });
    expect(found.total).toBe(0);
    await search({ query });
    const [{ count }] = (await app.database.query<{ count: number }>(
      'select count(*)::int as count from opinions',
    )) as [{ count: number }];
    expect(count).toBeGreaterThan(0);
  });

  test('may be the worst text that an opinion can hold, which is kept and found', async () => {
    const last = 'derradeira';
    const worst = [
      Array.from({ length: 33_000 }, (_, index) => `${(index % 36).toString(36)}${index.toString(36)}`).join(
        '-',
      ),
      Array.from({ length: 48_000 }, (_, index) => String.fromCodePoint(0x20000 + (index % 40_000))).join(
        ' ',
      ),
      'ﷺ'.repeat(90_000),
      `${'x'.repeat(190_000)} ${last}`,
    ];
    for (const text of worst) {
      const body = plainTextToRichText(text.slice(0, 199_990));
      await open('', { title: 'Pesado', opinion: anOpinion('', { body }) });
    }
    expect((await search({ query: last })).total).toBe(0 + 1);
  }, 60_000);

  test('marks hold only what was written, though it looks like markup', async () => {
    await open('Aviso <img src=x onerror=alert(1)> da catapulta\u0007 😀 catapultas');
    const found = await search({ query: 'catapulta' });
    expect(marked(found)).toEqual([['catapulta', 'catapultas']]);
    expect(found.items[0]?.found?.text).toContain('<img src=x onerror=alert(1)>');
  });
});

describe('who may search', () => {
  test('are users who may read tickets', async () => {
    const stranger = await app.signIn('stranger');
    for (const path of ['/tickets?query=nota', '/subjects', '/saved-searches']) {
      problemOf(await stranger.get(path), 403, 'forbidden');
      problemOf(await app.client().get(path), 401, 'signed-out');
    }
    const reader = await app.signIn('reader');
    expect((await search({ query: 'nota' }, reader)).total).toBeGreaterThan(0);
  });
});

describe('a type that asks for a subject', () => {
  test('asks for it in a continuing opinion too, with the field named', async () => {
    const opinion = anOpinion('Com assunto', { subjects: ['Boleto'] });
    const { id: ticketId } = await open('', { typeId: id.billing, opinion });
    const refused = await renata.post(`/tickets/${ticketId}/opinions`, anAddition('Sem assunto'));
    expect(problemOf(refused, 422, 'invalid').field).toBe('opinion.subjects');
    await add(ticketId, 'Com assunto', { subjects: ['Boleto'] });
  });
});

describe('subjects used before', () => {
  test('are those of the customer first, then those of the type, each once however it was written', async () => {
    const subjects = (more: string[]) => ({ subjects: more, contactPersonId: null });
    await open('', {
      title: 'a',
      customerId: id.jose,
      opinion: anOpinion('a', subjects(['Do José', 'Emissão'])),
    });
    await open('', {
      title: 'b',
      typeId: id.strict,
      customerId: id.acme,
      opinion: anOpinion('b', subjects(['Do tipo'])),
    });
    for (let count = 0; count < 3; count += 1)
      await open('', { title: 'c', customerId: id.acme, opinion: anOpinion('c', subjects(['Comum'])) });
    await open('', { title: 'd', customerId: id.acme, opinion: anOpinion('d', subjects(['emissao'])) });
    await app.database.query(`update company set subjects = '{"Da empresa", "Comum"}'`);
    const { items } = contentOf(
      await renata.get(`/subjects?customerId=${id.jose}&typeId=${id.strict}`),
      subjectListSchema,
    );
    expect(items.slice(0, 3)).toEqual(['emissao', 'Do José', 'Do tipo']);
    expect(items.filter((subject) => subject === 'Comum')).toHaveLength(1);
    expect(items.at(-1)).toBe('Da empresa');
    const limited = contentOf(await renata.get('/subjects?limit=1'), subjectListSchema);
    expect(limited.items).toHaveLength(1);
    expect(problemOf(await renata.get('/subjects?typeId=1'), 422, 'invalid').field).toBe('typeId');
  });
});

describe('saved searches', () => {
  const aSearch = (more: object = {}) => ({
    id: createId(),
    name: 'Notas abertas',
    criteria: { query: 'nota', state: 'open', period: 'últimos 30 dias' },
    ...more,
  });

  test('belong to a user, are listed by name and deleted', async () => {
    const one = aSearch();
    const two = aSearch({ name: 'Atrasos' });
    expect(contentOf(await renata.post('/saved-searches', one), savedSearchAnswerSchema, 201)).toEqual(one);
    contentOf(await renata.post('/saved-searches', one), savedSearchAnswerSchema, 200);
    contentOf(await renata.post('/saved-searches', two), savedSearchAnswerSchema, 201);
    const list = async (client: Client) =>
      contentOf(await client.get('/saved-searches'), savedSearchListSchema).items;
    expect(await list(renata)).toEqual([two, one]);
    expect(await list(bruno)).toEqual([]);
    expect((await bruno.request('DELETE', `/saved-searches/${one.id}`)).status).toBe(204);
    expect(await list(renata)).toHaveLength(2);
    expect((await renata.request('DELETE', `/saved-searches/${one.id}`)).status).toBe(204);
    expect((await renata.request('DELETE', `/saved-searches/${one.id}`)).status).toBe(204);
    expect(await list(renata)).toEqual([two]);
  });

  test.each([
    [
      'id',
      409,
      'conflict',
      async () => {
        const one = aSearch();
        contentOf(await renata.post('/saved-searches', one), savedSearchAnswerSchema, 201);
        return { ...one, name: 'Outro nome' };
      },
    ],
    ['name', 422, 'invalid', async () => aSearch({ name: ' ' })],
    ['name', 422, 'invalid', async () => aSearch({ name: 'n'.repeat(61) })],
    ['criteria.query', 422, 'invalid', async () => aSearch({ criteria: { query: 'q'.repeat(201) } })],
    ['criteria.sql', 422, 'invalid', async () => aSearch({ criteria: { sql: 'x' } })],
    ['id', 422, 'invalid', async () => aSearch({ id: '1' })],
  ] as const)('are refused with the field %s named: %i', async (field, status, code, body) => {
    expect(problemOf(await renata.post('/saved-searches', await body()), status, code).field).toBe(field);
  });

  test('end at fifty', async () => {
    for (let count = 0; count < 50; count += 1)
      await bruno.post('/saved-searches', aSearch({ name: `b ${count}` }));
    expect(problemOf(await bruno.post('/saved-searches', aSearch()), 422, 'invalid').field).toBe('name');
  });
});
