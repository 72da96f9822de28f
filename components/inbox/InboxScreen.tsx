import { Check } from 'lucide';
import { useMemo, useState } from 'preact/hooks';
import {
  createInboxClock,
  INBOX_GROUPS,
  type InboxGroup,
  type InboxPlace,
  inboxPlace,
} from '../../domain/inbox.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { inbox as words } from '../../locales/pt-BR/inbox.ts';
import { panel as panelWords } from '../../locales/pt-BR/panel.ts';
import { toInboxView } from '../../state/inbox-view.ts';
import { readyValue } from '../../state/loadable.ts';
import { summaryOfTicket } from '../../state/ticket-owner.ts';
import { writerOf } from '../../state/writer.ts';
import { Body } from '../panel/Body.tsx';
import { Fault } from '../panel/Fault.tsx';
import { usePanel } from '../panel/panel-context.ts';
import { useTimes } from '../panel/use-times.ts';
import { TicketRow } from '../ticket/TicketRow.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { KeyHints } from '../ui/KeyHints.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';

/** Minha fila: what is late, what is due, what nobody has. */
export function InboxScreen() {
  const panel = usePanel();
  const state = panel.inbox.state.value;
  const list = readyValue(state);
  return (
    <>
      <Body tab="inbox" label={panelWords.tabs.inbox}>
        {state.kind === 'loading' && <Skeleton rows={8} titled={false} />}
        {state.kind === 'failed' && (
          <Fault
            title={panelWords.fault.inbox}
            problem={state.problem}
            onRetry={() => void panel.inbox.load()}
          />
        )}
        {list !== null && <Queue tickets={list.items} />}
      </Body>
      <Hints />
    </>
  );
}

function Queue({ tickets }: { tickets: Ticket[] }) {
  const panel = usePanel();
  const times = useTimes();
  const [query, setQuery] = useState('');
  const { user, company } = writerOf(panel.ports.session.state.value);
  const state = panel.inbox.state.value;
  const groups = useMemo(
    () => toInboxView(tickets, { query, user, company, now: times.now }),
    [tickets, query, user, company, times.now],
  );
  const shown = INBOX_GROUPS.reduce((sum, group) => sum + groups[group].length, 0);

  if (tickets.length === 0) {
    return (
      <>
        {state.kind === 'ready' && state.stale && <p class="cust__seen">{times.seen(state.asOf)}</p>}
        <EmptyState icon={Check} title={words.emptyTitle}>
          {words.emptyText}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <div class="search">
        <SearchField
          value={query}
          onInput={setQuery}
          label={words.search}
          placeholder={words.placeholder}
          keys="/"
        />
      </div>
      {state.kind === 'ready' && state.stale && <p class="cust__seen">{times.seen(state.asOf)}</p>}
      {shown === 0 && <p class="find__note">{words.nothing(query)}</p>}
      {INBOX_GROUPS.map((group) => (
        <Group key={group} group={group} tickets={groups[group]} />
      ))}
    </>
  );
}

function Group({ group, tickets }: { group: InboxGroup; tickets: Ticket[] }) {
  const panel = usePanel();
  const times = useTimes();
  const { user, company } = writerOf(panel.ports.session.state.value);
  const clock = useMemo(() => createInboxClock(times.now, company), [times.now, company]);
  const placeOf = (ticket: Ticket) => inboxPlace(ticket, user, clock);
  if (tickets.length === 0) return null;
  return (
    <section aria-labelledby={`inbox-${group}`}>
      <div class={group === 'overdue' ? 'grp grp--late' : 'grp'}>
        <h2 class="grp__t" id={`inbox-${group}`}>
          {words.groups[group]}
        </h2>
        <span class="num">{tickets.length}</span>
        <span class="grow" />
        {group === 'today' && <span class="num">{times.weekday(times.now.toISOString())}</span>}
      </div>
      <ul class="rows rows--long">
        {tickets.map((ticket) => (
          <TicketRow
            key={ticket.id}
            ticket={ticket}
            shows="customer"
            when={whenOf(ticket, placeOf(ticket), times)}
            mark={placeOf(ticket)?.isInternal ? words.internal : undefined}
            late={group === 'overdue'}
            onOpen={() => panel.openTicket(ticket.id, ticket, summaryOfTicket(ticket))}
            onWrite={() => panel.openTicket(ticket.id, ticket, summaryOfTicket(ticket), 'composer')}
          />
        ))}
      </ul>
    </section>
  );
}

/** In a group its own title says half of it: `2 d`, `16:00`, `seg 20/07`; without a next contact how old it is. */
function whenOf(ticket: Ticket, place: InboxPlace | null, times: ReturnType<typeof useTimes>): string {
  if (place === null || place.group === 'unassigned' || place.at === null) return times.age(ticket.openedAt);
  const { at } = place;
  return times.due(at).short;
}

function Hints() {
  return (
    <KeyHints
      hints={[
        { keys: ['↑', '↓'], words: words.move },
        { keys: ['↵'], words: words.open },
        { keys: ['P'], words: words.opinion },
      ]}
    />
  );
}
