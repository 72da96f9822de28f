import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { createClientStorage } from '../../../extension/client-storage.ts';
import { createCrm } from '../../../extension/crm.ts';
import { createSettings } from '../../../storage/settings.ts';
import { createMemoryArea } from '../../support/crm/memory-area.ts';
import { aWrittenDraft, writer } from '../../support/crm/words.ts';

const HOUR = 60 * 60_000;

it('takes what was thrown away more than a day ago off the machine, whoever is signed in', async () => {
  const settings = createSettings(createMemoryArea(), createMemoryArea());
  const storage = createClientStorage({ indexedDB: new IDBFactory(), IDBKeyRange });
  const { sync } = createCrm({ settings, storage, wakeAt: async () => {} });
  const [old, recent] = [aWrittenDraft('antigo'), aWrittenDraft('recente')];
  for (const [draft, age] of [[old, 25 * HOUR] as const, [recent, 23 * HOUR] as const]) {
    await storage.drafts.keep(writer, draft);
    await storage.drafts.discard(writer, draft.id);
    await storage.database.drafts.update(draft.id, { discardedAt: new Date(Date.now() - age).toISOString() });
  }
  await sync.send();
  const { discarded } = await storage.drafts.list(writer);
  expect(discarded.map(({ draft }) => draft.id)).toEqual([recent.id]);
  expect(await storage.database.drafts.get(old.id)).toBeUndefined();
});
