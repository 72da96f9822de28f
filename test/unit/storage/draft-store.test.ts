import { beforeEach, describe, expect, it } from 'vitest';
import { createId } from '../../../domain/id.ts';
import { plainTextToRichText } from '../../../domain/rich-text/document.ts';
import { problems as texts } from '../../../locales/pt-BR/problems.ts';
import type { ParecerDatabase } from '../../../storage/database.ts';
import { createDraftStore } from '../../../storage/draft-store.ts';
import { createOutboxStore } from '../../../storage/outbox-store.ts';
import { createMemoryDatabase } from '../../support/crm/memory-database.ts';
import { aWrittenDraft, draftToTestCommands, ownerOf, writer } from '../../support/crm/words.ts';
import { users } from '../../support/screens/fixtures.ts';

const me = writer;
const keeping = { texts, makeRoom: async () => {}, now: Date.now };
let database: ParecerDatabase;

beforeEach(() => {
  database = createMemoryDatabase();
});

describe('drafts', () => {
  it('are several at a time, the one written last first', async () => {
    const drafts = createDraftStore(database, keeping);
    const [one, two] = [aWrittenDraft('um'), aWrittenDraft('dois')];
    await drafts.keep(me, { ...one, updatedAt: '2026-07-16T10:00:00.000Z' });
    await drafts.keep(me, { ...two, updatedAt: '2026-07-16T09:00:00.000Z' });
    await drafts.keep(me, { ...two, updatedAt: '2026-07-16T11:00:00.000Z' });
    expect((await drafts.list(me)).items.map(({ id }) => id)).toEqual([two.id, one.id]);
    expect(await drafts.get(me, one.id)).toEqual({ ...one, updatedAt: '2026-07-16T10:00:00.000Z' });
  });

  it('are there again when the database is opened again', async () => {
    const draft = aWrittenDraft('fica');
    await createDraftStore(database, keeping).keep(me, draft);
    database.close();
    await database.open();
    expect(await createDraftStore(database, keeping).get(me, draft.id)).toEqual(draft);
  });

  it('are seen and taken away by their own user only', async () => {
    const drafts = createDraftStore(database, keeping);
    const draft = aWrittenDraft('meu');
    await drafts.keep(me, draft);
    const other = ownerOf(users.marina);
    await drafts.discard(other, draft.id);
    expect((await drafts.list(other)).items).toEqual([]);
    expect(await drafts.get(other, draft.id)).toBeNull();
    expect(await drafts.get(me, draft.id)).toEqual(draft);
    await drafts.remove(other, draft.id);
    expect(await drafts.get(me, draft.id)).toEqual(draft);
    await drafts.remove(me, draft.id);
    expect(await database.drafts.get(draft.id)).toBeUndefined();
  });

  it('stay with the server that they were begun for, and another one sees none', async () => {
    const drafts = createDraftStore(database, keeping);
    const outbox = createOutboxStore(database, { ...keeping, now: Date.now });
    const elsewhere = ownerOf(users.me, 'https://outro.example');
    const [draft, sent] = [aWrittenDraft('aqui'), aWrittenDraft('vai para cá')];
    await drafts.keep(me, draft);
    await drafts.keep(me, sent);
    await drafts.keep(elsewhere, { ...draft, contactName: 'José' });
    await drafts.discard(elsewhere, draft.id);
    expect((await drafts.list(elsewhere)).items).toEqual([]);
    expect(await drafts.get(elsewhere, draft.id)).toBeNull();
    expect(await drafts.get(me, draft.id)).toMatchObject({ contactName: 'José' });
    await outbox.accept(elsewhere, sent, draftToTestCommands(sent), 'x');
    expect((await outbox.list(elsewhere)).items).toEqual([]);
    expect((await outbox.waiting(elsewhere)).items).toEqual([]);
    expect((await outbox.list(me)).items).toHaveLength(1);
  });

  it('that cannot be read are told, left on disk, and take no other with them', async () => {
    const drafts = createDraftStore(database, keeping);
    const draft = aWrittenDraft('bom');
    await drafts.keep(me, draft);
    const damaged = { ...aWrittenDraft('estragado'), serverUrl: me.serverUrl, body: '<p>estragado</p>' };
    await database.drafts.put(damaged);
    expect(await drafts.list(me)).toEqual({ items: [draft], discarded: [], unreadable: [damaged] });
    expect(await database.drafts.get(damaged.id)).toEqual(damaged);
  });

  it('are not kept again once they were confirmed with OK', async () => {
    const drafts = createDraftStore(database, keeping);
    const outbox = createOutboxStore(database, { ...keeping, now: Date.now });
    const draft = aWrittenDraft('enviado');
    await drafts.keep(me, draft);
    await outbox.accept(me, draft, draftToTestCommands(draft), 'enviado');
    expect(await drafts.keep(me, draft)).toMatchObject({ ok: false, error: { code: 'already-sent' } });
    expect((await drafts.list(me)).items).toEqual([]);
  });

  it('that are longer than a document may be are on disk all the same, and it is said', async () => {
    const drafts = createDraftStore(database, keeping);
    const draft = aWrittenDraft('', undefined, { body: plainTextToRichText('a'.repeat(200_001)) });
    expect(await drafts.keep(me, draft)).toMatchObject({
      ok: false,
      error: { code: 'too-large', field: 'body' },
    });
    expect(await database.drafts.get(draft.id)).toEqual({ ...draft, serverUrl: me.serverUrl });
  });
});

