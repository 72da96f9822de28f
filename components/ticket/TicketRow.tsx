import type { ComponentChildren } from 'preact';
import type { DeliveryState } from '../../domain/delivery.ts';
import { formatProtocol } from '../../domain/protocol.ts';
import { type Ticket, ticketStatus } from '../../domain/ticket.ts';
import { customer as words } from '../../locales/pt-BR/customer.ts';
import { usePanel } from '../panel/panel-context.ts';
import { useTimes } from '../panel/use-times.ts';
import { Badge } from '../ui/Badge.tsx';
import { Delivery } from '../ui/Delivery.tsx';
import { Avatar } from '../ui/Monogram.tsx';
import { StatusMark } from '../ui/StatusMark.tsx';

export interface TicketRowProps {
  ticket: Ticket;
  onOpen: () => void;
  /** In a queue the customer matters, on the customer's screen the center and whose it is. */
  shows: 'customer' | 'center';
  /** Of the command that opens it, while the server has not confirmed it. */
  delivery?: DeliveryState | undefined;
  /** Shown instead of the due time. */
  when?: string | undefined;
  late?: boolean | undefined;
  /** Why it is in this list, where that is not plain. */
  mark?: string | undefined;
  /** A third line, such as the place that a search found. */
  below?: ComponentChildren | undefined;
  /** P: straight to the text. */
  onWrite?: (() => void) | undefined;
}

/** Mark, title, due; below it where the ticket stands and whose it is. */
export function TicketRow(props: TicketRowProps) {
  const { ticket, onOpen, shows, delivery, when, late, mark, onWrite, below } = props;
  return (
    <li>
      <button
        type="button"
        class={ticket.closedAt === null ? 'trow' : 'trow trow--done'}
        data-row=""
        data-key={ticket.id}
        data-ticket={ticket.id}
        onClick={onOpen}
        onKeyDown={(event) => {
          if (onWrite === undefined || event.key.toLowerCase() !== 'p' || event.ctrlKey || event.altKey)
            return;
          event.preventDefault();
          onWrite();
        }}
      >
        <StatusMark status={ticketStatus(ticket)} />
        <span>
          <span class="trow__1">
            <span class="trow__title cut" title={ticket.title}>
              {ticket.title}
            </span>
            {when === undefined ? (
              <Due ticket={ticket} />
            ) : (
              <span class={late ? 'trow__due due--late' : 'trow__due'}>{when}</span>
            )}
          </span>
          <span class="trow__2">
            {shows === 'customer' ? (
              <CustomerLine ticket={ticket} mark={mark} />
            ) : (
              <CenterLine ticket={ticket} />
            )}
            {delivery !== undefined && (
              <span class="trow__end">
                <Delivery state={delivery} />
              </span>
            )}
          </span>
          {below}
        </span>
      </button>
    </li>
  );
}

function Due({ ticket }: { ticket: Ticket }) {
  const times = useTimes();
  if (ticket.closedAt !== null) return <span class="trow__due">{times.date(ticket.closedAt)}</span>;
  const { at } = ticket.nextContact;
  if (at === null) return null;
  const due = times.due(at);
  const classes = ['trow__due', due.isLate ? 'due--late' : '', due.isToday ? 'due--today' : ''];
  return (
    <span class={classes.filter(Boolean).join(' ')}>{due.isLate || due.isToday ? due.words : due.short}</span>
  );
}

function CustomerLine({ ticket, mark }: { ticket: Ticket; mark?: string | undefined }) {
  return (
    <>
      <span class="trow__sub">
        <span class="cut">{ticket.customer.name}</span>
        {mark !== undefined && <Badge kind="info">{mark}</Badge>}
      </span>
      <span class="trow__end">
        <span class="num">{formatProtocol(ticket.protocol)}</span>
      </span>
    </>
  );
}

function CenterLine({ ticket }: { ticket: Ticket }) {
  const panel = usePanel();
  const times = useTimes();
  if (ticket.closedAt !== null) {
    return (
      <>
        <span class="trow__sub">
          <span class="cut">{ticket.lastOpinionExcerpt}</span>
        </span>
        <span class="trow__end">{times.duration(ticket.secondsSpent)}</span>
      </>
    );
  }
  const center = panel.catalogue.center(ticket.centerId);
  const user = panel.catalogue.user(ticket.nextContact.userId);
  return (
    <>
      <span class="trow__sub">
        <span class="num">{ticket.protocol === '' ? words.noProtocol : formatProtocol(ticket.protocol)}</span>
        {center !== null && <span class="dot-sep cut">{center.name}</span>}
      </span>
      {user !== null && (
        <span class="trow__end" title={words.whose(user.name)}>
          <span class="sr">{words.whose(user.name)}</span>
          <Avatar name={user.name} />
        </span>
      )}
    </>
  );
}
