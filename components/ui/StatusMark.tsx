import type { TicketStatus } from '../../domain/ticket.ts';
import { ui } from '../../locales/pt-BR/ui.ts';

export interface StatusMarkProps {
  status: TicketStatus;
  /** The word stands beside it: nothing more is said to screen readers. */
  decorative?: boolean | undefined;
}

const CLASSES: Readonly<Record<TicketStatus, string>> = {
  new: 'st st--open',
  'in-progress': 'st st--progress',
  waiting: 'st st--waiting',
  closed: 'st st--closed',
};

/** The drawn status of a ticket: ring, half, dashed with pause, check. Shapes differ, so colour never speaks alone. */
export function StatusMark({ status, decorative = false }: StatusMarkProps) {
  const drawing = <Drawing status={status} />;
  return decorative ? (
    <svg class={CLASSES[status]} viewBox="0 0 14 14" aria-hidden="true">
      {drawing}
    </svg>
  ) : (
    <svg class={CLASSES[status]} viewBox="0 0 14 14" role="img" aria-label={ui.ticketStatus[status]}>
      {drawing}
    </svg>
  );
}

function Drawing({ status }: { status: TicketStatus }) {
  if (status === 'closed') {
    return (
      <>
        <circle cx="7" cy="7" r="6.7" fill="currentColor" />
        <path
          d="M4.3 7.2l1.9 1.9 3.5-3.9"
          fill="none"
          stroke="var(--surface)"
          stroke-width="1.6"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      </>
    );
  }
  return (
    <>
      <circle
        cx="7"
        cy="7"
        r="5.9"
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        {...(status === 'waiting' ? { 'stroke-dasharray': '2.2 1.5' } : {})}
      />
      {status === 'in-progress' && <path d="M7 3.4a3.6 3.6 0 0 1 0 7.2z" fill="currentColor" />}
      {status === 'waiting' && (
        <path d="M5.6 5v4M8.4 5v4" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" />
      )}
    </>
  );
}
