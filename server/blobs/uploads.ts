import { createHash } from 'node:crypto';
import { mkdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
// The tus protocol by its own authors (MIT, kept up): resumable uploads that any tus client can make. It runs on the server only.
import { Server } from '@tus/server';
import { ATTACHMENT_LIMIT, type Attachment } from '../../domain/attachment.ts';
import { readFileContent } from '../../domain/attachment-content.ts';
import { idSchema } from '../../domain/id.ts';
import { attachmentRules } from '../../locales/pt-BR/rules-attachments.ts';
import { serverRefusals } from '../../locales/pt-BR/server-refusals.ts';
import { type AnnouncedAttachment, markArrived, markGivenUp, readAnnounced } from '../db/attachments.ts';
import type { Database } from '../db/connect.ts';
import { describe } from '../failures.ts';
import type { Log } from '../log.ts';
import { Refusal, refuse } from '../problems.ts';
import type { Actor } from '../session/authenticator.ts';
import { type BlobStore, createBlobStore, ignoreMissing } from './blob-store.ts';

/** Path of uploads below the server's address. */
export const UPLOADS_PATH = '/uploads';

/** How long a begun upload is kept, in milliseconds: a week of holidays with the machine off. */
const EXPIRES_AFTER = 14 * 86_400_000;
/** How often those that are too old are looked for, in milliseconds. */
const LOOKS_EVERY = 3_600_000;

/** The bytes of attachments: coming in by the tus protocol, and those that are here. */
export interface Uploads {
  /** Answers a request of the protocol from this user. @throws Refusal */
  handle(request: Request, actor: Actor): Promise<Response>;
  /** The user will not send this file any more; what came of it goes. @throws Refusal */
  giveUp(id: string, actor: Actor): Promise<void>;
  blobs: BlobStore;
}

export function createUploads(parts: {
  database: Database;
  directory: string;
  now: () => Date;
  log: Log;
  /** Called when a ticket's files are no more as they were. */
  changed(): void;
}): Uploads {
  const { database, directory, now, log } = parts;
  const blobs = createBlobStore(join(directory, 'blobs'));
  const partials = join(directory, 'uploads');
  const actors = new WeakMap<Request, Actor>();
  const refusals = new WeakMap<Request, Refusal>();
  let started: Promise<{ server: Server; store: FileStore }> | null = null;
  let lookedAt = 0;

  return { handle, giveUp, blobs };

  async function handle(request: Request, actor: Actor): Promise<Response> {
    const { server } = await start();
    void dropExpired(server);
    const id = idIn(request);
    if (id !== null) {
      const file = await readOwn(id, actor);
      // Its answer was lost, or somebody asks again: it is as long here as there.
      if (file.hasArrived && request.method !== 'POST') return arrivedAnswer(file.size, request.method);
    }
    actors.set(request, actor);
    const response = await server.handleWeb(request as Parameters<Server['handleWeb']>[0]);
    const refused = refusals.get(request);
    if (refused !== undefined) throw refused;
    if (response.status >= 400) throw await toRefusal(response);
    return withoutCors(response);
  }

  async function giveUp(id: string, actor: Actor): Promise<void> {
    const { store } = await start();
    const file = await readOwn(id, actor);
    if (file.hasArrived) return;
    await discard(store, id);
    await markGivenUp(database, id, now());
    parts.changed();
  }

  /** Folders are made when the first file comes: a server that gets none needs none. */
  function start() {
    started ??= open().catch((error) => {
      started = null;
      throw error;
    });
    return started;
  }

  async function open() {
    await mkdir(partials, { recursive: true, mode: 0o700 });
    const store = new FileStore({ directory: partials, expirationPeriodInMilliseconds: EXPIRES_AFTER });
    const server = new Server({
      path: UPLOADS_PATH,
      datastore: store,
      relativeLocation: true,
      maxSize: ATTACHMENT_LIMIT,
      namingFunction: (_, metadata) => {
        const id = idSchema.safeParse(metadata?.attachmentId);
        if (!id.success) throw refuse('malformed', serverRefusals.uploadNameless);
        return id.data;
      },
      async onUploadCreate(request, upload) {
        const file = await readOwn(upload.id, actorOf(request));
        if (file.hasArrived) throw refuse('conflict', serverRefusals.uploadArrived);
        if (upload.size !== file.size) throw refuse('invalid', attachmentRules.changed(file.name));
        return {};
      },
      async onUploadFinish(request, upload) {
        await finish(store, await readOwn(upload.id, actorOf(request)));
        return {};
      },
      onResponseError(request, error) {
        if (error instanceof Refusal) refusals.set(request, error);
        return undefined;
      },
    });
    return { server, store };
  }

  function actorOf(request: Request): Actor {
    const actor = actors.get(request);
    if (actor === undefined) throw new Error('An upload without its user.');
    return actor;
  }

  async function readOwn(id: string, { user }: Actor): Promise<AnnouncedAttachment> {
    const file = await readAnnounced(database, id);
    // Others are not told that it is there.
    if (file === null || file.authorId !== user.id) throw refuse('not-found', serverRefusals.uploadUnknown);
    return file;
  }

  /** All bytes are here: they are what was announced, or they go. */
  async function finish(store: FileStore, file: AnnouncedAttachment): Promise<void> {
    if (file.hasArrived) return;
    const path = join(partials, file.id);
    const bytes = await readFile(path);
    const refused = await problemOf(file, bytes);
    if (refused !== null) {
      await discard(store, file.id);
      throw refused;
    }
    await blobs.take(path, file.sha256);
    await markArrived(database, file, now());
    parts.changed();
    await forget(store, file.id);
  }

  /** Removes what came of an upload. Not by the store's own `remove`, which calls every failure of the disk a file that is not there. */
  async function discard(store: FileStore, id: string): Promise<void> {
    await unlink(join(partials, id)).catch(ignoreMissing);
    await forget(store, id);
  }

  async function dropExpired(server: Server): Promise<void> {
    if (now().getTime() - lookedAt < LOOKS_EVERY) return;
    lookedAt = now().getTime();
    // Nobody waits for it, and what is left is found an hour later.
    await server
      .cleanUpExpiredUploads()
      .catch((error: unknown) => log.error('old uploads not removed', describe(error)));
  }
}

/** Why these bytes are not the file that was announced; null where they are. */
async function problemOf(file: Attachment, bytes: Uint8Array): Promise<Refusal | null> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (bytes.length !== file.size || sha256 !== file.sha256) {
    return refuse('content-differs', attachmentRules.changed(file.name));
  }
  const content = await readFileContent(file.name, bytes, ATTACHMENT_LIMIT);
  if (!content.ok) {
    // The size was judged with the command; a code of HTTP's own would say something else here.
    const { code, message } = content.error;
    return refuse(code === 'too-large' ? 'invalid' : code, message);
  }
  if (content.value.mediaType === file.mediaType) return null;
  return refuse('content-differs', attachmentRules.otherType(file.name));
}

