import { beforeEach, describe, expect, it } from 'vitest';
import type { Attachment } from '../../../domain/attachment.ts';
import { toInstant } from '../../../domain/instant.ts';
import { problems as texts } from '../../../locales/pt-BR/problems.ts';
import type { ParecerDatabase } from '../../../storage/database.ts';
import { createDraftStore } from '../../../storage/draft-store.ts';
import { createFileStore, type FileStore } from '../../../storage/file-store.ts';
import { createOutboxStore, type OutboxStore } from '../../../storage/outbox-store.ts';
import { createUploadStore, type UploadStore } from '../../../storage/upload-store.ts';
import { createMemoryDatabase } from '../../support/crm/memory-database.ts';
import { aWrittenDraft, draftToTestCommands, ownerOf, writer } from '../../support/crm/words.ts';
import { anAttachment, aPng } from '../../support/files.ts';
import { testId } from '../../support/screens/fixtures.ts';

const other = ownerOf({ id: testId(77) });
let database: ParecerDatabase;
let files: FileStore;
let outbox: OutboxStore;
let uploads: UploadStore;
let clock: number;

beforeEach(() => {
  clock = Date.parse('2026-07-16T12:00:00.000Z');
  database = createMemoryDatabase();
  const options = { texts, makeRoom: async () => {}, now: () => clock };
  files = createFileStore(database, options);
  outbox = createOutboxStore(database, options);
  uploads = createUploadStore(database, options);
});

const drafts = () => createDraftStore(database, { texts, makeRoom: async () => {}, now: () => clock });
const keep = (file: Attachment) =>
  files.keep(writer, { sha256: file.sha256, mediaType: file.mediaType, bytes: aPng(file.size) });
const isKept = async (file: Attachment) => (await files.read(writer, file.sha256)) !== null;
const nextDay = () => {
  clock += 25 * 60 * 60_000;
};
const collect = () => files.collect(toInstant(clock - 24 * 60 * 60_000));

/** A draft with a file becomes a command, as OK does it. */
async function accepted(file: Attachment): Promise<string> {
  const draft = aWrittenDraft('com anexo', undefined, { attachments: [file] });
  const [command] = draftToTestCommands(draft);
  if (command?.kind !== 'openTicket') throw new Error('No opening.');
  const withFile = { ...command, opinion: { ...command.opinion, attachments: [file] } };
  await drafts().keep(writer, draft);
  await outbox.accept(writer, draft, [withFile], 'Um título');
  return command.id;
}

describe('the bytes of a file', () => {
  it('are of who kept them', async () => {
    const file = anAttachment();
    await keep(file);
    expect((await files.read(writer, file.sha256))?.bytes).toEqual(aPng(file.size));
    expect(await files.read(other, file.sha256)).toBeNull();
  });

  it('stay while a draft, a command or an upload refers to them, and go a day after nothing does', async () => {
    const [loose, drafted, sent] = [anAttachment(), anAttachment(), anAttachment()];
    for (const file of [loose, drafted, sent]) await keep(file);
    const draft = aWrittenDraft('a concluir', undefined, { attachments: [drafted] });
    await drafts().keep(writer, draft);
    const id = await accepted(sent);
    await collect();
    expect(await isKept(loose)).toBe(true);
    nextDay();
    await collect();
    expect(await Promise.all([loose, drafted, sent].map(isKept))).toEqual([false, true, true]);

    await outbox.claim(id);
    await outbox.confirm(id, null);
    await drafts().discard(writer, draft.id);
    await collect();
    expect(await Promise.all([drafted, sent].map(isKept))).toEqual([true, true]);

    await uploads.finish(sent.id);
    await drafts().remove(writer, draft.id);
    await collect();
    expect(await Promise.all([drafted, sent].map(isKept))).toEqual([false, false]);
  });

  it('that came from the server go with the copies, and those that were written here do not', async () => {
    const [own, copy] = [anAttachment(), anAttachment()];
    await keep(own);
    for (const { sha256, mediaType } of [own, copy]) {
      await files.keep(writer, { sha256, mediaType, bytes: aPng(10) }, true);
    }
    await files.clearCopies();
    expect(await Promise.all([own, copy].map(isKept))).toEqual([true, false]);
  });
});

describe('an upload', () => {
  it('begins with the confirmation of its text, once', async () => {
    const file = anAttachment();
    const id = await accepted(file);
    expect(await uploads.list(writer)).toEqual([]);
    await outbox.claim(id);
    await outbox.confirm(id, null);
    expect(await uploads.list(writer)).toMatchObject([
      { id: file.id, state: 'waiting', title: 'Um título', file },
    ]);
    expect(await uploads.list(other)).toEqual([]);
    await uploads.finish(file.id);
    // Its answer came twice: what has arrived stays so.
    await outbox.confirm(id, null);
    expect(await uploads.list(writer)).toMatchObject([{ state: 'done', sent: file.size }]);
  });

  it('that is paused or called off while a piece is under way stays so', async () => {
    const file = anAttachment();
    const id = await accepted(file);
    await outbox.confirm(id, null);
    await uploads.claim(file.id);
    expect(await uploads.progress(file.id, 10)).toBe(true);
    await uploads.pause(writer, file.id);
    expect(await uploads.progress(file.id, 20)).toBe(false);
    await uploads.postpone(file.id, { attempts: 1, retryAt: null, problem: null });
    expect(await uploads.list(writer)).toMatchObject([{ state: 'paused', sent: 20 }]);
    expect(await uploads.claim(file.id)).toBeNull();
    await uploads.resume(writer, file.id);
    expect(await uploads.claim(file.id)).toMatchObject({ sent: 20 });
    await uploads.giveUp(other, file.id);
    expect(await uploads.list(writer)).toMatchObject([{ state: 'sending' }]);
    await uploads.giveUp(writer, file.id);
    expect(await uploads.claim(file.id)).toMatchObject({ state: 'giving-up' });
  });
});
