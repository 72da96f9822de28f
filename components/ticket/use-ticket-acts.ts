import { CircleCheck, PhoneForwarded, RotateCcw, TriangleAlert } from 'lucide';
import { call as callWords } from '../../locales/pt-BR/call.ts';
import { ticket as words } from '../../locales/pt-BR/ticket.ts';
import { timelineToNextSubject } from '../../state/call-start.ts';
import type { TicketScreen } from '../../state/ticket-screen.ts';
import { usePanel, useToasts } from '../panel/panel-context.ts';
import type { MenuItem } from '../ui/Menu.tsx';

/** Acts of the ticket's menu: close without an opinion, reopen; an act that is not possible says why. */
export function useTicketActs(screen: TicketScreen): MenuItem[] {
  const panel = usePanel();
  const toasts = useToasts();
  const ticket = screen.view.ticket.value;
  if (ticket === null) return [];
  const isOpen = ticket.closedAt === null;
  const isWaiting = panel.sending.isChangeWaiting(ticket.id);
  const problem = isOpen ? panel.sending.closingProblem(ticket) : panel.sending.reopeningProblem(ticket);
  const act = async () => {
    const answer = isOpen
      ? await panel.sending.close(ticket, screen.customer)
      : await panel.sending.reopen(ticket, screen.customer);
    toasts.show(
      answer.ok
        ? { text: isOpen ? words.closeQueued : words.reopenQueued }
        : { text: answer.error.message, icon: TriangleAlert },
    );
  };
  const start = timelineToNextSubject(screen.view.timeline.value, panel.clock.now.value);
  const another: MenuItem[] =
    start === null
      ? []
      : [
          {
            id: 'another-subject',
            label: callWords.anotherSubject,
            icon: PhoneForwarded,
            onSelect: () => void panel.startFromCall(screen.customer, null, start),
          },
        ];
  return [
    ...another,
    {
      id: isOpen ? 'close' : 'reopen',
      label: isOpen ? words.closeAlone : words.reopen,
      icon: isOpen ? CircleCheck : RotateCcw,
      disabledReason: isWaiting ? words.changeWaiting : problem?.message,
      guarded: true,
      onSelect: () => void act(),
    },
  ];
}
