import { expect, it } from 'vitest';
import { problems as texts } from '../../../locales/pt-BR/problems.ts';
import { createDraftStore } from '../../../storage/draft-store.ts';
import { createOutboxStore } from '../../../storage/outbox-store.ts';
import { createUnsentWords } from '../../../storage/unsent-words.ts';
import { createMemoryDatabase } from '../../support/crm/memory-database.ts';
import { aWrittenDraft, draftToTestCommands, ownerOf } from '../../support/crm/words.ts';
import { users } from '../../support/screens/fixtures.ts';

it('counts the opinions that wait for a server: begun or with OK, not what was thrown away or is confirmed', async () => {
  const database = createMemoryDatabase();
  const keeping = { texts, makeRoom: async () => {}, now: Date.now };
  const [drafts, outbox] = [createDraftStore(database, keeping), createOutboxStore(database, keeping)];
  const unsent = createUnsentWords(database);
  const left = ownerOf(users.me, 'https://antigo.example');
  const sent = async (text: string, owner = left) => {
    const draft = aWrittenDraft(text, undefined, { userId: owner.userId, close: true });
    const commands = draftToTestCommands(draft);
    await outbox.accept(owner, draft, commands, text);
    return commands.map(({ id }) => id);
  };
  const begun = aWrittenDraft('a concluir');
  const aside = aWrittenDraft('descartado');
  await drafts.keep(left, begun);
  await drafts.keep(left, aside);
  await drafts.discard(left, aside.id);
  await sent('na fila');
  for (const id of await sent('confirmado')) await outbox.confirm(id, null);
  await sent('de outra pessoa', ownerOf(users.marina, left.serverUrl));
  await sent('de outro servidor', ownerOf(users.me, 'https://b.example'));

  expect(await unsent.at(left.serverUrl)).toBe(3);
  expect(await unsent.at('https://antigo.exampl')).toBe(0);
  expect(await unsent.elsewhere('https://b.example')).toEqual([{ serverUrl: left.serverUrl, count: 3 }]);
  expect(await unsent.elsewhere(left.serverUrl)).toEqual([{ serverUrl: 'https://b.example', count: 1 }]);
});
