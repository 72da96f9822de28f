import { Package, UsersRound } from 'lucide';
import type { CustomerSummary } from '../../domain/customer.ts';
import { formatProtocol } from '../../domain/protocol.ts';
import { type Ticket, type TicketLink, ticketStatus } from '../../domain/ticket.ts';
import { ticket as words } from '../../locales/pt-BR/ticket.ts';
import { writerOf } from '../../state/writer.ts';
import { usePanel } from '../panel/panel-context.ts';
import { useTimes } from '../panel/use-times.ts';
import { Badge, StatusBadge } from '../ui/Badge.tsx';
import { Avatar } from '../ui/Monogram.tsx';

/** What the ticket is: title, status, center, type, next contact, who opened it, time spent. */
export function TicketHead({ ticket, customer }: { ticket: Ticket; customer: CustomerSummary }) {
  const panel = usePanel();
  const times = useTimes();
  const type = panel.catalogue.type(ticket.typeId);
  const center = panel.catalogue.center(ticket.centerId);
  const { at } = ticket.nextContact;
  const due = at === null || ticket.closedAt !== null ? null : times.due(at);
  return (
    <>
      <div class="tk tk--stays">
        <h2 class="tk__title" title={ticket.title}>
          {ticket.title}
        </h2>
        <div class="tk__meta">
          <StatusBadge status={ticketStatus(ticket)} />
          {due?.isLate && <Badge kind="danger">{capitalized(due.words)}</Badge>}
          {center !== null && (
            <Badge kind="plain" icon={UsersRound}>
              {center.name}
            </Badge>
          )}
          {type !== null && (
            <Badge kind="plain">
              <span class="code-n num">{type.number}</span>
              {type.name}
            </Badge>
          )}
          {ticket.product !== null && (
            <Badge kind="plain" icon={Package}>
              {ticket.product.name}
              {ticket.product.version !== null && <span class="code-n num">{ticket.product.version}</span>}
            </Badge>
          )}
          {ticket.waitingFor !== null && ticket.closedAt === null && (
            <Badge kind="info">{words.waitingFor[ticket.waitingFor]}</Badge>
          )}
        </div>
      </div>
      <dl class="kv tk__kv">
        {ticket.closedAt === null && (
          <>
            <dt>{words.nextContact}</dt>
            <dd>
              <Person id={ticket.nextContact.userId} nobody={words.nobody} />
              {at !== null && <span class="muted num">{times.moment(at)}</span>}
            </dd>
          </>
        )}
        <Followers ticket={ticket} />
        <dt>{words.openedBy}</dt>
        <dd>
          <Person id={ticket.openedByUserId} nobody={words.nobody} />
          <span class="muted num">{times.moment(ticket.openedAt)}</span>
        </dd>
        <Links ticket={ticket} customer={customer} />
        <dt>{words.time}</dt>
        <dd class="num">
          {times.duration(ticket.secondsSpent)}
          <span class="muted">{words.opinions(ticket.opinionCount)}</span>
        </dd>
      </dl>
    </>
  );
}

/** Contato interno and Spy System: both end with the closing. */
function Followers({ ticket }: { ticket: Ticket }) {
  const times = useTimes();
  const { internalContact, watcherIds = [], closedAt } = ticket;
  if (closedAt !== null) return null;
  return (
    <>
      {internalContact !== null && (
        <>
          <dt>{words.internalContact}</dt>
          <dd>
            <Person id={internalContact.userId} nobody={words.nobody} />
            <span class="muted num">{times.moment(internalContact.at)}</span>
          </dd>
        </>
      )}
      {watcherIds.length > 0 && (
        <>
          <dt>{words.watchers}</dt>
          <dd class="tk__people">
            {watcherIds.map((id) => (
              <span key={id} class="tk__person">
                <Person id={id} nobody={words.nobody} />
              </span>
            ))}
          </dd>
        </>
      )}
    </>
  );
}

/** The closed ticket that this one goes on from, and those that go on from this one. */
function Links({ ticket, customer }: { ticket: Ticket; customer: CustomerSummary }) {
  const panel = usePanel();
  const { follows, followedBy } = ticket.links ?? { follows: null, followedBy: [] };
  const link = ({ id, protocol }: TicketLink) => (
    <button type="button" key={id} class="link num" onClick={() => panel.openTicket(id, null, customer)}>
      {formatProtocol(protocol)}
    </button>
  );
  return (
    <>
      {follows !== null && (
        <>
          <dt>{words.follows}</dt>
          <dd>{link(follows)}</dd>
        </>
      )}
      {followedBy.length > 0 && (
        <>
          <dt>{words.followedBy}</dt>
          <dd class="tk__links">{followedBy.map(link)}</dd>
        </>
      )}
    </>
  );
}

function Person({ id, nobody }: { id: string | null; nobody: string }) {
  const panel = usePanel();
  const me = writerOf(panel.ports.session.state.value).user;
  if (id === null) return <span>{nobody}</span>;
  const name = panel.catalogue.user(id)?.name ?? (id === me.id ? me.name : words.someone);
  return (
    <>
      <Avatar name={name} />
      <span class="cut">{id === me.id ? words.you : name}</span>
    </>
  );
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
