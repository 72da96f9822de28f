import { CircleCheck, Plus, RotateCcw } from 'lucide';
import type { Ticket } from '../../domain/ticket.ts';
import { ticket as words } from '../../locales/pt-BR/ticket.ts';
import type { TicketScreen } from '../../state/ticket-screen.ts';
import { usePanel } from '../panel/panel-context.ts';
import { useTimes } from '../panel/use-times.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { useTicketActs } from './use-ticket-acts.ts';

/** A closed ticket takes no opinion: who closed it, and the way on. */
export function ClosedNotice({ ticket, screen }: { ticket: Ticket; screen: TicketScreen }) {
  const panel = usePanel();
  const times = useTimes();
  const [reopen] = useTicketActs(screen);
  const closer = panel.catalogue.user(ticket.closedByUserId)?.name ?? words.someone;
  const canReopen = reopen !== undefined && reopen.disabledReason === undefined;
  const isWriting = screen.composer.value?.writing.hasText.value ?? false;
  return (
    <footer class="dockbot tk__closed">
      <Alert icon={CircleCheck} flush>
        <b>{isWriting ? words.closedWhileWriting : words.isClosed}</b>{' '}
        {ticket.closedAt !== null && words.closedByAt(closer, times.moment(ticket.closedAt))}{' '}
        {canReopen ? words.reopenText : words.newInstead}
        <div class="alert__acts">
          {canReopen && (
            <Button
              size="xs"
              kind="primary"
              icon={RotateCcw}
              onClick={() => reopen.onSelect()}
              data={{ 'data-guard': '' }}
            >
              {words.reopen}
            </Button>
          )}
          <Button
            size="xs"
            kind={canReopen ? 'default' : 'primary'}
            icon={Plus}
            onClick={() =>
              void panel.newTicket(screen.customer, { id: ticket.id, protocol: ticket.protocol })
            }
          >
            {words.newTicket}
          </Button>
        </div>
      </Alert>
    </footer>
  );
}
