import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';

export interface AlertProps {
  icon: IconNode;
  children: ComponentChildren;
  kind?: 'info' | 'warning' | 'danger' | undefined;
  /** Choices below the words. */
  actions?: ComponentChildren | undefined;
  /** Without the margin of a screen. */
  flush?: boolean | undefined;
  /** Said at once by screen readers, for what just went wrong. */
  announced?: boolean | undefined;
}

/** Something to know where it matters. */
export function Alert({ icon, children, kind = 'info', actions, flush, announced }: AlertProps) {
  const classes = ['alert', kind === 'info' ? '' : `alert--${kind}`, flush ? 'alert--flush' : ''];
  return (
    <div class={classes.filter(Boolean).join(' ')} role={announced ? 'alert' : undefined}>
      <Icon icon={icon} />
      <div class="grow">
        {children}
        {actions && <div class="alert__acts">{actions}</div>}
      </div>
    </div>
  );
}

export interface NeedsProps {
  /** The reason, first words bold. */
  children: ComponentChildren;
  /** The choices. */
  actions?: ComponentChildren | undefined;
  /** Inside an opinion of the timeline, under its monogram. */
  inTimeline?: boolean | undefined;
}

/** Why something needs the agent, and what can be done. */
export function Needs({ children, actions, inTimeline }: NeedsProps) {
  return (
    <div class={inTimeline ? 'needs' : 'needs needs--flush'} role="status">
      {children}
      {actions && <div class="needs__acts">{actions}</div>}
    </div>
  );
}
