import { CircleCheck, RotateCcw } from 'lucide';
import type { TicketEvent } from '../../domain/ticket.ts';
import { ticket as words } from '../../locales/pt-BR/ticket.ts';
import { usePanel } from '../panel/panel-context.ts';
import { useTimes } from '../panel/use-times.ts';
import { Icon } from '../ui/Icon.tsx';

/** The ticket was closed or reopened. */
export function EventItem({ event }: { event: TicketEvent }) {
  const panel = usePanel();
  const times = useTimes();
  const name = panel.catalogue.user(event.userId)?.name ?? words.someone;
  return (
    <li class="op op--event" data-event={event.kind}>
      <span class="op__ic">
        <Icon icon={event.kind === 'closed' ? CircleCheck : RotateCcw} size={14} />
      </span>
      <div>
        <b>{name}</b> {event.kind === 'closed' ? words.closed : words.reopened}
        <span class="dot-sep num">{times.moment(event.at)}</span>
      </div>
    </li>
  );
}
