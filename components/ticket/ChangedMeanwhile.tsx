import { History } from 'lucide';
import type { TicketChange } from '../../domain/seen-ticket.ts';
import { ticket as words } from '../../locales/pt-BR/ticket.ts';
import { usePanel } from '../panel/panel-context.ts';
import { Alert } from '../ui/Alert.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';

/** Beside the text, which nothing touches: what became different about its ticket since the agent began to write. */
export function ChangedMeanwhile({ changes }: { changes: readonly TicketChange[] }) {
  const list = useChangesInWords(changes);
  if (list === '') return null;
  return (
    <div class="comp__alert" role="status">
      <Alert icon={History} kind="warning" flush>
        <b>{words.meanwhile}</b> {list}
      </Alert>
    </div>
  );
}

/** OK over a ticket that is no more as it was: asked once. */
export function AskMeanwhile(props: {
  changes: readonly TicketChange[];
  onSend: () => void;
  onCancel: () => void;
}) {
  const list = useChangesInWords(props.changes);
  return (
    <ConfirmDialog
      title={words.meanwhileTitle}
      confirmLabel={words.sendAnyway}
      cancelLabel={words.lookAgain}
      kind="primary"
      onConfirm={props.onSend}
      onCancel={props.onCancel}
    >
      {list}
    </ConfirmDialog>
  );
}

function useChangesInWords(changes: readonly TicketChange[]): string {
  const { catalogue } = usePanel();
  const toWords = (change: TicketChange): string => {
    switch (change.kind) {
      case 'opinions':
        return words.newOpinions(change.count);
      case 'closed':
        return words.wasClosed;
      case 'reopened':
        return words.wasReopened;
      case 'center':
        return words.nowIn(catalogue.center(change.centerId)?.name ?? words.noCenter);
      case 'type':
        return words.nowOfType(catalogue.type(change.typeId)?.name ?? words.otherType);
      default:
        return words.nowWith(catalogue.user(change.userId)?.name ?? words.nobody);
    }
  };
  return changes.map(toWords).join(' ');
}
