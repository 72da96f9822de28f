import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { TicketStatus } from '../../domain/ticket.ts';
import { ui } from '../../locales/pt-BR/ui.ts';
import { Icon } from './Icon.tsx';
import { StatusMark } from './StatusMark.tsx';

export interface BadgeProps {
  children: ComponentChildren;
  kind?: 'neutral' | 'plain' | 'danger' | 'warning' | 'success' | 'info' | 'accent' | undefined;
  icon?: IconNode | undefined;
  title?: string | undefined;
}

/** A short state or belonging in words, such as a responsibility center. */
export function Badge({ children, kind = 'neutral', icon, title }: BadgeProps) {
  return (
    <span class={kind === 'neutral' ? 'badge' : `badge badge--${kind}`} title={title}>
      {icon && <Icon icon={icon} size={12} />}
      {children}
    </span>
  );
}

export interface StatusBadgeProps {
  status: TicketStatus;
}

/** The status of a ticket: its mark and its name. */
export function StatusBadge({ status }: StatusBadgeProps) {
  return (
    <span class="badge">
      <StatusMark status={status} decorative />
      {ui.ticketStatus[status]}
    </span>
  );
}
