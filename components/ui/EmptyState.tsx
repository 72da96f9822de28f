import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';

export interface EmptyStateProps {
  icon: IconNode;
  title: string;
  /** What to do now, in a sentence or two. */
  children?: ComponentChildren | undefined;
  tone?: 'accent' | 'muted' | 'warning' | 'danger' | undefined;
  /** Buttons, the first one primary. */
  actions?: ComponentChildren | undefined;
}

/** A place with nothing to show, and the way on. */
export function EmptyState({ icon, title, children, tone = 'accent', actions }: EmptyStateProps) {
  return (
    <div class="empty">
      <span class={tone === 'accent' ? 'empty__ic' : `empty__ic empty__ic--${tone}`}>
        <Icon icon={icon} size={20} />
      </span>
      <h3>{title}</h3>
      {children !== undefined && <p>{children}</p>}
      {actions && <div class="empty__acts">{actions}</div>}
    </div>
  );
}
