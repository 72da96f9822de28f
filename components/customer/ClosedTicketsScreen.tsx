import { customer as words } from '../../locales/pt-BR/customer.ts';
import { panel as panelWords } from '../../locales/pt-BR/panel.ts';
import { readyValue } from '../../state/loadable.ts';
import { BackBar } from '../panel/BackBar.tsx';
import { Body } from '../panel/Body.tsx';
import { Fault } from '../panel/Fault.tsx';
import { usePanel } from '../panel/panel-context.ts';
import { useTimes } from '../panel/use-times.ts';
import { TicketRow } from '../ticket/TicketRow.tsx';
import { Button } from '../ui/Button.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';

/** All closed tickets of the customer, page by page. */
export function ClosedTicketsScreen() {
  const panel = usePanel();
  const view = panel.customer.value;
  const owner = view?.summary.value;
  const state = view?.closedTickets.value;
  const times = useTimes();
  const list = state === undefined ? null : readyValue(state);
  return (
    <>
      <BackBar title={words.closedTitle} />
      <Body label={words.closedTitle}>
        {state?.kind === 'loading' && <Skeleton rows={6} titled={false} />}
        {state?.kind === 'failed' && view != null && (
          <Fault title={panelWords.fault.tickets} problem={state.problem} onRetry={() => void view.load()} />
        )}
        {view != null && owner != null && list !== null && (
          <>
            {state?.kind === 'ready' && state.stale && <p class="cust__seen">{times.seen(state.asOf)}</p>}
            <ul class="rows rows--screen">
              {list.items.map((ticket) => (
                <TicketRow
                  key={ticket.id}
                  ticket={ticket}
                  shows="center"
                  onOpen={() => panel.openTicket(ticket.id, ticket, owner)}
                />
              ))}
            </ul>
            {list.next !== null && (
              <div class="rows__more">
                <Button
                  onClick={() => void view.loadMoreClosed()}
                  disabledReason={view.loadingMore.value ? panelWords.loading : undefined}
                >
                  {words.more}
                </Button>
              </div>
            )}
          </>
        )}
      </Body>
    </>
  );
}
