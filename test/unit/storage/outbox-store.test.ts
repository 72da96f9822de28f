import { beforeEach, describe, expect, it } from 'vitest';
import type { Draft } from '../../../domain/draft.ts';
import { createId } from '../../../domain/id.ts';
import { problems as texts } from '../../../locales/pt-BR/problems.ts';
import type { ParecerDatabase } from '../../../storage/database.ts';
import { createDraftStore, type DraftStore } from '../../../storage/draft-store.ts';
import { createOutboxStore, type OutboxStore } from '../../../storage/outbox-store.ts';
import { createMemoryDatabase } from '../../support/crm/memory-database.ts';
import { aClosing, aWrittenDraft, draftToTestCommands, ownerOf, writer } from '../../support/crm/words.ts';
import { rioPardoSummary, users } from '../../support/screens/fixtures.ts';

const me = writer;
const about = { customer: rioPardoSummary, title: 'Um atendimento' };
const problem = { code: 'forbidden', message: 'Não pode.', status: 403 };
let database: ParecerDatabase;
let drafts: DraftStore;
let outbox: OutboxStore;
let clock: number;

beforeEach(() => {
  clock = Date.parse('2026-07-16T12:00:00.000Z');
  database = createMemoryDatabase();
  const keeping = { texts, makeRoom: async () => {}, now: Date.now };
  drafts = createDraftStore(database, keeping);
  outbox = createOutboxStore(database, { ...keeping, now: () => clock });
});

async function accepted(draft: Draft) {
  await drafts.keep(me, draft);
  expect(await outbox.accept(me, draft, draftToTestCommands(draft), 'Um título')).toEqual({
    ok: true,
    value: undefined,
  });
  return draftToTestCommands(draft)[0]?.id ?? '';
}
const states = async () => (await outbox.list(me)).items.map(({ state }) => state);
const receiptOf = (id: string) => ({
  id,
  ticketId: createId(),
  protocol: '2026000042319',
  confirmedAt: '2026-07-16T12:00:01.000Z',
});

