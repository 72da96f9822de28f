import { beforeEach, describe, expect, it } from 'vitest';
import type { Attachment } from '../../../domain/attachment.ts';
import type { FileUpload } from '../../../domain/file-upload.ts';
import { err, ok, type Problem, type Result } from '../../../domain/result.ts';
import type { ParecerDatabase } from '../../../storage/database.ts';
import { createUploadStore, type UploadStore } from '../../../storage/upload-store.ts';
import { createUploader, PIECE, type UploadTransport } from '../../../sync/uploader.ts';
import { createMemoryDatabase } from '../../support/crm/memory-database.ts';
import { writer } from '../../support/crm/words.ts';
import { anAttachment, anUpload, aPng } from '../../support/files.ts';

const offline: Problem = { code: 'offline', message: 'Sem ligação.' };
let database: ParecerDatabase;
let uploads: UploadStore;
let now: number;
/** Bytes by SHA-256, as this machine has them. */
let machine: Map<string, Uint8Array<ArrayBuffer>>;

beforeEach(() => {
  now = Date.parse('2026-07-16T12:00:00.000Z');
  database = createMemoryDatabase();
  uploads = createUploadStore(database, { now: () => now });
  machine = new Map();
});

/** A server of the protocol: what it has of each file, and how often it took one whole. */
function createServer() {
  const begun = new Map<string, number[]>();
  const arrived = new Map<string, { size: number; times: number }>();
  const sizes = new Map<string, number>();
  const log: string[] = [];
  const transport: UploadTransport = {
    async offset(id) {
      log.push('offset');
      const size = arrived.get(id)?.size;
      return ok(size ?? begun.get(id)?.length ?? null);
    },
    async begin({ id, size }) {
      log.push('begin');
      begun.set(id, []);
      sizes.set(id, size);
      return ok(undefined);
    },
    async append(id, offset, bytes) {
      log.push(`append ${offset}`);
      const done = arrived.get(id);
      if (done !== undefined) return ok(done.size);
      const has = begun.get(id);
      if (has === undefined) return err({ code: 'not-found', message: '', status: 404 });
      if (has.length !== offset) return err({ code: 'conflict', message: '', status: 409 });
      for (const byte of bytes) has.push(byte);
      if (has.length === sizes.get(id)) arrived.set(id, { size: has.length, times: 1 });
      return ok(has.length);
    },
    async giveUp(id) {
      log.push('give up');
      begun.delete(id);
      return ok(undefined);
    },
  };
  return { transport, begun, arrived, log };
}

async function put(file: Attachment, more: Partial<FileUpload> = {}): Promise<void> {
  machine.set(file.sha256, aPng(file.size));
  await database.uploads.add({ ...anUpload({ file, ...more }), ...writer });
}

function uploaderOver(transport: UploadTransport, queue: Partial<UploadStore> = {}) {
  return createUploader({
    queue: { ...uploads, ...queue, bytes: async (_, sha256) => machine.get(sha256) ?? null },
    transport,
    lock: (task) => task(),
    clock: { now: () => now },
    random: () => 0.5,
    currentOwner: async () => writer,
    missing: ({ name }) => ({ code: 'file-missing', message: name }),
  });
}
const states = async () => (await uploads.list(writer)).map(({ state, sent }) => ({ state, sent }));

describe('a file', () => {
  it('goes in pieces, and is done when the server has taken the last one', async () => {
    const file = anAttachment({ size: 2 * PIECE + 100 });
    await put(file);
    const { transport, begun, log } = createServer();
    expect(await uploaderOver(transport).run()).toBeNull();
    expect(log).toEqual(['offset', 'begin', 'append 0', `append ${PIECE}`, `append ${2 * PIECE}`]);
    expect(new Uint8Array(begun.get(file.id) ?? [])).toEqual(aPng(file.size));
    expect(await states()).toEqual([{ state: 'done', sent: file.size }]);
  });

  it('that the server has whole without having said so is asked for once more, with nothing', async () => {
    const file = anAttachment({ size: 500 });
    await put(file);
    const { transport, begun, arrived, log } = createServer();
    await transport.begin(file, writer);
    begun.set(file.id, [...aPng(500)]);
    await uploaderOver(transport).run();
    expect(log.slice(1)).toEqual(['offset', 'append 500']);
    expect(arrived.get(file.id)).toEqual({ size: 500, times: 1 });
    expect(await states()).toEqual([{ state: 'done', sent: 500 }]);
  });

  it('that the agent pauses stops after its piece, and goes on from there', async () => {
    const file = anAttachment({ size: 3 * PIECE });
    await put(file);
    const { transport, log } = createServer();
    const pausing: UploadTransport = {
      ...transport,
      async append(id, offset, bytes, owner) {
        if (offset === PIECE) await uploads.pause(writer, id);
        return transport.append(id, offset, bytes, owner);
      },
    };
    await uploaderOver(pausing).run();
    expect(await states()).toEqual([{ state: 'paused', sent: 2 * PIECE }]);
    await uploads.resume(writer, file.id);
    await uploaderOver(transport).run();
    expect(log.filter((line) => line.startsWith('append'))).toEqual([
      'append 0',
      `append ${PIECE}`,
      `append ${2 * PIECE}`,
    ]);
    expect(await states()).toEqual([{ state: 'done', sent: 3 * PIECE }]);
  });

  it('that the server refuses for good needs the agent, who may call it off', async () => {
    const file = anAttachment();
    await put(file);
    const { transport, log } = createServer();
    const refused = { code: 'content-differs', message: 'É outro.', status: 422 };
    await uploaderOver({ ...transport, append: async () => err(refused) }).run();
    expect(await uploads.list(writer)).toMatchObject([{ state: 'needs', problem: refused }]);
    await uploads.giveUp(writer, file.id);
    await uploaderOver(transport).run();
    expect(log.at(-1)).toBe('give up');
    expect(await states()).toEqual([]);
  });

  it('that is not on this machine any more needs the agent', async () => {
    const file = anAttachment();
    await put(file);
    machine.clear();
    const { transport, log } = createServer();
    await uploaderOver(transport).run();
    expect(await uploads.list(writer)).toMatchObject([{ state: 'needs', problem: { code: 'file-missing' } }]);
    expect(log).toEqual([]);
  });
});

