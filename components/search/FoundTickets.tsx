import { CloudOff, SearchX } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { FoundText } from '../../domain/ticket-search.ts';
import { panel as panelWords } from '../../locales/pt-BR/panel.ts';
import { ticketSearch as words } from '../../locales/pt-BR/ticket-search.ts';
import { summaryOfTicket } from '../../state/ticket-owner.ts';
import type { TicketSearch } from '../../state/ticket-search.ts';
import { Fault } from '../panel/Fault.tsx';
import { usePanel } from '../panel/panel-context.ts';
import { TicketRow } from '../ticket/TicketRow.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';

/** What a search found: how many, a row for each with the place that has the words, and the next page. */
export function FoundTickets({ search }: { search: TicketSearch }) {
  const panel = usePanel();
  const found = search.found.value;
  const busy = search.busy.value;
  const problem = search.problem.value;
  const again = () => void search.now();
  return (
    <>
      <p class="sr" role="status">
        {busy ? words.searching : found === null ? '' : words.found(found.total)}
      </p>
      {problem !== null && problem.code === 'offline' && (
        <div role="status">
          <EmptyState
            icon={CloudOff}
            tone="warning"
            title={words.offline}
            actions={
              <Button kind="primary" onClick={again}>
                {panelWords.fault.retry}
              </Button>
            }
          >
            {words.offlineText}
          </EmptyState>
        </div>
      )}
      {problem !== null && problem.code !== 'offline' && (
        <Fault title={words.fault} problem={problem} onRetry={again} />
      )}
      {problem === null && found === null && busy && <Skeleton rows={6} titled={false} />}
      {problem === null && found !== null && found.items.length === 0 && !busy && (
        <EmptyState
          icon={SearchX}
          tone="muted"
          title={words.none}
          actions={<Button onClick={() => search.clear()}>{words.clear}</Button>}
        >
          {words.noneText}
        </EmptyState>
      )}
      {found !== null && found.items.length > 0 && (
        <>
          <p class="find__count" aria-hidden="true">
            {words.found(found.total)}
          </p>
          <ul class="rows rows--long" aria-label={words.title} aria-busy={busy}>
            {found.items.map(({ ticket, found: text }) => (
              <TicketRow
                key={ticket.id}
                ticket={ticket}
                shows="customer"
                below={text === null ? undefined : <Found text={text} />}
                onOpen={() => panel.openTicket(ticket.id, ticket, summaryOfTicket(ticket))}
                onWrite={() => panel.openTicket(ticket.id, ticket, summaryOfTicket(ticket), 'composer')}
              />
            ))}
          </ul>
          {found.next !== null && (
            <div class="rows__more">
              <Button
                onClick={() => void search.more()}
                disabledReason={busy ? panelWords.loading : undefined}
              >
                {words.more(found.total - found.items.length)}
              </Button>
            </div>
          )}
        </>
      )}
    </>
  );
}

/** The place that has the words, each of them as an element of its own: what the text says stays text. */
function Found({ text: { text, marks } }: { text: FoundText }) {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const [begin, end] of marks) {
    if (begin < at || end > text.length) continue;
    parts.push(text.slice(at, begin), <mark key={begin}>{text.slice(begin, end)}</mark>);
    at = end;
  }
  return (
    <span class="trow__found">
      {parts}
      {text.slice(at)}
    </span>
  );
}
