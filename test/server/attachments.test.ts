import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { opinionPageSchema, receiptAnswerSchema } from '../../contract/tickets.ts';
import type { Attachment } from '../../domain/attachment.ts';
import { createId } from '../../domain/id.ts';
import { aPng } from '../support/files.ts';
import { type ApiAnswer, type Client, contentOf, problemOf } from '../support/server/client.ts';
import { id } from '../support/server/company.ts';
import { type RunningApp, startApp } from '../support/server/running-app.ts';
import { anAddition, anOpening, anOpinion } from '../support/server/words.ts';

let app: RunningApp;
let renata: Client;
let bruno: Client;
let reader: Client;
beforeAll(async () => {
  app = await startApp();
  renata = await app.signIn('renata');
  bruno = await app.signIn('bruno');
  reader = await app.signIn('reader');
});
afterAll(() => app.stop());

const TUS = { 'tus-resumable': '1.0.0' };
const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function fileOf(bytes: Uint8Array, more: Partial<Attachment> = {}): Attachment {
  const size = bytes.length;
  return { id: createId(), name: 'tela.png', size, mediaType: 'image/png', sha256: sha256Of(bytes), ...more };
}

async function announce(...attachments: Attachment[]): Promise<string> {
  const opening = anOpening({ opinion: anOpinion('Segue em anexo.', { attachments }) });
  contentOf(await renata.post('/tickets', opening), receiptAnswerSchema, 201);
  return opening.id;
}

const begin = (file: Pick<Attachment, 'id' | 'size'>, client = renata) =>
  client.request('POST', '/uploads', undefined, {
    ...TUS,
    'upload-length': `${file.size}`,
    'upload-metadata': `attachmentId ${Buffer.from(file.id).toString('base64')}`,
  });
const append = (fileId: string, offset: number, bytes: Uint8Array, client = renata) =>
  client.request('PATCH', `/uploads/${fileId}`, bytes, {
    ...TUS,
    'upload-offset': `${offset}`,
    'content-type': 'application/offset+octet-stream',
  });
const offsetOf = async (fileId: string, client = renata) => {
  const { status, headers } = await client.request('HEAD', `/uploads/${fileId}`, undefined, TUS);
  return { status, offset: headers.get('upload-offset') };
};
async function send(file: Attachment, bytes: Uint8Array): Promise<ApiAnswer> {
  expect((await begin(file)).status).toBe(201);
  return append(file.id, 0, bytes);
}
const listed = async (ticketId: string) =>
  contentOf(await reader.get(`/tickets/${ticketId}/opinions`), opinionPageSchema).items.map(
    ({ attachments }) => attachments,
  );
const blobPath = ({ sha256 }: Attachment) => join(app.blobDir, 'blobs', sha256.slice(0, 2), sha256);
const partials = () =>
  existsSync(join(app.blobDir, 'uploads')) ? readdirSync(join(app.blobDir, 'uploads')) : [];

