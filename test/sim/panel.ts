import type { Command } from '../../domain/command.ts';
import type { Draft } from '../../domain/draft.ts';
import type { Owner } from '../../domain/owner.ts';
import { plainTextToRichText } from '../../domain/rich-text/document.ts';
import { richTextToPlainText } from '../../domain/rich-text/plain-text.ts';
import { aWrittenDraft, draftToTestCommands } from '../support/crm/words.ts';
import { rioPardoSummary } from '../support/screens/fixtures.ts';
import { LESSEE } from './background.ts';
import { type Life, startLife } from './life.ts';
import type { Model } from './model.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';

/** What an agent may do next in a panel. */
export const ACTS = [
  'type',
  'type',
  'type',
  'begin',
  'begin',
  'confirm',
  'confirm',
  'put off',
  'resume',
  'take back',
  'take back',
  'retry',
  'close',
] as const;
export type Act = (typeof ACTS)[number];

/** One tab's panel with an agent before it. */
export interface Panel {
  /** Does it, where it can be done now. */
  act(act: Act): void;
  /** The tab is closed or killed, and another one opened. */
  reopen(): void;
  end(): void;
}

export interface PanelParts {
  name: string;
  scheduler: Scheduler;
  random: Random;
  disk: IDBFactory;
  model: Model;
  currentOwner(): Owner | null;
  /** A draft is written in one tab at a time. */
  locks: Set<string>;
  /** Tickets whose opening was taken back at some time. */
  takenBack: Set<string>;
  /** Tickets that this user has opened. */
  ticketsOf(owner: Owner): string[];
  createId(): string;
  nudge(): void;
  /** Says what must never be. */
  fail(what: string): void;
}

interface Writing {
  draft: Draft;
  owner: Owner;
  version: number;
  /** The version that is being kept. */
  saving: Promise<unknown> | null;
}