describe('OK', () => {
  it('turns a draft into commands in the order of acceptance', async () => {
    const [one, two] = [aWrittenDraft('um', undefined, { close: true }), aWrittenDraft('dois')];
    await accepted(one);
    await accepted(two);
    const { items } = await outbox.list(me);
    expect(items.map(({ command }) => command.kind)).toEqual(['openTicket', 'closeTicket', 'openTicket']);
    expect(items.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    expect(items[0]).toMatchObject({ state: 'queued', draft: one, title: 'Um título', attempts: 0 });
    expect((await drafts.list(me)).items).toEqual([]);
  });

  it('given twice for one draft, in two tabs, queues it once', async () => {
    const draft = aWrittenDraft('uma vez');
    await Promise.all([accepted(draft), outbox.accept(me, draft, draftToTestCommands(draft), 'Um título')]);
    expect(await states()).toEqual(['queued']);
  });

  it('goes on counting after what was confirmed is forgotten', async () => {
    const id = await accepted(aWrittenDraft('um'));
    await outbox.claim(id);
    await outbox.confirm(id, receiptOf(id));
    await accepted(aWrittenDraft('dois'));
    await outbox.forgetConfirmed('2026-07-16T12:00:00.001Z');
    const { items } = await outbox.list(me);
    expect(items.map(({ sequence }) => sequence)).toEqual([2]);
  });
});

describe('back to draft', () => {
  it('restores the draft as it was and removes all its commands', async () => {
    const draft = aWrittenDraft('volta', undefined, { close: true });
    const id = await accepted(draft);
    expect(await outbox.recall(me, id)).toEqual({ ok: true, value: draft });
    expect((await outbox.list(me)).items).toEqual([]);
    expect(await drafts.get(me, draft.id)).toEqual(draft);
  });

  it('is there for a refused command', async () => {
    const draft = aWrittenDraft('recusado');
    const id = await accepted(draft);
    await outbox.claim(id);
    await outbox.refuse(id, problem, false);
    expect(await outbox.recall(me, id)).toEqual({ ok: true, value: draft });
  });

  it('is refused once any of its commands is under way or confirmed', async () => {
    const id = await accepted(aWrittenDraft('já foi', undefined, { close: true }));
    await outbox.claim(id);
    expect(await outbox.recall(me, id)).toMatchObject({ ok: false, error: { code: 'not-recallable' } });
    await outbox.confirm(id, receiptOf(id));
    const closing = (await outbox.list(me)).items[1]?.id ?? '';
    expect(await outbox.recall(me, closing)).toMatchObject({ ok: false });
    expect(await states()).toEqual(['confirmed', 'queued']);
  });

  it('is refused while the server may have it: the answer was lost, or the sender died', async () => {
    const id = await accepted(aWrittenDraft('talvez lá'));
    await outbox.claim(id);
    await outbox.postpone(id, { attempts: 1, retryAt: null, askedUntil: null, problem });
    expect(await outbox.recall(me, id)).toMatchObject({ ok: false, error: { code: 'not-recallable' } });
    await outbox.retry(me, id);
    expect((await outbox.recall(me, id)).ok).toBe(false);
    await outbox.claim(id);
    await outbox.recover(me);
    expect((await outbox.recall(me, id)).ok).toBe(false);
    await outbox.claim(id);
    await outbox.refuse(id, problem, true);
    expect((await outbox.recall(me, id)).ok).toBe(false);
    await outbox.retry(me, id);
    await outbox.claim(id);
    await outbox.refuse(id, problem, false);
    expect((await outbox.recall(me, id)).ok).toBe(true);
  });

  it('is there where the server said that nobody was signed in', async () => {
    const id = await accepted(aWrittenDraft('sem sessão'));
    await outbox.claim(id);
    await outbox.postpone(id, { attempts: 0, retryAt: null, askedUntil: null, problem, mayBeApplied: false });
    expect((await outbox.recall(me, id)).ok).toBe(true);
  });

  it('is refused while later commands stand on the ticket that it opens', async () => {
    const opening = aWrittenDraft('abre');
    const id = await accepted(opening);
    const later = await accepted(aWrittenDraft('continua', opening.target.ticketId));
    expect(await outbox.recall(me, id)).toMatchObject({ ok: false, error: { code: 'has-followers' } });
    expect(await outbox.giveUp(me, id)).toMatchObject({ ok: false, error: { code: 'has-followers' } });
    expect((await outbox.recall(me, later)).ok).toBe(true);
    expect((await outbox.recall(me, id)).ok).toBe(true);
  });

  it('is refused to another user, and to the same one on another server', async () => {
    const id = await accepted(aWrittenDraft('meu'));
    expect((await outbox.recall(ownerOf(users.me, 'https://outro.example'), id)).ok).toBe(false);
    expect((await outbox.recall(ownerOf(users.marina), id)).ok).toBe(false);
    expect(await states()).toEqual(['queued']);
  });
});

describe('giving up', () => {
  it('sends nothing of it and leaves the draft where it can be brought back', async () => {
    const draft = aWrittenDraft('desistido', undefined, { close: true });
    const id = await accepted(draft);
    expect(await outbox.giveUp(me, id)).toEqual({ ok: true, value: draft });
    expect((await outbox.list(me)).items).toEqual([]);
    expect(await drafts.list(me)).toMatchObject({
      items: [],
      discarded: [{ draft, discardedAt: '2026-07-16T12:00:00.000Z' }],
    });
    expect(await drafts.restore(me, draft.id)).toEqual({ ok: true, value: draft });
    expect((await drafts.list(me)).items).toEqual([draft]);
  });

  it('is refused while the server may have it', async () => {
    const id = await accepted(aWrittenDraft('talvez lá'));
    await outbox.claim(id);
    await outbox.postpone(id, { attempts: 1, retryAt: null, askedUntil: null, problem });
    expect(await outbox.giveUp(me, id)).toMatchObject({ ok: false, error: { code: 'not-recallable' } });
    expect(await states()).toEqual(['queued']);
  });
});

describe('what the server may have and fails over again and again', () => {
  const failure = { code: 'server-error', message: 'Falhou.', status: 500, supportCode: 'ABCD2345' };
  async function failed(attempts: number, about = failure as typeof problem) {
    const draft = aWrittenDraft('talvez lá');
    const id = await accepted(draft);
    await outbox.claim(id);
    await outbox.postpone(id, { attempts, retryAt: null, askedUntil: null, problem: about });
    return { id, draft };
  }

  it('comes back at the risk that the agent takes, as a text that can be sent whether the first arrived or not', async () => {
    const { id, draft } = await failed(5);
    expect(await outbox.recall(me, id)).toMatchObject({ error: { code: 'not-recallable' } });
    const back = await outbox.recall(me, id, true);
    if (!back.ok) throw new Error(back.error.code);
    expect(back.value).toMatchObject({ body: draft.body, target: { kind: 'newTicket', protocol: null } });
    expect(back.value.id).not.toBe(draft.id);
    expect(back.value.target.ticketId).not.toBe(draft.target.ticketId);
    expect((await drafts.list(me)).items).toEqual([back.value]);
    expect((await outbox.list(me)).items).toEqual([]);
  });

  it('can be given up, and brought back for a day', async () => {
    const { id, draft } = await failed(5);
    const given = await outbox.giveUp(me, id, true);
    if (!given.ok) throw new Error(given.error.code);
    expect(await drafts.restore(me, given.value.id)).toMatchObject({ value: { body: draft.body } });
  });

  it('does not come back after few tries, nor where something in between said that the server failed', async () => {
    const few = await failed(4);
    expect((await outbox.recall(me, few.id, true)).ok).toBe(false);
    const proxy = await failed(9, { code: 'server-error', message: 'Falhou.', status: 502 });
    expect((await outbox.giveUp(me, proxy.id, true)).ok).toBe(false);
    const lost = await failed(9, { code: 'offline', message: 'Sem ligação.' } as typeof problem);
    expect((await outbox.giveUp(me, lost.id, true)).ok).toBe(false);
  });

  it('comes back at that risk also where it is refused by now', async () => {
    const { id } = await failed(1);
    await outbox.claim(id);
    await outbox.refuse(id, problem, true);
    expect((await outbox.giveUp(me, id)).ok).toBe(false);
    expect((await outbox.giveUp(me, id, true)).ok).toBe(true);
  });
});

describe('what was refused because of the state of its ticket', () => {
  it('goes behind the command that mends it, and its followers behind it', async () => {
    const ticketId = createId();
    const [refused, follower, other] = [
      aWrittenDraft('recusado', ticketId),
      aWrittenDraft('depois', ticketId),
      aWrittenDraft('de outro'),
    ];
    const id = await accepted(refused);
    await accepted(other);
    await accepted(follower);
    await outbox.claim(id);
    await outbox.refuse(id, problem, false);
    const reopening = { kind: 'reopenTicket' as const, id: createId(), ticketId };
    expect(await outbox.sendAfter(me, id, reopening)).toEqual({ ok: true, value: undefined });
    const { items } = await outbox.list(me);
    expect(items.filter((entry) => entry.ticketId === ticketId)).toMatchObject([
      { id: reopening.id, state: 'queued', customer: refused.customer, title: 'Um título' },
      { id, state: 'queued', problem: null, draft: refused },
      { id: follower.id, state: 'queued' },
    ]);
    expect(items).toHaveLength(4);
    // A second press finds nothing that was refused.
    await outbox.sendAfter(me, id, { ...reopening, id: createId() });
    expect((await outbox.list(me)).items).toHaveLength(4);
  });
});

describe('a machine without room', () => {
  it('takes nothing out of the outbox that it cannot keep as a draft', async () => {
    const id = await accepted(aWrittenDraft('sem lugar'));
    database.drafts.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await outbox.recall(me, id)).toMatchObject({ ok: false, error: { code: 'quota-exceeded' } });
    expect(await states()).toEqual(['queued']);
  });
});

