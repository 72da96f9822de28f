import type { Attachment } from '../domain/attachment.ts';
import type { Postponement } from '../domain/delivery.ts';
import type { FileUpload } from '../domain/file-upload.ts';
import { toInstant } from '../domain/instant.ts';
import { isSameOwner, type Owner } from '../domain/owner.ts';
import type { Problem, Result } from '../domain/result.ts';
import { backoff } from './backoff.ts';
import { failureKind } from './outcome.ts';
import type { Clock, Lock } from './ports.ts';

/** What sending files needs of what is on this machine. Each method is one transaction. */
export interface UploadQueue {
  list(owner: Owner): Promise<FileUpload[]>;
  recover(owner: Owner): Promise<void>;
  claim(id: string): Promise<FileUpload | null>;
  /** False where it is not to be sent on. */
  progress(id: string, sent: number): Promise<boolean>;
  finish(id: string): Promise<void>;
  postpone(id: string, failure: Pick<Postponement, 'attempts' | 'retryAt' | 'problem'>): Promise<void>;
  refuse(id: string, problem: Problem): Promise<void>;
  remove(id: string): Promise<void>;
  /** Null where this machine does not have them any more. */
  bytes(owner: Owner, sha256: string): Promise<Uint8Array<ArrayBuffer> | null>;
}

/** The server's side, by the tus protocol. Every failure is a value; none of these asks twice. */
export interface UploadTransport {
  /** How many bytes the server has; null where nothing was begun. */
  offset(id: string, owner: Owner): Promise<Result<number | null>>;
  begin(file: Pick<Attachment, 'id' | 'size'>, owner: Owner): Promise<Result<void>>;
  /** Gives how many it has then; all of them: they were checked and are kept. */
  append(id: string, offset: number, bytes: Uint8Array<ArrayBuffer>, owner: Owner): Promise<Result<number>>;
  giveUp(id: string, owner: Owner): Promise<Result<void>>;
}

export interface UploaderOptions {
  queue: UploadQueue;
  transport: UploadTransport;
  lock: Lock;
  clock: Clock;
  /** A number in [0, 1). */
  random(): number;
  currentOwner(): Promise<Owner | null>;
  /** What is said of a file that is not on this machine any more. */
  missing(file: Attachment): Problem;
  /** Files that are sent at the same time. */
  parallel?: number | undefined;
}

/** Sends the bytes of attachments. */
export interface Uploader {
  /** Sends all that is due and gives when (ms since the epoch) to run again; null where nothing waits for a time. */
  run(): Promise<number | null>;
}

/** Bytes of one request: often enough for a bar that moves and a cut that costs little. */
export const PIECE = 256 * 1024;

/** How often one sending asks anew how much the server has, or begins anew, before it waits. */
const RESTARTS = 3;

export function createUploader(options: UploaderOptions): Uploader {
  const { queue, transport, clock } = options;
  const parallel = options.parallel ?? 3;
  let running: Promise<number | null> | null = null;
  let calledAgain = false;

  return {
    run() {
      calledAgain = true;
      running ??= options.lock(sendDue).finally(() => {
        running = null;
      });
      return running;
    },
  };

  async function sendDue(): Promise<number | null> {
    const owner = await options.currentOwner();
    if (owner === null) return null;
    await queue.recover(owner);
    const underWay = new Map<string, Promise<{ id: string; pauses: boolean }>>();
    const tried = new Set<string>();
    let isPaused = false;
    for (;;) {
      calledAgain = false;
      if (!isSameOwner(await options.currentOwner(), owner)) isPaused = true;
      const { due, nextAt } = dueUploads(await queue.list(owner), clock.now());
      const ready = due.filter(({ id }) => !underWay.has(id) && !tried.has(id));
      for (const { id } of isPaused ? [] : ready.slice(0, parallel - underWay.size)) {
        underWay.set(
          id,
          send(id, owner).then((pauses) => ({ id, pauses })),
        );
      }
      if (underWay.size === 0) {
        if (calledAgain && !isPaused) continue;
        return nextAt;
      }
      const ended = await Promise.race(underWay.values());
      underWay.delete(ended.id);
      // What was put off is due again at its time, not at once.
      if (ended.pauses) {
        tried.add(ended.id);
        isPaused = true;
      }
    }
  }

  /** True where the others should not be tried now either. */
  async function send(id: string, owner: Owner): Promise<boolean> {
    const upload = await queue.claim(id);
    if (upload === null) return false;
    if (upload.state === 'giving-up') return callOff(upload, owner);
    const bytes = await queue.bytes(owner, upload.file.sha256);
    if (bytes === null) {
      await queue.refuse(id, options.missing(upload.file));
      return false;
    }
    const problem = await sendBytes(upload, bytes, owner);
    return problem === null ? false : settle(upload, problem);
  }

  /** Null where it is done, or not wanted any more. */
  async function sendBytes(
    { id, file }: FileUpload,
    bytes: Uint8Array<ArrayBuffer>,
    owner: Owner,
  ): Promise<Problem | null> {
    let offset: number | null = null;
    for (let restarts = 0; ; ) {
      if (offset === null) {
        const known = await startingPoint(file, owner);
        if (!known.ok) return known.error;
        offset = known.value;
      }
      if (!(await queue.progress(id, offset))) return null;
      const piece = bytes.subarray(offset, offset + PIECE);
      // Also with nothing left: the server answers when it has checked what it has.
      const answer = await transport.append(id, offset, piece, owner);
      if (answer.ok) {
        offset = answer.value;
        if (offset < file.size) continue;
        await queue.finish(id);
        return null;
      }
      const { code } = answer.error;
      restarts += 1;
      // It has another number of bytes, or none any more: what it has is asked anew.
      if ((code !== 'conflict' && code !== 'not-found') || restarts > RESTARTS) return answer.error;
      offset = null;
    }
  }

  async function startingPoint(file: Attachment, owner: Owner): Promise<Result<number>> {
    const known = await transport.offset(file.id, owner);
    if (!known.ok) return known;
    if (known.value !== null) return { ok: true, value: known.value };
    const begun = await transport.begin(file, owner);
    return begun.ok ? { ok: true, value: 0 } : begun;
  }

  async function callOff(upload: FileUpload, owner: Owner): Promise<boolean> {
    const answer = await transport.giveUp(upload.id, owner);
    if (answer.ok || failureKind(answer.error) === 'refused') {
      await queue.remove(upload.id);
      return false;
    }
    return settle(upload, answer.error);
  }

  async function settle({ id, attempts: before }: FileUpload, problem: Problem): Promise<boolean> {
    const kind = failureKind(problem);
    if (kind === 'refused') {
      await queue.refuse(id, problem);
      return false;
    }
    if (kind === 'signed-out') {
      await queue.postpone(id, { attempts: before, retryAt: null, problem });
      return true;
    }
    const attempts = before + 1;
    const until = clock.now() + backoff(attempts, options.random(), problem.retryAfterMs);
    await queue.postpone(id, { attempts, retryAt: toInstant(until), problem });
    return kind === 'wait-all';
  }
}

/** What can go now, the oldest first, and when the next one can. */
export function dueUploads(
  uploads: readonly FileUpload[],
  now: number,
): { due: FileUpload[]; nextAt: number | null } {
  const waiting = uploads.filter(({ state }) => state === 'waiting' || state === 'giving-up');
  const at = ({ retryAt }: FileUpload) => (retryAt === null ? now : Date.parse(retryAt));
  const later = waiting.map(at).filter((time) => time > now);
  return {
    due: waiting.filter((upload) => at(upload) <= now),
    nextAt: later.length === 0 ? null : Math.min(...later),
  };
}
