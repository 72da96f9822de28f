import { computed, type ReadonlySignal } from '@preact/signals';
import type { Owner } from '../domain/owner.ts';
import { problemOf } from '../domain/problem-texts.ts';
import { err, ok } from '../domain/result.ts';
import { problems } from '../locales/pt-BR/problems.ts';
import type { DraftKeeper, Outbox, ProtocolPool } from '../state/ports.ts';
import type { DraftList } from '../storage/draft-store.ts';
import { causeWithoutWords } from './cause-without-words.ts';
import type { ClientStorage } from './client-storage.ts';
import { queryToSignal } from './live-signals.ts';

export interface WordsParts {
  storage: ClientStorage;
  /** Whose words these are: signed in, or last signed in where the session expired. */
  owner: ReadonlySignal<Owner | null>;
  /** The server that this user wrote for on this page, also after the session was left: the last keys come a moment later. */
  ownerOf(userId: string): Owner | null;
  /** Tells the background that there is something to do. It cannot fail: the words are kept already. */
  nudge(): void;
}

const NO_DRAFTS: DraftList = { items: [], discarded: [], unreadable: [] };

/** Drafts straight in the database: nothing typed waits for another context. */
export function createDraftKeeper({ storage, owner, ownerOf }: WordsParts): DraftKeeper {
  const rows = queryToSignal(owner, (current) => storage.drafts.list(current), NO_DRAFTS);
  return {
    all: computed(() => rows.value.items),
    discarded: computed(() => rows.value.discarded),
    unreadable: computed(() => rows.value.unreadable.length),
    get: async (id) => (owner.value === null ? null : storage.drafts.get(owner.value, id)),
    async keep(draft) {
      const writer = ownerOf(draft.userId);
      return writer === null ? err(problemOf(problems, 'not-kept')) : storage.drafts.keep(writer, draft);
    },
    async discard(id) {
      if (owner.value === null) return err(problemOf(problems, 'signed-out'));
      return storage.drafts.discard(owner.value, id);
    },
    async restore(id) {
      if (owner.value === null) return err(problemOf(problems, 'signed-out'));
      const restored = await storage.drafts.restore(owner.value, id);
      return restored.ok ? ok(restored.value !== null) : restored;
    },
    async remove(id) {
      if (owner.value !== null) await storage.drafts.remove(owner.value, id);
    },
    unforeseen(cause) {
      console.error('A draft could not be kept:', causeWithoutWords(cause));
      return problemOf(problems, 'not-kept');
    },
  };
}

/** The outbox straight in the database; the background is told and sends. */
export function createOutboxPort({ storage, owner, ownerOf, nudge }: WordsParts): Outbox {
  const { outbox } = storage;
  const rows = queryToSignal(owner, (current) => outbox.list(current), { items: [], unreadable: [] });
  const elsewhere = queryToSignal(owner, ({ serverUrl }) => storage.unsent.elsewhere(serverUrl), []);
  return {
    entries: computed(() => rows.value.items),
    unreadable: computed(() => rows.value.unreadable.length),
    elsewhere,
    async accept(draft, commands, title) {
      const writer = ownerOf(draft.userId);
      if (writer === null) return err(problemOf(problems, 'signed-out'));
      const accepted = await outbox.accept(writer, draft, commands, title);
      if (accepted.ok) nudge();
      return accepted;
    },
    async acceptAct(command, about) {
      if (owner.value === null) return err(problemOf(problems, 'signed-out'));
      const accepted = await outbox.acceptAct(owner.value, command, about);
      if (accepted.ok) nudge();
      return accepted;
    },
    async retry(id) {
      if (owner.value === null) return;
      await outbox.retry(owner.value, id);
      nudge();
    },
    async recall(id, atRisk) {
      if (owner.value === null) return err(problemOf(problems, 'signed-out'));
      const recalled = await outbox.recall(owner.value, id, atRisk);
      // What stood behind it may go now.
      if (recalled.ok) nudge();
      return recalled;
    },
    async sendAfter(id, command) {
      if (owner.value === null) return err(problemOf(problems, 'signed-out'));
      const accepted = await outbox.sendAfter(owner.value, id, command);
      if (accepted.ok) nudge();
      return accepted;
    },
    async giveUp(id, atRisk) {
      if (owner.value === null) return err(problemOf(problems, 'signed-out'));
      const given = await outbox.giveUp(owner.value, id, atRisk);
      if (given.ok) nudge();
      return given;
    },
    async replaceAct(id, command) {
      if (owner.value === null) return err(problemOf(problems, 'signed-out'));
      const replaced = await outbox.replaceAct(owner.value, id, command);
      if (replaced.ok) nudge();
      return replaced;
    },
    async drop(id, atRisk) {
      if (owner.value === null) return err(problemOf(problems, 'signed-out'));
      const dropped = await outbox.drop(owner.value, id, atRisk);
      if (dropped.ok) nudge();
      return dropped;
    },
  };
}

/** Who takes numbers: device and server by their name, and the year that it is at the company. */
export interface Lessee {
  name: string;
  year: number;
}

/** Protocol numbers leased to this device; `lessee` is null while device or server is not known. */
export function createProtocolPool(
  { storage, nudge }: WordsParts,
  lessee: () => Promise<Lessee | null>,
): ProtocolPool {
  return {
    async take() {
      const by = await lessee();
      if (by === null) return null;
      const protocol = await storage.protocols.take(by.name, by.year);
      nudge();
      return protocol;
    },
    async giveBack(protocol) {
      const by = await lessee();
      if (by !== null) await storage.protocols.giveBack(by.name, protocol);
    },
  };
}
