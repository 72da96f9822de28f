import { TriangleAlert } from 'lucide';
import type { EditContactPerson, EditCustomer } from '../../domain/customer-commands.ts';
import { decided } from '../../domain/customer-edits.ts';
import type { OutboxEntry } from '../../domain/delivery.ts';
import { usePanel, useToasts } from '../panel/panel-context.ts';

/** Puts what the agent decided in the place of the refused change. */
export function useDecideEdit(entry: OutboxEntry) {
  const panel = usePanel();
  const toasts = useToasts();
  return async (
    command: EditCustomer | EditContactPerson,
    current: Readonly<Record<string, unknown>>,
    choice: 'mine' | 'theirs',
  ) => {
    const answer = await panel.ports.outbox.replaceAct(entry.id, decided(command, current, choice));
    if (!answer.ok) toasts.show({ text: answer.error.message, icon: TriangleAlert });
  };
}