export function createPanel(parts: PanelParts): Panel {
  const { scheduler, random, model, locks } = parts;
  let lives = 0;
  let life: Life = open();
  let writing: Writing | null = null;
  let isBusy = false;

  function open(): Life {
    lives += 1;
    return startLife(`${parts.name} ${lives}`, scheduler, parts.disk);
  }

  const acts: Record<Act, (owner: Owner) => Promise<void>> = {
    async begin(owner) {
      const tickets = parts.ticketsOf(owner);
      const id = parts.createId();
      const continues = tickets.length > 0 && random.chance(0.6);
      const ticketId = continues ? random.pick(tickets) : parts.createId();
      // As many as the lease has; then the server gives one.
      const protocol = continues ? '' : await life.protocols.take(LESSEE.name, LESSEE.year);
      const target: Draft['target'] = continues
        ? { kind: 'ticket', ticketId, protocol: '2026000042175', title: 'Um atendimento' }
        : { kind: 'newTicket', ticketId, protocol };
      write({ ...aWrittenDraft('', undefined, { id, userId: owner.userId, target }) }, owner, 0);
    },
    async confirm(owner) {
      const sent = writing;
      if (sent === null || sent.version === 0) return;
      // The panel waits for what it is keeping; the storage promises that a late write brings nothing back in any case.
      if (random.chance(0.7)) await sent.saving;
      const { draft, version } = sent;
      const { ticketId, kind } = draft.target;
      const closing: Command | null = random.chance(0.2)
        ? { kind: 'closeTicket', id: parts.createId(), ticketId }
        : null;
      const ids = [draft.id, ...(closing === null ? [] : [closing.id])];
      for (const id of ids) model.asked(id);
      const commands = [...draftToTestCommands({ ...draft, close: false }), ...(closing ? [closing] : [])];
      const answer = await life.outbox.accept(owner, draft, commands, 'Um atendimento');
      if (!answer.ok) return parts.fail(`OK was refused: ${answer.error.code}`);
      model.accepted(draft.id, version, owner, ticketId);
      if (closing) model.accepted(closing.id, 0, owner, ticketId);
      if (kind === 'newTicket') parts.ticketsOf(owner).push(ticketId);
      release();
      parts.nudge();
    },
    async 'put off'() {
      await writing?.saving;
      release();
    },
    async resume(owner) {
      const { items, unreadable } = await life.drafts.list(owner);
      if (unreadable.length > 0) parts.fail('a draft cannot be read');
      if (items.some(({ userId }) => userId !== owner.userId))
        parts.fail('the draft of somebody else is listed');
      const free = items.filter(({ id }) => !locks.has(id));
      if (writing !== null || free.length === 0) return;
      const draft = random.pick(free);
      write(draft, owner, versionOf(draft));
    },
    async 'take back'(owner) {
      const entries = (await life.outbox.list(owner)).items.filter(
        ({ draft, state }) => draft !== null && state !== 'confirmed',
      );
      if (entries.length === 0 || writing !== null) return;
      const { id, draft, ticketId } = random.pick(entries);
      if (draft === null) return;
      model.askedBack(draft.id);
      if (draft.target.kind === 'newTicket') parts.takenBack.add(ticketId);
      for (const each of (await life.outbox.list(owner)).items)
        if (each.command.kind === 'closeTicket' && each.ticketId === ticketId) model.mayBeGone(each.id);
      const answer = await life.outbox.recall(owner, id);
      if (!answer.ok || writing !== null || locks.has(draft.id)) return;
      // Other words under the same id: what left before would be a conflict now.
      write(answer.value, owner, versionOf(answer.value));
      type();
    },
    async retry(owner) {
      await life.outbox.retry(owner);
      parts.nudge();
    },
    async close(owner) {
      const tickets = parts.ticketsOf(owner);
      if (tickets.length === 0) return;
      const command: Command = { kind: 'closeTicket', id: parts.createId(), ticketId: random.pick(tickets) };
      model.asked(command.id);
      const answer = await life.outbox.acceptAct(owner, command, { customer: rioPardoSummary, title: 'Um' });
      if (!answer.ok && answer.error.code === 'already-waiting') return;
      if (!answer.ok) return parts.fail(`an act was refused: ${answer.error.code}`);
      model.accepted(command.id, 0, owner, command.ticketId);
      parts.nudge();
    },
    type: async () => {},
  };

  function type(): void {
    if (writing === null) return;
    const now = writing;
    now.version += 1;
    now.draft = { ...now.draft, body: plainTextToRichText(`versão ${now.version}`) };
    // One write at a time, as the panel does it; what came meanwhile is in the next one.
    if (now.saving === null) void keep(now);
  }

  async function keep(now: Writing): Promise<void> {
    const { version, draft } = now;
    const saving = life.drafts.keep(now.owner, draft);
    now.saving = saving;
    const answer = await saving;
    now.saving = null;
    if (answer.ok) model.kept(draft.id, version, now.owner);
    else if (answer.error.code !== 'already-sent') parts.fail(`a text was not kept: ${answer.error.code}`);
  }

  function write(draft: Draft, owner: Owner, version: number): void {
    locks.add(draft.id);
    writing = { draft, owner, version, saving: null };
  }

  function release(): void {
    if (writing !== null) locks.delete(writing.draft.id);
    writing = null;
  }

  const panel: Panel = {
    act(act) {
      const owner = parts.currentOwner();
      // Whose text is on the screen goes with who is signed in.
      if (owner === null || isBusy || (writing !== null && writing.owner.userId !== owner.userId)) return;
      if (act === 'type') return type();
      if (act === 'begin' && writing !== null) return;
      isBusy = true;
      const mine = life;
      void acts[act](owner).then(() => {
        if (mine === life) isBusy = false;
      });
    },
    reopen() {
      panel.end();
      life = open();
    },
    end() {
      life.end();
      release();
      isBusy = false;
    },
  };
  return panel;
}

/** The version that a draft holds. */
export function versionOf({ body }: Pick<Draft, 'body'>): number {
  return Number(/\d+/.exec(richTextToPlainText(body))?.[0] ?? 0);
}