describe('a file that an opinion announces', () => {
  test('is expected until its bytes have come, and is then on disk as it was', async () => {
    const bytes = aPng(5_000);
    const file = fileOf(bytes, { name: 'Nota fiscal nº 8.png' });
    const ticketId = await announce(file);
    expect(await listed(ticketId)).toEqual([[{ ...file, state: 'expected' }]]);
    problemOf(await reader.get(`/attachments/${file.id}/content`), 404, 'not-found');

    const begun = await begin(file);
    expect(begun).toMatchObject({ status: 201 });
    expect(begun.headers.get('location')).toBe(`/uploads/${file.id}`);
    expect(await append(file.id, 0, bytes)).toMatchObject({ status: 204 });
    expect(await listed(ticketId)).toEqual([[{ ...file, state: 'arrived' }]]);
    expect(readFileSync(blobPath(file)).equals(bytes)).toBe(true);
    expect(partials().filter((name) => name.startsWith(file.id))).toEqual([]);
    // Who asks again, because the answer was lost, hears that nothing is left to do.
    expect(await offsetOf(file.id)).toEqual({ status: 200, offset: '5000' });
    expect((await append(file.id, 5000, new Uint8Array())).status).toBe(204);
  });

  test('rides on a later opinion too, several at once', async () => {
    const ticketId = await announce(fileOf(aPng(100)));
    const files = [aPng(300), aPng(400)].map((bytes) => fileOf(bytes));
    const added = await renata.post(
      `/tickets/${ticketId}/opinions`,
      anAddition('Mais dois', { attachments: files }),
    );
    contentOf(added, receiptAnswerSchema, 201);
    const [, second] = await listed(ticketId);
    expect(second?.map((file) => file.id)).toEqual(files.map((file) => file.id));
  });

  test('goes on where the line broke', async () => {
    const bytes = aPng(90_000);
    const file = fileOf(bytes);
    await announce(file);
    await begin(file);
    expect((await append(file.id, 0, bytes.subarray(0, 40_000))).status).toBe(204);
    expect(await offsetOf(file.id)).toEqual({ status: 200, offset: '40000' });
    problemOf(await append(file.id, 10, bytes.subarray(10)), 409, 'conflict');
    // Another process of the installation takes over.
    const other = await app.another();
    const again = await other.signIn('renata');
    expect(await offsetOf(file.id, again)).toEqual({ status: 200, offset: '40000' });
    expect((await append(file.id, 40_000, bytes.subarray(40_000), again)).status).toBe(204);
    expect(readFileSync(blobPath(file)).equals(bytes)).toBe(true);
  });

  test('is told to everybody when it has come', async () => {
    const bytes = aPng(700);
    const file = fileOf(bytes);
    const ticketId = await announce(file);
    const { body } = await reader.get('/changes');
    const { cursor } = body as { cursor: string };
    await send(file, bytes);
    // Shown when no older transaction of the cluster runs any more.
    const changed = async () => {
      const { body } = await reader.get(`/changes?after=${encodeURIComponent(cursor)}`);
      return (body as { items: { kind: string; id: string }[] }).items;
    };
    await expect.poll(changed, { timeout: 10_000 }).toContainEqual({ kind: 'ticket', id: ticketId });
  });

  test('whose content is there already is kept once, and still has to come', async () => {
    const bytes = aPng(1_234);
    const [one, other] = [fileOf(bytes), fileOf(bytes, { name: 'outra.png' })];
    const ticketId = await announce(one, other);
    expect((await send(one, bytes)).status).toBe(204);
    expect((await listed(ticketId))[0]?.map(({ state }) => state)).toEqual(['arrived', 'expected']);
    expect((await send(other, bytes)).status).toBe(204);
    expect(readdirSync(join(app.blobDir, 'blobs', one.sha256.slice(0, 2)))).toHaveLength(1);
  });

  test('that its sender gives up is not expected any more', async () => {
    const file = fileOf(aPng(900));
    const ticketId = await announce(file);
    await begin(file);
    problemOf(await bruno.request('DELETE', `/uploads/${file.id}`), 404, 'not-found');
    expect((await renata.request('DELETE', `/uploads/${file.id}`)).status).toBe(204);
    expect((await listed(ticketId))[0]?.[0]?.state).toBe('given-up');
    expect(partials().filter((name) => name.startsWith(file.id))).toEqual([]);
  });
});

describe('bytes that are not what was announced are refused and deleted', () => {
  const png = aPng(2_000);
  const program = new Uint8Array([0x4d, 0x5a, ...new Array(500).fill(0x90)]);
  const text = new TextEncoder().encode('Isto é um texto e não uma imagem.');

  test.each<[string, Uint8Array, Partial<Attachment>, string, RegExp]>([
    [
      'other bytes of the same size',
      aPng(2_000, 9),
      { sha256: sha256Of(png) },
      'content-differs',
      /chegou diferente/,
    ],
    ['a program under another name', program, { name: 'foto.png' }, 'program-refused', /programas não podem/],
    [
      'a text that says it is an image',
      text,
      {},
      'content-differs',
      /o nome diz \.png, mas o conteúdo é texto/,
    ],
    [
      'another media type than announced',
      png,
      { mediaType: 'image/jpeg' },
      'content-differs',
      /não é do tipo/,
    ],
  ])('%s', async (_, bytes, more, code, message) => {
    const file = fileOf(bytes, more);
    const ticketId = await announce(file);
    const problem = problemOf(await send(file, bytes), 422, code);
    expect(problem.detail).toMatch(message);
    expect(existsSync(blobPath(file))).toBe(
      file.sha256 === sha256Of(png) && existsSync(blobPath(fileOf(png))),
    );
    expect(partials().filter((name) => name.startsWith(file.id))).toEqual([]);
    expect((await listed(ticketId))[0]?.[0]?.state).toBe('expected');
    // It begins anew.
    expect(await offsetOf(file.id)).toEqual({ status: 404, offset: null });
  });

  test('more bytes than announced', async () => {
    const file = fileOf(png);
    await announce(file);
    problemOf(await begin({ ...file, size: file.size + 1 }), 422, 'invalid');
    await begin(file);
    problemOf(await append(file.id, 0, new Uint8Array([...png, 1])), 413, 'too-large');
  });
});

