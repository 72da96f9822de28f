import { Pencil } from 'lucide';
import type { DeliveryState, OutboxEntry } from '../../domain/delivery.ts';
import type { Draft } from '../../domain/draft.ts';
import { firstLine } from '../../domain/rich-text/plain-text.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { customer as words } from '../../locales/pt-BR/customer.ts';
import { panel as panelWords } from '../../locales/pt-BR/panel.ts';
import type { CustomerView } from '../../state/customer-view.ts';
import { type Loadable, readyValue } from '../../state/loadable.ts';
import { ticketFromCommand } from '../../state/local-ticket.ts';
import { Fault } from '../panel/Fault.tsx';
import { usePanel } from '../panel/panel-context.ts';
import { useResume } from '../panel/use-resume.ts';
import { useTimes } from '../panel/use-times.ts';
import { useEntryState } from '../pending/entry-state.ts';
import { TicketRow } from '../ticket/TicketRow.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';

/** How many closed tickets stand on the customer's screen. */
const CLOSED_SHOWN = 3;

/** What is open: drafts to resume, what was opened here and is on its way, and what the server has. */
export function OpenSection({ view }: { view: CustomerView }) {
  const state = view.openTickets.value;
  const list = readyValue(state);
  const unsent = view.unsent.value;
  const drafts = view.drafts.value;
  if (state.kind === 'loading' && unsent.length === 0 && drafts.length === 0) return <Skeleton rows={3} />;
  const count = (list?.total ?? 0) + unsent.length;
  return (
    <section class="sec">
      <header class="sec__head">
        <h2>{words.open}</h2>
        {(list !== null || count > 0) && <span class="n">{count}</span>}
        <Staleness state={state} />
      </header>
      <ul class="rows">
        {drafts.map((draft) => (
          <DraftRow key={draft.id} draft={draft} />
        ))}
        {unsent.map((entry) => {
          const ticket = ticketFromCommand(entry);
          return ticket === null ? null : <UnsentRow key={ticket.id} ticket={ticket} entry={entry} />;
        })}
        {list?.items.map((ticket) => (
          <OpenRow key={ticket.id} ticket={ticket} />
        ))}
      </ul>
      {state.kind === 'failed' && (
        <Fault title={panelWords.fault.tickets} problem={state.problem} onRetry={() => void view.load()} />
      )}
      {list !== null && count === 0 && drafts.length === 0 && <p class="sec__none">{words.noOpen}</p>}
    </section>
  );
}

/** Of when a list is that the server could not be asked for. */
function Staleness({ state }: { state: Loadable<unknown> }) {
  const times = useTimes();
  return state.kind === 'ready' && state.stale ? <span class="asof">{times.seen(state.asOf)}</span> : null;
}

function UnsentRow({ ticket, entry }: { ticket: Ticket; entry: OutboxEntry }) {
  return <OpenRow ticket={ticket} delivery={useEntryState(entry).delivery} />;
}

function OpenRow({ ticket, delivery }: { ticket: Ticket; delivery?: DeliveryState | undefined }) {
  const panel = usePanel();
  const owner = panel.customer.value?.summary.value;
  return (
    <TicketRow
      ticket={ticket}
      shows="center"
      delivery={delivery}
      onOpen={() => {
        if (owner != null) panel.openTicket(ticket.id, ticket, owner);
      }}
      onWrite={() => {
        if (owner != null) panel.openTicket(ticket.id, ticket, owner, 'composer');
      }}
    />
  );
}

function DraftRow({ draft }: { draft: Draft }) {
  const resume = useResume();
  const times = useTimes();
  const panel = usePanel();
  const line = firstLine(draft.body) || words.draftUntitled;
  const type = panel.catalogue.type(draft.typeId);
  const title = draft.target.kind === 'ticket' ? draft.target.title : (type?.name ?? words.draftNew);
  return (
    <li>
      <button
        type="button"
        class="trow trow--draft"
        data-row=""
        data-key={draft.id}
        onClick={() => void resume(draft)}
      >
        <Icon icon={Pencil} size={14} />
        <span>
          <span class="trow__1">
            <span class="trow__title cut">{words.draft(title)}</span>
            <span class="trow__due">{times.age(draft.updatedAt)}</span>
          </span>
          <span class="trow__2">
            <span class="cut">{line}</span>
            <span class="trow__end">
              <span class="link">{words.resume}</span>
            </span>
          </span>
        </span>
      </button>
    </li>
  );
}

/** The last closed tickets with their resolution. */
export function ClosedSection({ view }: { view: CustomerView }) {
  const panel = usePanel();
  const list = readyValue(view.closedTickets.value);
  if (list === null || list.total === 0) return null;
  return (
    <section class="sec cust__closed">
      <header class="sec__head">
        <h2>{words.closed}</h2>
        <span class="n">{list.total}</span>
        <Staleness state={view.closedTickets.value} />
        <span class="more" />
        {list.total > CLOSED_SHOWN && (
          <Button
            kind="quiet"
            size="xs"
            onClick={() => panel.showClosedTickets()}
            data={{ 'data-key': 'closed-tickets' }}
          >
            {words.seeAll}
          </Button>
        )}
      </header>
      <ul class="rows">
        {list.items.slice(0, CLOSED_SHOWN).map((ticket) => (
          <OpenRow key={ticket.id} ticket={ticket} />
        ))}
      </ul>
    </section>
  );
}
