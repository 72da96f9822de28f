import { beforeEach, describe, expect, it } from 'vitest';
import { type Command, contactPersonOf } from '../../../domain/command.ts';
import type { CreateContactPerson, EditCustomer } from '../../../domain/customer-commands.ts';
import { heldBackBy } from '../../../domain/delivery.ts';
import { createId } from '../../../domain/id.ts';
import { problems as texts } from '../../../locales/pt-BR/problems.ts';
import { createDraftStore, type DraftStore } from '../../../storage/draft-store.ts';
import { createOutboxStore, type OutboxStore } from '../../../storage/outbox-store.ts';
import { dueEntries } from '../../../sync/queue.ts';
import { createMemoryDatabase } from '../../support/crm/memory-database.ts';
import { aWrittenDraft, draftToTestCommands, writer } from '../../support/crm/words.ts';
import { rioPardoSummary } from '../../support/screens/fixtures.ts';

const me = writer;
const about = { customer: rioPardoSummary, title: 'Cadastro' };
const refusal = { code: 'edit-conflict', message: 'Alguém mudou.', status: 409 };
let drafts: DraftStore;
let outbox: OutboxStore;

beforeEach(() => {
  const database = createMemoryDatabase();
  const keeping = { texts, makeRoom: async () => {}, now: Date.now };
  drafts = createDraftStore(database, keeping);
  outbox = createOutboxStore(database, { ...keeping, now: () => Date.parse('2026-07-16T12:00:00.000Z') });
});

const aPerson = (): CreateContactPerson => ({
  kind: 'createContactPerson',
  ...{ id: createId(), customerId: rioPardoSummary.id, name: 'Ana Prado', role: null, phone: null },
  ...{ extension: null, sharedPhone: false, email: null },
});
const anEdit = (city: string): EditCustomer => ({
  kind: 'editCustomer',
  ...{ id: createId(), customerId: rioPardoSummary.id, before: { city: null }, after: { city } },
});
const due = async () => {
  const { items, blockedTicketIds } = await outbox.waiting(me);
  return dueEntries(items, blockedTicketIds, Date.now()).entries.map(({ id }) => id);
};
const entry = async (id: string) => {
  const found = (await outbox.list(me)).items.find((one) => one.id === id);
  if (found === undefined) throw new Error('No such entry.');
  return found;
};
const sentBy = async (id: string) => {
  const command = await outbox.claim(id);
  if (command === null) throw new Error('It was not there to be sent.');
  return command;
};

/** An opinion that names a person who is on the way to the server. */
async function named(person: CreateContactPerson): Promise<Command> {
  await outbox.acceptAct(me, person, about);
  const draft = { ...aWrittenDraft('falou com'), contactPersonId: person.id, contactName: person.name };
  await drafts.keep(me, draft);
  const commands = draftToTestCommands(draft).map((command): Command => {
    if (command.kind !== 'openTicket') return command;
    const names = { contactPersonId: person.id, contactName: person.name };
    return { ...command, opinion: { ...command.opinion, ...names } };
  });
  await outbox.accept(me, draft, commands, 'Um título');
  const [command] = commands;
  if (command === undefined) throw new Error('No command.');
  expect(contactPersonOf(command)).toBe(person.id);
  return command;
}

describe('an opinion that names a contact person who is still on the way', () => {
  it('stands behind that person, and goes with the id once the server has it', async () => {
    const person = aPerson();
    const opinion = await named(person);
    expect(await due()).toEqual([person.id]);
    const all = (await outbox.list(me)).items;
    expect(heldBackBy(await entry(opinion.id), all)?.id).toBe(person.id);
    await outbox.claim(person.id);
    expect(await due()).toEqual([]);
    await outbox.confirm(person.id, null);
    expect(await due()).toEqual([opinion.id]);
    expect(await sentBy(opinion.id)).toEqual(opinion);
  });

  it('does not wait for the agent where the person was refused: it goes with the name alone', async () => {
    const person = aPerson();
    const opinion = await named(person);
    await outbox.claim(person.id);
    await outbox.refuse(person.id, { code: 'forbidden', message: 'Não pode.', status: 403 }, false);
    expect(await due()).toEqual([opinion.id]);
    const sent = await sentBy(opinion.id);
    expect(sent).toMatchObject({ opinion: { contactPersonId: null, contactName: 'Ana Prado' } });
    // Whatever comes back, the same words go again under the same id.
    await outbox.postpone(opinion.id, { attempts: 1, retryAt: null, askedUntil: null, problem: null });
    await outbox.retry(me, person.id);
    await outbox.claim(person.id);
    await outbox.confirm(person.id, null);
    expect(await sentBy(opinion.id)).toEqual(sent);
  });

  it('keeps the name where the agent gives the person up, in the queue and in drafts', async () => {
    const person = aPerson();
    const opinion = await named(person);
    const draft = { ...aWrittenDraft('outro'), contactPersonId: person.id, contactName: person.name };
    await drafts.keep(me, draft);
    expect((await outbox.drop(me, person.id)).ok).toBe(true);
    expect(await due()).toEqual([opinion.id]);
    expect(await sentBy(opinion.id)).toMatchObject({
      opinion: { contactPersonId: null, contactName: 'Ana Prado' },
    });
    expect(await drafts.get(me, draft.id)).toMatchObject({
      contactPersonId: null,
      contactName: 'Ana Prado',
    });
  });
});

describe('changes of a record', () => {
  it('go one after the other, and wait for no ticket', async () => {
    const [one, two, person] = [anEdit('Itu'), anEdit('Jaú'), aPerson()];
    for (const command of [one, two, person]) await outbox.acceptAct(me, command, about);
    expect(await due()).toEqual([one.id, person.id]);
    await outbox.claim(one.id);
    await outbox.confirm(one.id, null);
    expect(await due()).toEqual([two.id, person.id]);
  });

  it('that were refused are replaced in their place by what the agent decided', async () => {
    const [one, two] = [anEdit('Itu'), anEdit('Jaú')];
    for (const command of [one, two]) await outbox.acceptAct(me, command, about);
    expect((await outbox.replaceAct(me, one.id, null)).ok).toBe(false);
    await outbox.claim(one.id);
    await outbox.refuse(one.id, refusal, false);
    expect(await due()).toEqual([]);
    const mine = { ...one, id: createId(), before: { city: 'Lins' } };
    expect((await outbox.replaceAct(me, one.id, mine)).ok).toBe(true);
    expect(await due()).toEqual([mine.id]);
    await outbox.claim(mine.id);
    await outbox.refuse(mine.id, refusal, false);
    expect((await outbox.replaceAct(me, mine.id, null)).ok).toBe(true);
    expect(await due()).toEqual([two.id]);
  });
});
