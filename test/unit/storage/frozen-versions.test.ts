import { readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { customerSchema } from '../../../domain/customer.ts';
import { placesOfCode, searchDirectory } from '../../../domain/directory/directory-search.ts';
import { problems as texts } from '../../../locales/pt-BR/problems.ts';
import { createCacheStore } from '../../../storage/cache-store.ts';
import { createCursorStore } from '../../../storage/cursor-store.ts';
import { createDirectoryStore } from '../../../storage/directory-store.ts';
import { createDraftStore } from '../../../storage/draft-store.ts';
import { createFileStore } from '../../../storage/file-store.ts';
import { createOutboxStore } from '../../../storage/outbox-store.ts';
import { createProtocolStore } from '../../../storage/protocol-store.ts';
import { createSettings } from '../../../storage/settings.ts';
import { createUploadStore } from '../../../storage/upload-store.ts';
import { createMemoryArea } from '../../support/crm/memory-area.ts';
import { createMemoryDatabase } from '../../support/crm/memory-database.ts';
import { ownerOf } from '../../support/crm/words.ts';
import { users } from '../../support/screens/fixtures.ts';

/** What machines in the field hold. A file here is never edited: a change of form gets a version, an upgrade and a file. */
interface FrozenDatabase {
  version: number;
  stores: Record<
    string,
    {
      keyPath: string;
      indexes: { name: string; keyPath: string | string[]; unique: boolean; multiEntry: boolean }[];
      rows: Record<string, unknown>[];
    }
  >;
}

const frozen = (name: string) =>
  JSON.parse(readFileSync(new URL(`frozen/${name}`, import.meta.url), 'utf8'), reviveArrays);

/** JSON has no typed arrays: they are written as `{ $typed, values }`. */
function reviveArrays(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$typed' in value)) return value;
  const { $typed, values } = value as { $typed: string; values: number[] };
  return $typed === 'Uint8Array' ? Uint8Array.from(values) : Uint32Array.from(values);
}
const me = ownerOf(users.me, 'http://127.0.0.1:4000');

/** Builds a database as an old version of the extension left it, without any code of today. */
async function restore({ version, stores }: FrozenDatabase): Promise<IDBFactory> {
  const factory = new IDBFactory();
  const request = factory.open('parecer', version);
  request.onupgradeneeded = () => {
    for (const [name, { keyPath, indexes, rows }] of Object.entries(stores)) {
      const store = request.result.createObjectStore(name, { keyPath });
      for (const { name: index, keyPath: path, unique, multiEntry } of indexes) {
        store.createIndex(index, path, { unique, multiEntry });
      }
      for (const row of rows) store.add(row);
    }
  };
  await new Promise<void>((resolve, reject) => {
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
  request.result.close();
  return factory;
}

describe('what version 1 of the database left on the machine', () => {
  it('is read whole by the code of today', async () => {
    const file = frozen('database-v1.json') as FrozenDatabase;
    const database = createMemoryDatabase(await restore(file), 'http://127.0.0.1:4000');
    const options = { texts, makeRoom: async () => {}, now: Date.now };
    const drafts = await createDraftStore(database, options).list(me);
    expect(drafts).toMatchObject({ items: [{ selection: { anchor: 3, head: 9 } }], unreadable: [] });
    const outbox = await createOutboxStore(database, options).list(me);
    expect(outbox.unreadable).toEqual([]);
    expect(outbox.items).toMatchObject([
      { state: 'queued', attempts: 2, problem: { code: 'offline' }, draft: { close: true } },
      { state: 'queued', command: { kind: 'closeTicket' } },
    ]);
    const protocols = createProtocolStore(database, options);
    expect(await protocols.countFree('http://127.0.0.1:4000 device', 2026)).toBe(19);
    const cache = createCacheStore(database, options);
    expect((await cache.get(me, 'code 318', customerSchema))?.value.code).toBe('000318');
    expect(await createCursorStore(database).read(me)).toBe('12:7');
  });

  it('belongs to the server that is set at the upgrade, and to none that is set later', async () => {
    const factory = await restore(frozen('database-v1.json') as FrozenDatabase);
    const options = { texts, makeRoom: async () => {}, now: Date.now };
    const first = createMemoryDatabase(factory, 'http://127.0.0.1:4000');
    await first.open();
    first.close();
    const database = createMemoryDatabase(factory, 'https://outro.example');
    const other = ownerOf(users.me, 'https://outro.example');
    expect((await createDraftStore(database, options).list(other)).items).toEqual([]);
    expect((await createOutboxStore(database, options).list(other)).items).toEqual([]);
    expect(await createCacheStore(database, options).get(other, 'code 318', customerSchema)).toBeNull();
    expect(await createCursorStore(database).read(other)).toBeNull();
    expect((await createDraftStore(database, options).list(me)).items).toHaveLength(1);
    expect((await createOutboxStore(database, options).waiting(me)).items).toHaveLength(2);
  });

  it('stays on the machine where no server is set', async () => {
    const database = createMemoryDatabase(await restore(frozen('database-v1.json') as FrozenDatabase));
    await database.open();
    expect(await database.drafts.count()).toBe(1);
    expect(await database.outbox.count()).toBe(2);
  });
});

describe('what version 2 of the database left on the machine', () => {
  it('is read whole by the code of today', async () => {
    const database = createMemoryDatabase(await restore(frozen('database-v2.json') as FrozenDatabase));
    const options = { texts, makeRoom: async () => {}, now: Date.now };
    const drafts = await createDraftStore(database, options).list(me);
    expect(drafts).toMatchObject({ items: [{ selection: { anchor: 3, head: 9 } }], unreadable: [] });
    const outbox = await createOutboxStore(database, options).list(me);
    expect(outbox).toMatchObject({ items: [{ state: 'queued' }, { state: 'queued' }], unreadable: [] });
    expect((await createCacheStore(database, options).get(me, 'code 318', customerSchema))?.value.code).toBe(
      '000318',
    );
    expect(await createCursorStore(database).read(me)).toBe('12:7');
  });

  it('gets an empty directory, to be downloaded', async () => {
    const database = createMemoryDatabase(await restore(frozen('database-v2.json') as FrozenDatabase));
    expect(await createDirectoryStore(database).read(me)).toMatchObject({ snapshot: null, download: null });
  });
});

describe('what version 3 of the database left on the machine', () => {
  it('is read whole by the code of today', async () => {
    const database = createMemoryDatabase(await restore(frozen('database-v3.json') as FrozenDatabase));
    const options = { texts, makeRoom: async () => {}, now: Date.now };
    expect((await createDraftStore(database, options).list(me)).items).toHaveLength(1);
    expect((await createOutboxStore(database, options).list(me)).items).toHaveLength(2);
    const directory = createDirectoryStore(database);
    const { snapshot, changed } = await directory.read(me);
    if (snapshot === null) throw new Error('The directory was not read.');
    const [first, second] = await directory.entries(me, snapshot, [0, 1]);
    expect(changed.map(({ id }) => id)).toEqual([second?.id]);
    expect(await directory.newer(me)).toMatchObject([
      { place: 0, entry: { id: first?.id, name: 'Renomeada S/A' } },
    ]);
    const [keys, words] = [await directory.keys(me, snapshot.id), await directory.words(me, snapshot.id)];
    if (keys === null || words === null) throw new Error('The index was not read.');
    expect(placesOfCode(keys, second?.code ?? '')).toEqual([1]);
    expect(searchDirectory({ ...keys, ...words }, first?.name ?? '', 5)).toEqual([{ place: 0, rank: 1 }]);
  });

  it('gets room for files', async () => {
    const database = createMemoryDatabase(await restore(frozen('database-v3.json') as FrozenDatabase));
    expect(await createUploadStore(database, { now: Date.now }).list(me)).toEqual([]);
    expect(await database.files.count()).toBe(0);
  });
});

describe('what version 4 of the database left on the machine', () => {
  it('is read whole by the code of today', async () => {
    const database = createMemoryDatabase(await restore(frozen('database-v4.json') as FrozenDatabase));
    const options = { texts, makeRoom: async () => {}, now: Date.now };
    const [draft] = (await createDraftStore(database, options).list(me)).items;
    const kept = await createFileStore(database, options).read(me, draft?.attachments?.[0]?.sha256 ?? '');
    expect(new TextDecoder().decode(kept?.bytes)).toBe('hello world');
    expect(await createUploadStore(database, options).list(me)).toMatchObject([
      { state: 'sending', sent: 5 },
    ]);
    expect((await createOutboxStore(database, options).list(me)).items).toHaveLength(2);
  });

  it('has the same stores and indexes as a new database', async () => {
    const file = frozen('database-v4.json') as FrozenDatabase;
    const database = createMemoryDatabase();
    await database.open();
    const raw = database.backendDB();
    expect(raw.version).toBe(file.version);
    for (const name of raw.objectStoreNames) {
      const store = raw.transaction(name).objectStore(name);
      const indexes = [...store.indexNames].map((index) => {
        const { keyPath, unique, multiEntry } = store.index(index);
        return { name: index, keyPath, unique, multiEntry };
      });
      expect({ keyPath: store.keyPath, indexes }).toEqual({
        keyPath: file.stores[name]?.keyPath,
        indexes: file.stores[name]?.indexes,
      });
    }
  });
});

describe('what version 1 of the settings left on the machine', () => {
  it('is read whole by the code of today', async () => {
    const settings = createSettings(createMemoryArea(frozen('settings-v1.json')), createMemoryArea());
    expect(await settings.serverUrl.read()).toBe('https://crm.exemplo.com.br');
    expect(await settings.theme.read()).toBe('dark');
    expect(await settings.panelPlacements.read()).toEqual({
      'erp.exemplo.com.br': { width: 440, side: 'left' },
    });
    expect(await settings.refreshToken.read()).toBe('refresh-1');
    expect(await settings.session.read()).toMatchObject({ state: 'signed-in', user: { id: me.userId } });
    expect(await settings.deviceId.read()).not.toBeNull();
    expect(await settings.recentTypes.read()).toHaveLength(1);
  });
});
