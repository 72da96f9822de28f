import type { Draft } from '../../domain/draft.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { OpenWriting } from '../../state/open-writing.ts';
import { usePanel } from '../panel/panel-context.ts';
import { focusField } from './focus-field.ts';
import type { WritingActs } from './use-writing-keys.ts';

export interface AfterWriting {
  /** The outbox took it: says so and shows what comes next. */
  onSent(draft: Draft): void | Promise<void>;
  /** It was put off and is kept. */
  onPutOff(): void;
}

/** OK and "A concluir" of what is being written. A refusal takes the cursor to its field; the text stays. */
export function useWritingActs(open: OpenWriting, ticket: Ticket | null, after: AfterWriting): WritingActs {
  const panel = usePanel();
  return {
    async ok(answered) {
      const answer = await panel.sending.send(open, ticket, answered);
      if (answer === null) return;
      if (answer.ok) await after.onSent(answer.value);
      else if (answer.error.field !== undefined) focusField(answer.error.field);
    },
    async finishLater() {
      if (await panel.finishLater(open)) after.onPutOff();
    },
  };
}