describe('a draft that was thrown away', () => {
  const timed = (now: string) => createDraftStore(database, { ...keeping, now: () => Date.parse(now) });

  it('is no draft any more, and can be brought back as it was', async () => {
    const drafts = timed('2026-07-16T12:00:00.000Z');
    const draft = aWrittenDraft('jogado fora', undefined, {
      selection: { anchor: 3, head: 3 },
      scrollTop: 120,
    });
    await drafts.keep(me, draft);
    expect(await drafts.discard(me, draft.id)).toEqual({ ok: true, value: undefined });
    expect(await drafts.get(me, draft.id)).toBeNull();
    expect(await drafts.list(me)).toEqual({
      items: [],
      discarded: [{ draft, discardedAt: '2026-07-16T12:00:00.000Z' }],
      unreadable: [],
    });
    expect(await drafts.restore(me, draft.id)).toEqual({ ok: true, value: draft });
    expect(await drafts.list(me)).toEqual({ items: [draft], discarded: [], unreadable: [] });
    expect(await database.drafts.get(draft.id)).toEqual({ ...draft, serverUrl: me.serverUrl });
  });

  it('is there after the database was opened again, the last one first', async () => {
    const [one, two] = [aWrittenDraft('um'), aWrittenDraft('dois')];
    for (const [draft, at] of [[one, '12'] as const, [two, '13'] as const]) {
      await timed(`2026-07-16T${at}:00:00.000Z`).keep(me, draft);
      await timed(`2026-07-16T${at}:00:00.000Z`).discard(me, draft.id);
    }
    database.close();
    await database.open();
    const { discarded } = await createDraftStore(database, keeping).list(me);
    expect(discarded.map(({ draft }) => draft.id)).toEqual([two.id, one.id]);
  });

  it('is nobody else’s to see or to bring back', async () => {
    const drafts = timed('2026-07-16T12:00:00.000Z');
    const draft = aWrittenDraft('meu');
    await drafts.keep(me, draft);
    await drafts.discard(me, draft.id);
    const other = ownerOf(users.marina);
    expect((await drafts.list(other)).discarded).toEqual([]);
    expect(await drafts.restore(other, draft.id)).toEqual({ ok: true, value: null });
    expect((await drafts.list(me)).discarded).toHaveLength(1);
  });

  it('is a draft again where another tab was still writing it', async () => {
    const drafts = timed('2026-07-16T12:00:00.000Z');
    const draft = aWrittenDraft('ainda escrito');
    await drafts.keep(me, draft);
    await drafts.discard(me, draft.id);
    await drafts.keep(me, { ...draft, contactName: 'José' });
    expect(await drafts.list(me)).toMatchObject({ items: [{ contactName: 'José' }], discarded: [] });
  });

  it('is forgotten after its time, and others stay', async () => {
    const [old, recent, begun] = [aWrittenDraft('antigo'), aWrittenDraft('recente'), aWrittenDraft('vivo')];
    for (const draft of [old, recent, begun]) await timed('2026-07-16T12:00:00.000Z').keep(me, draft);
    await timed('2026-07-16T12:00:00.000Z').discard(me, old.id);
    await timed('2026-07-16T13:00:00.000Z').discard(me, recent.id);
    await timed('2026-07-17T12:30:00.000Z').forgetDiscarded('2026-07-16T12:30:00.000Z');
    expect(await createDraftStore(database, keeping).list(me)).toMatchObject({
      items: [{ id: begun.id }],
      discarded: [{ draft: { id: recent.id } }],
    });
    expect(await database.drafts.get(old.id)).toBeUndefined();
  });
});

describe('a machine without room', () => {
  function withoutRoom(writes: number) {
    let left = writes;
    database.drafts.hook('creating', () => {
      left -= 1;
      if (left >= 0) throw new DOMException('full', 'QuotaExceededError');
    });
  }

  it('throws copies away first, and keeps the words', async () => {
    withoutRoom(1);
    const freed: string[] = [];
    const drafts = createDraftStore(database, {
      texts,
      makeRoom: async () => void freed.push('cache'),
      now: Date.now,
    });
    const draft = aWrittenDraft('cabe');
    expect(await drafts.keep(me, draft)).toEqual({ ok: true, value: undefined });
    expect(freed).toEqual(['cache']);
    expect(await drafts.get(me, draft.id)).toEqual(draft);
  });

  it('is told as quota-exceeded when that is not enough', async () => {
    withoutRoom(2);
    const drafts = createDraftStore(database, keeping);
    expect(await drafts.keep(me, aWrittenDraft('não cabe'))).toMatchObject({
      ok: false,
      error: { code: 'quota-exceeded', message: texts['quota-exceeded'] },
    });
  });

  it('says so where what was thrown away finds no room to come back', async () => {
    const drafts = createDraftStore(database, keeping);
    const draft = aWrittenDraft('volta');
    await drafts.keep(me, draft);
    await drafts.discard(me, draft.id);
    database.drafts.hook('updating', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await drafts.restore(me, draft.id)).toMatchObject({ error: { code: 'quota-exceeded' } });
    expect((await drafts.list(me)).discarded).toHaveLength(1);
  });

  it('leaves the draft where it is when OK finds no room for its commands', async () => {
    const outbox = createOutboxStore(database, { ...keeping, now: Date.now });
    const draft = aWrittenDraft('fica rascunho', undefined, { id: createId() });
    await createDraftStore(database, keeping).keep(me, draft);
    database.outbox.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect((await outbox.accept(me, draft, draftToTestCommands(draft), 'x')).ok).toBe(false);
    expect(await database.drafts.get(draft.id)).toEqual({ ...draft, serverUrl: me.serverUrl });
    expect(await database.outbox.count()).toBe(0);
  });
});