describe('several files', () => {
  it('go at the same time, at most three', async () => {
    for (let place = 0; place < 5; place += 1) await put(anAttachment());
    const { transport, arrived } = createServer();
    let atOnce = 0;
    let most = 0;
    const slow: UploadTransport = {
      ...transport,
      async append(...args) {
        atOnce += 1;
        most = Math.max(most, atOnce);
        await new Promise((resolve) => setTimeout(resolve, 5));
        atOnce -= 1;
        return transport.append(...args);
      },
    };
    await uploaderOver(slow).run();
    expect(most).toBe(3);
    expect(arrived.size).toBe(5);
  });

  it('wait together while nobody answers, and one that is refused keeps no other back', async () => {
    const [bad, good] = [anAttachment(), anAttachment()];
    await put(bad, { since: '2026-07-16T11:00:00.000Z' });
    await put(good);
    const { transport, arrived } = createServer();
    const nextAt = await uploaderOver({ ...transport, offset: async () => err(offline) }).run();
    expect(nextAt).toBeGreaterThan(now);
    now = (nextAt ?? 0) + 10_000;
    const picky: UploadTransport = {
      ...transport,
      begin: async (file, owner) =>
        file.id === bad.id
          ? err({ code: 'invalid', message: '', status: 422 })
          : transport.begin(file, owner),
    };
    await uploaderOver(picky).run();
    expect(await states()).toEqual([
      { state: 'needs', sent: 0 },
      { state: 'done', sent: good.size },
    ]);
    expect([...arrived.keys()]).toEqual([good.id]);
  });
});

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('over a bad network', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'every file arrives once, byte for byte (seed %i)',
    async (seed) => {
      const random = seeded(seed);
      const files = Array.from({ length: 3 }, () =>
        anAttachment({ size: 1 + Math.floor(random() * 3 * PIECE) }),
      );
      for (const file of files) await put(file);
      const { transport, begun, arrived } = createServer();
      const lost = async <T>(act: () => Promise<Result<T>>): Promise<Result<T>> => {
        const fate = random();
        if (fate < 0.15) return err(offline);
        const answer = await act();
        // The server did it and nobody heard.
        if (fate < 0.3) return err(offline);
        if (fate < 0.35) return err({ code: 'server-error', message: '', status: 503 });
        return answer;
      };
      const bad: UploadTransport = {
        offset: (id, owner) => lost(() => transport.offset(id, owner)),
        begin: (file, owner) => lost(() => transport.begin(file, owner)),
        append: (id, offset, bytes, owner) =>
          lost(() => {
            // The line may break in the middle of a piece: its beginning stays.
            const cut = random() < 0.2 ? Math.floor(random() * bytes.length) : bytes.length;
            const part = bytes.subarray(0, cut);
            return transport
              .append(id, offset, part, owner)
              .then((answer) => (cut < bytes.length ? err(offline) : answer));
          }),
        giveUp: (id, owner) => lost(() => transport.giveUp(id, owner)),
      };
      for (let run = 0; run < 200; run += 1) {
        // Each run is a new life of the background.
        const nextAt = await uploaderOver(bad).run();
        if (nextAt === null) break;
        now = nextAt;
      }
      expect((await states()).map(({ state }) => state)).toEqual(['done', 'done', 'done']);
      for (const file of files) {
        expect(arrived.get(file.id)?.times).toBe(1);
        expect(new Uint8Array(begun.get(file.id) ?? [])).toEqual(aPng(file.size));
      }
    },
  );
});