describe('acts without text', () => {
  it('change the state of a ticket once at a time, also where two tabs ask at the same moment', async () => {
    const ticketId = createId();
    const answers = await Promise.all([
      outbox.acceptAct(me, aClosing(ticketId), about),
      outbox.acceptAct(me, aClosing(ticketId), about),
    ]);
    expect(answers).toMatchObject([{ ok: true }, { ok: false, error: { code: 'already-waiting' } }]);
    expect((await outbox.acceptAct(me, aClosing(createId()), about)).ok).toBe(true);
    const [first] = (await outbox.list(me)).items;
    await outbox.claim(first?.id ?? '');
    await outbox.confirm(first?.id ?? '', null);
    const reopening = { kind: 'reopenTicket' as const, id: createId(), ticketId };
    expect((await outbox.acceptAct(me, reopening, about)).ok).toBe(true);
    expect(await states()).toEqual(['confirmed', 'queued', 'queued']);
  });

  it('cannot be given up in silence where the server may have them', async () => {
    const act = aClosing(createId());
    await outbox.acceptAct(me, act, about);
    await outbox.claim(act.id);
    const lost = { code: 'offline', message: 'Sem ligação.' };
    await outbox.postpone(act.id, { attempts: 1, retryAt: null, askedUntil: null, problem: lost });
    expect(await outbox.drop(me, act.id, true)).toMatchObject({ error: { code: 'not-recallable' } });
    await outbox.claim(act.id);
    await outbox.refuse(act.id, problem, true);
    expect(await outbox.drop(me, act.id)).toMatchObject({ error: { code: 'not-recallable' } });
    expect(await states()).toEqual(['needs']);
    expect(await outbox.drop(me, act.id, true)).toEqual({ ok: true, value: undefined });
    expect(await states()).toEqual([]);
  });

  it('can be given up when refused, and words cannot', async () => {
    const words = await accepted(aWrittenDraft('palavras'));
    const act = aClosing(createId());
    await outbox.acceptAct(me, act, about);
    await outbox.drop(me, words);
    await outbox.drop(ownerOf(users.marina), act.id);
    expect(await states()).toEqual(['queued', 'queued']);
    await outbox.drop(me, act.id);
    expect(await states()).toEqual(['queued']);
  });
});

