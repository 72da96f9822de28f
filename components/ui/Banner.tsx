import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

export interface BannerProps {
  icon: IconNode;
  /** One sentence. */
  children: ComponentChildren;
  kind?: 'warning' | 'info' | 'danger' | undefined;
  /** The one act. */
  action?: { label: string; run: () => void; primary?: boolean | undefined } | undefined;
}

/** A standing condition, under the header. It never steals the focus and never blocks. */
export function Banner({ icon, children, kind = 'warning', action }: BannerProps) {
  return (
    <div class={kind === 'warning' ? 'banner' : `banner banner--${kind}`} role="status">
      <Icon icon={icon} />
      <span class="banner__t">{children}</span>
      {action && (
        <Button size="xs" kind={action.primary ? 'primary' : 'default'} onClick={action.run}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
