import { Trash2, TriangleAlert } from 'lucide';
import { type OutboxEntry, wayBackOf } from '../../domain/delivery.ts';
import type { Draft } from '../../domain/draft.ts';
import type { Result } from '../../domain/result.ts';
import { pending as pendingWords } from '../../locales/pt-BR/pending.ts';
import { useCopyDocument } from '../editor/use-copy-document.ts';
import { usePanel, useToasts } from '../panel/panel-context.ts';
import { useResume } from '../panel/use-resume.ts';
import { useRestore } from './use-restore.ts';

/** What the agent can do with a command that waits or was refused. A refusal of the act itself is said. */
export interface EntryActs {
  retry(): void;
  /** Back to draft, and on the screen. */
  edit(): void;
  copy(): void;
  /** Not sent; what was written can be brought back for a day. */
  giveUp(): void;
  /** Reopens the ticket and sends the opinion behind that. */
  reopenAndSend(): void;
  /** The text opens a new ticket, linked with the closed one. */
  openLinked(): void;
}

export function useEntryActs(entry: OutboxEntry): EntryActs {
  const panel = usePanel();
  const toasts = useToasts();
  const resume = useResume();
  const copy = useCopyDocument();
  const restore = useRestore();
  const { outbox } = panel.ports;
  // It is said beside the choices.
  const atRisk = wayBackOf(entry) === 'at-risk';

  const refused = <T>(answer: Result<T>): answer is Extract<Result<T>, { ok: false }> => {
    if (!answer.ok) toasts.show({ text: answer.error.message, icon: TriangleAlert });
    return !answer.ok;
  };
  const editAs = async (recall: () => Promise<Result<Draft>>) => {
    const answer = await recall();
    if (!refused(answer)) await resume(answer.value);
  };

  return {
    retry: () => void outbox.retry(entry.id),
    edit: () => void editAs(() => outbox.recall(entry.id, atRisk)),
    openLinked: () => void editAs(() => panel.sending.recallAsFollowing(entry)),
    copy() {
      if (entry.draft !== null) void copy(entry.draft.body);
    },
    async giveUp() {
      if (entry.draft === null) {
        refused(await outbox.drop(entry.id, atRisk));
        return;
      }
      const given = await outbox.giveUp(entry.id, atRisk);
      if (refused(given)) return;
      toasts.show({
        text: pendingWords.givenUp,
        icon: Trash2,
        undo: () => void restore(given.value.id),
      });
    },
    async reopenAndSend() {
      refused(await panel.sending.reopenAndSend(entry));
    },
  };
}
