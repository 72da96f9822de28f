import { TriangleAlert, UserX } from 'lucide';
import { formatProtocol } from '../../domain/protocol.ts';
import { type Ticket, ticketStatus } from '../../domain/ticket.ts';
import { call as words } from '../../locales/pt-BR/call.ts';
import { customer as customerWords } from '../../locales/pt-BR/customer.ts';
import type { CallCard, Caller } from '../../state/call-card.ts';
import { useTimes } from '../panel/use-times.ts';
import { Alert } from '../ui/Alert.tsx';
import { Monogram } from '../ui/Monogram.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StatusMark } from '../ui/StatusMark.tsx';

/** Open tickets on a card; the rest is said with its number. */
export const TICKETS_ON_CARD = 3;

/** Who it is, what has to be known, and what is open. */
export function KnownCaller({ card, caller }: { card: CallCard; caller: Caller }) {
  const { customer, person } = caller;
  return (
    <div class="callcard__body">
      <div class="cc__cust">
        <Monogram name={customer.name} />
        <div class="grow">
          <h1 class="cut" title={customer.name}>
            {customer.name}
          </h1>
          <p class="cut">
            {person !== null && <b>{person.name}</b>}
            {person?.role != null && <span class="dot-sep">{person.role}</span>}
            <span class={person === null ? 'num' : 'dot-sep num'}>{customer.code}</span>
            <span class="dot-sep">
              <button type="button" class="link" aria-label={words.others} onClick={() => card.find()}>
                {words.change}
              </button>
            </span>
          </p>
        </div>
      </div>
      <Alerts card={card} caller={caller} />
      <OpenTickets card={card} />
      <Seen card={card} />
    </div>
  );
}

function Alerts({ card, caller }: { card: CallCard; caller: Caller }) {
  const alerts = card.record.value?.alerts ?? [];
  return (
    <>
      {!caller.customer.active && (
        <div class="cc__al">
          <Alert icon={UserX} kind="warning" flush>
            <b>{customerWords.inactive}</b>
          </Alert>
        </div>
      )}
      {alerts.map((alert) => (
        <div class="cc__al" key={alert.title}>
          <Alert icon={TriangleAlert} kind={alert.level} flush>
            <b>{alert.title}</b>
          </Alert>
        </div>
      ))}
    </>
  );
}

/** Of when this is, as on the customer's screen. */
function Seen({ card }: { card: CallCard }) {
  const times = useTimes();
  const at = card.seenAt.value;
  return at === null ? null : <p class="cc__lbl">{times.seen(at)}</p>;
}

function OpenTickets({ card }: { card: CallCard }) {
  const state = card.openTickets.value;
  if (state.kind === 'loading') return <Skeleton rows={2} />;
  if (state.kind === 'failed') return <p class="cc__lbl">{state.problem.message}</p>;
  const tickets = state.value;
  if (tickets.length === 0) return <p class="cc__lbl">{words.noOpen}</p>;
  const more = tickets.length - TICKETS_ON_CARD;
  return (
    <>
      <h2 class="cc__lbl">{words.open}</h2>
      <ul class="rows cc__rows">
        {tickets.slice(0, TICKETS_ON_CARD).map((ticket, index) => (
          <Row
            key={ticket.id}
            ticket={ticket}
            marked={index === card.marked.value}
            onMark={() => card.mark(index)}
          />
        ))}
      </ul>
      {more > 0 && <p class="cc__lbl">{words.more(more)}</p>}
    </>
  );
}

function Row({ ticket, marked, onMark }: { ticket: Ticket; marked: boolean; onMark: () => void }) {
  const times = useTimes();
  const { at } = ticket.nextContact;
  const due = at === null ? null : times.due(at);
  return (
    <li>
      <button
        type="button"
        class={marked ? 'trow is-selected' : 'trow'}
        aria-pressed={marked}
        data-ticket={ticket.id}
        onClick={onMark}
      >
        <StatusMark status={ticketStatus(ticket)} />
        <span>
          <span class="trow__1">
            <span class="trow__title cut" title={`${formatProtocol(ticket.protocol)} · ${ticket.title}`}>
              {ticket.title}
            </span>
            {due !== null && (
              <span
                class={
                  due.isLate ? 'trow__due due--late' : due.isToday ? 'trow__due due--today' : 'trow__due'
                }
              >
                {due.short}
              </span>
            )}
          </span>
        </span>
      </button>
    </li>
  );
}