describe('the command is refused with the field named', () => {
  const small = fileOf(aPng(10));
  test.each<[string, Attachment[], string, string]>([
    ['a file over the limit of the type', [{ ...small, size: 1024 * 1024 + 1 }], id.question, 'too-large'],
    ['a file where the type takes none', [small], id.strict, 'invalid'],
    ['a program by its name', [{ ...small, name: 'troca-lote.exe' }], id.question, 'program-refused'],
    [
      'a program by its name with a dot behind',
      [{ ...small, name: 'troca.bat. ' }],
      id.question,
      'program-refused',
    ],
    ['a path for a name', [{ ...small, name: '../../etc/passwd' }], id.question, 'invalid'],
    ['the same file twice', [small, small], id.question, 'invalid'],
  ])('%s', async (_, attachments, typeId, code) => {
    const opening = anOpening({ typeId, opinion: anOpinion('Anexo', { attachments }) });
    const problem = problemOf(await renata.post('/tickets', opening), 422, code);
    expect(problem.field).toBe('opinion.attachments');
  });

  test('an id that another opinion has', async () => {
    const file = fileOf(aPng(50));
    await announce(file);
    const opening = anOpening({ opinion: anOpinion('De novo', { attachments: [file] }) });
    expect(problemOf(await renata.post('/tickets', opening), 409, 'conflict').field).toBe(
      'opinion.attachments',
    );
  });

  test('too many files, or one of more than 10 MiB', async () => {
    const many = Array.from({ length: 21 }, () => fileOf(aPng(10)));
    const opening = anOpening({ opinion: anOpinion('Muitos', { attachments: many }) });
    expect(problemOf(await renata.post('/tickets', opening), 422, 'invalid').field).toMatch(
      /^opinion\.attachments/,
    );
  });
});

describe('only who announced a file sends it', () => {
  const bytes = aPng(600);
  let file: Attachment;
  beforeAll(async () => {
    file = fileOf(bytes);
    await announce(file);
    await begin(file);
  });

  test('another user is told nothing of it', async () => {
    problemOf(await begin(file, bruno), 404, 'not-found');
    problemOf(await append(file.id, 0, bytes, bruno), 404, 'not-found');
    expect(await offsetOf(file.id, bruno)).toEqual({ status: 404, offset: null });
  });

  test('a user without the permission and a stranger are refused', async () => {
    problemOf(await begin(file, reader), 403, 'forbidden');
    problemOf(await append(file.id, 0, bytes, app.client()), 401, 'signed-out');
    expect((await offsetOf(file.id, app.client())).status).toBe(401);
  });

  test('a file that nobody announced is unknown', async () => {
    problemOf(await begin(fileOf(bytes)), 404, 'not-found');
    problemOf(await begin({ id: '../../x', size: 3 }), 400, 'malformed');
  });
});

describe('a download', () => {
  test('is the bytes, to be saved and never shown', async () => {
    const bytes = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    const file = fileOf(bytes, { name: 'laudo "ação" 50%.svg', mediaType: 'image/svg+xml' });
    await announce(file);
    expect((await send(file, bytes)).status).toBe(204);
    const answer = await reader.get(`/attachments/${file.id}/content`);
    expect(answer.status).toBe(200);
    expect(answer.body).toBe(new TextDecoder().decode(bytes));
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="laudo _a__o_ 50_.svg"; filename*=UTF-8''laudo%20%22a%C3%A7%C3%A3o%22%2050%25.svg`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
    problemOf(await (await app.signIn('stranger')).get(`/attachments/${file.id}/content`), 403, 'forbidden');
    problemOf(await app.client().get(`/attachments/${file.id}/content`), 401, 'signed-out');
    problemOf(await reader.get(`/attachments/${createId()}/content`), 404, 'not-found');
  });

  test('of an image says what it is', async () => {
    const bytes = aPng(800);
    const file = fileOf(bytes);
    await announce(file);
    await send(file, bytes);
    const answer = await reader.get(`/attachments/${file.id}/content`);
    expect(answer.headers.get('content-type')).toBe('image/png');
  });
});
