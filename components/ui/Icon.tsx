import type { IconNode } from 'lucide';
import { h } from 'preact';

export interface IconProps {
  /** A Lucide drawing, imported by name (`import { Phone } from 'lucide'`), so that only those used are bundled. */
  icon: IconNode;
  size?: 12 | 14 | 16 | 20 | undefined;
  /** Says what the drawing means; without it the drawing is decoration. */
  label?: string | undefined;
  class?: string | undefined;
}

/** A Lucide drawing in the current colour. */
export function Icon({ icon, size = 16, label, class: className }: IconProps) {
  const classes = ['i', size === 16 ? '' : `i--${size}`, className ?? ''].filter(Boolean).join(' ');
  const shapes = icon.map(([tag, attributes], index) => h(tag, { ...attributes, key: index }));
  if (label === undefined) {
    return (
      <svg class={classes} viewBox="0 0 24 24" aria-hidden="true">
        {shapes}
      </svg>
    );
  }
  return (
    <svg class={classes} viewBox="0 0 24 24" role="img" aria-label={label}>
      {shapes}
    </svg>
  );
}