/** Removes what the protocol's code noted of an upload; it may have done so itself. */
async function forget(store: FileStore, id: string): Promise<void> {
  await store.configstore.delete(id).catch(ignoreMissing);
}

/** Id at the end of the path; null for the address that uploads begin at. */
function idIn(request: Request): string | null {
  const rest = new URL(request.url).pathname.slice(UPLOADS_PATH.length + 1);
  if (rest === '') return null;
  const id = idSchema.safeParse(rest);
  if (!id.success) throw refuse('not-found', serverRefusals.uploadUnknown);
  return id.data;
}

function arrivedAnswer(size: number, method: string): Response {
  const headers = { 'tus-resumable': '1.0.0', 'upload-offset': `${size}`, 'upload-length': `${size}` };
  return new Response(null, { status: method === 'HEAD' ? 200 : 204, headers });
}

/** Who may call from where is decided for all routes in one place. */
function withoutCors(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const name of [...headers.keys()]) if (name.startsWith('access-control-')) headers.delete(name);
  headers.delete('content-length');
  headers.set('cache-control', 'no-store');
  return new Response(response.status === 204 ? null : response.body, { status: response.status, headers });
}

/** What the protocol's own code refuses, in the form of all others. */
async function toRefusal(response: Response): Promise<Refusal> {
  const { status } = response;
  if (status === 404 || status === 410) return refuse('not-found', serverRefusals.uploadUnknown);
  if (status === 409) return refuse('conflict', serverRefusals.uploadOffset);
  if (status === 413) return refuse('body-too-large', serverRefusals.bodyTooLarge(ATTACHMENT_LIMIT));
  if (status < 500) return refuse('malformed', serverRefusals.uploadMalformed, { status });
  throw new Error(`Upload failed: ${(await response.text()).trim()}`);
}
