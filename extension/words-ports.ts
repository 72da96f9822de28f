import { computed, type ReadonlySignal } from '@preact/signals';
import { problemOf } from '../domain/problem-texts.ts';
import { err } from '../domain/result.ts';
import { problems } from '../locales/pt-BR/problems.ts';
import type { DraftKeeper, Outbox, ProtocolPool } from '../state/ports.ts';
import { causeWithoutWords } from './cause-without-words.ts';
import type { ClientStorage } from './client-storage.ts';
import { queryToSignal } from './live-signals.ts';

export interface WordsParts {
  storage: ClientStorage;
  /** Whose words these are: signed in, or last signed in where the session expired. */
  userId: ReadonlySignal<string | null>;
  /** Tells the background that there is something to do. It cannot fail: the words are kept already. */
  nudge(): void;
}

/** Drafts straight in the database: nothing typed waits for another context. */
export function createDraftKeeper({ storage, userId }: WordsParts): DraftKeeper {
  const rows = queryToSignal(userId, (id) => storage.drafts.list(id), { items: [], unreadable: [] });
  return {
    all: computed(() => rows.value.items),
    unreadable: computed(() => rows.value.unreadable.length),
    get: async (id) => (userId.value === null ? null : storage.drafts.get(userId.value, id)),
    keep: (draft) => storage.drafts.keep(draft),
    async discard(id) {
      if (userId.value !== null) await storage.drafts.discard(userId.value, id);
    },
    unforeseen(cause) {
      console.error('A draft could not be kept:', causeWithoutWords(cause));
      return problemOf(problems, 'not-kept');
    },
  };
}

/** The outbox straight in the database; the background is told and sends. */
export function createOutboxPort({ storage, userId, nudge }: WordsParts): Outbox {
  const { outbox } = storage;
  const rows = queryToSignal(userId, (id) => outbox.list(id), { items: [], unreadable: [] });
  return {
    entries: computed(() => rows.value.items),
    unreadable: computed(() => rows.value.unreadable.length),
    async accept(draft, commands, title) {
      const accepted = await outbox.accept(draft, commands, title);
      if (accepted.ok) nudge();
      return accepted;
    },
    async acceptAct(command, about) {
      if (userId.value === null) return err(problemOf(problems, 'signed-out'));
      const accepted = await outbox.acceptAct(userId.value, command, about);
      if (accepted.ok) nudge();
      return accepted;
    },
    async retry(id) {
      if (userId.value === null) return;
      await outbox.retry(userId.value, id);
      nudge();
    },
    async recall(id) {
      if (userId.value === null) return err(problemOf(problems, 'signed-out'));
      return outbox.recall(userId.value, id);
    },
    async drop(id) {
      if (userId.value === null) return;
      await outbox.drop(userId.value, id);
      nudge();
    },
  };
}

/** Protocol numbers leased to this device. `owner` names device and server; null while either is not known. */
export function createProtocolPool(
  { storage, nudge }: WordsParts,
  owner: () => Promise<string | null>,
): ProtocolPool {
  return {
    async take() {
      const name = await owner();
      if (name === null) return null;
      const protocol = await storage.protocols.take(name);
      nudge();
      return protocol;
    },
    async giveBack(protocol) {
      const name = await owner();
      if (name !== null) await storage.protocols.giveBack(name, protocol);
    },
  };
}