describe('entries', () => {
  it('are taken for sending once, and queued again after their sender died', async () => {
    const id = await accepted(aWrittenDraft('uma'));
    expect(await outbox.claim(id)).toMatchObject({ kind: 'openTicket' });
    expect(await outbox.claim(id)).toBeNull();
    await outbox.recover(me);
    expect(await states()).toEqual(['queued']);
  });

  it('that wait or need the agent are due again on retry, and only those that wait when the server is back', async () => {
    const [waits, needs] = [await accepted(aWrittenDraft('espera')), await accepted(aWrittenDraft('recusa'))];
    await outbox.claim(waits);
    await outbox.postpone(waits, {
      attempts: 3,
      retryAt: '2026-07-16T13:00:00.000Z',
      askedUntil: null,
      problem,
    });
    await outbox.claim(needs);
    await outbox.refuse(needs, problem, false);
    await outbox.hasten(me);
    expect((await outbox.list(me)).items).toMatchObject([
      { state: 'queued', retryAt: null, attempts: 3 },
      { state: 'needs', problem },
    ]);
    await outbox.retry(me, needs);
    expect(await states()).toEqual(['queued', 'queued']);
  });

  it('are not hastened before the time that the server asked for, and are when the agent tries again', async () => {
    const [asked, other] = [await accepted(aWrittenDraft('pedido')), await accepted(aWrittenDraft('outro'))];
    const until = '2026-07-16T12:02:00.000Z';
    await outbox.claim(asked);
    await outbox.postpone(asked, { attempts: 1, retryAt: until, askedUntil: until, problem });
    await outbox.hasten(me);
    expect((await outbox.waiting(me)).items[0]).toMatchObject({ retryAt: until, askedUntil: until });
    await outbox.retry(me, other);
    expect((await outbox.waiting(me)).items[0]).toMatchObject({ retryAt: until, askedUntil: null });
    await outbox.postpone(asked, { attempts: 2, retryAt: until, askedUntil: until, problem });
    clock = Date.parse(until);
    await outbox.hasten(me);
    expect((await outbox.waiting(me)).items[0]).toMatchObject({ retryAt: null });
  });

  it('that cannot be read hold back their ticket only, and stay on disk', async () => {
    const [good, bad] = [aWrittenDraft('boa'), aWrittenDraft('estragada')];
    await accepted(good);
    const id = await accepted(bad);
    await database.outbox.update(id, { state: 'odd' });
    const listed = await outbox.list(me);
    expect(listed.items).toHaveLength(1);
    expect(listed.unreadable).toHaveLength(1);
    expect(await outbox.waiting(me)).toMatchObject({
      items: [{ ticketId: good.target.ticketId }],
      blockedTicketIds: [bad.target.ticketId],
    });
    expect(await database.outbox.count()).toBe(2);
  });
});
