import { afterEach, describe, expect, it } from 'vitest';
import { createId } from '../../../domain/id.ts';
import { problems as texts } from '../../../locales/pt-BR/problems.ts';
import { createDatabase, type ParecerDatabase } from '../../../storage/database.ts';
import { createDraftStore } from '../../../storage/draft-store.ts';
import { watchQuery } from '../../../storage/live.ts';
import { createOutboxStore } from '../../../storage/outbox-store.ts';
import { createProtocolStore } from '../../../storage/protocol-store.ts';
import { aWrittenDraft, draftToTestCommands, writer } from '../../support/crm/words.ts';

const me = writer;
const opened: ParecerDatabase[] = [];
afterEach(async () => {
  const databases = opened.splice(0);
  for (const database of databases) database.close();
  await databases[0]?.delete();
});

/** Two connections to one database of the real browser, as two tabs have them. */
function twoTabs() {
  const name = `parecer-${createId()}`;
  return [0, 1].map(() => {
    const database = createDatabase({ name });
    opened.push(database);
    const keeping = { texts, makeRoom: async () => {}, now: Date.now };
    return {
      drafts: createDraftStore(database, keeping),
      outbox: createOutboxStore(database, { ...keeping, now: Date.now }),
      protocols: createProtocolStore(database, { now: Date.now }),
    };
  }) as [Tab, Tab];
}
interface Tab {
  drafts: ReturnType<typeof createDraftStore>;
  outbox: ReturnType<typeof createOutboxStore>;
  protocols: ReturnType<typeof createProtocolStore>;
}

describe('two tabs over one database', () => {
  it('see what the other one writes, without asking', async () => {
    const [here, there] = twoTabs();
    const seen: string[][] = [];
    const stop = watchQuery(
      () => here.drafts.list(me),
      ({ items }) => seen.push(items.map(({ id }) => id)),
      (error) => expect.fail(String(error)),
    );
    const draft = aWrittenDraft('de outra aba');
    await expect.poll(() => seen).toEqual([[]]);
    await there.drafts.keep(me, draft);
    await expect.poll(() => seen.at(-1)).toEqual([draft.id]);
    await there.outbox.accept(me, draft, draftToTestCommands(draft), 'Título');
    await expect.poll(() => seen.at(-1)).toEqual([]);
    stop();
  });

  it('confirm one draft with OK at the same time, and it is queued once', async () => {
    const [here, there] = twoTabs();
    const draft = aWrittenDraft('uma vez', undefined, { close: true });
    await here.drafts.keep(me, draft);
    const commands = draftToTestCommands(draft);
    const results = await Promise.all([
      here.outbox.accept(me, draft, commands, 'Título'),
      there.outbox.accept(me, draft, commands, 'Título'),
      there.drafts.keep(me, draft),
    ]);
    expect(results.slice(0, 2).every(({ ok }) => ok)).toBe(true);
    expect((await here.outbox.list(me)).items).toHaveLength(2);
    expect((await there.drafts.list(me)).items).toEqual([]);
  });

  it('take protocol numbers at the same time, and none is taken twice', async () => {
    const [here, there] = twoTabs();
    const grantedAt = '2026-07-16T12:00:00.000Z';
    await here.protocols.add('owner', { id: createId(), year: 2026, first: 1, last: 10, grantedAt });
    const taken = await Promise.all(
      Array.from({ length: 12 }, (_, index) => (index % 2 ? here : there).protocols.take('owner', 2026)),
    );
    const numbers = taken.filter((protocol) => protocol !== null);
    expect(new Set(numbers).size).toBe(10);
    expect(numbers).toHaveLength(10);
  });
});
