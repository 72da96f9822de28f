import type { IconNode } from 'lucide';
import { Icon } from './Icon.tsx';
import { colourOf, initialsOf } from './monogram-of.ts';

export interface MonogramProps {
  /** Whose letters and colour; the name itself stands beside it in words. */
  name: string;
}

/** The square of a customer. */
export function Monogram({ name }: MonogramProps) {
  return (
    <span class="mono" data-p={colourOf(name)} aria-hidden="true">
      {initialsOf(name, 'company')}
    </span>
  );
}

/** The square where no customer is: a drawing, or nothing while it loads. */
export function EmptyMonogram({ icon }: { icon?: IconNode | undefined }) {
  return (
    <span class="mono mono--none" aria-hidden="true">
      {icon && <Icon icon={icon} />}
    </span>
  );
}

export interface AvatarProps {
  name: string;
  size?: 20 | 24 | 28 | undefined;
  /** Says the name, where it does not stand beside. */
  labelled?: boolean | undefined;
}

/** The circle of a person. */
export function Avatar({ name, size = 20, labelled = false }: AvatarProps) {
  const classes = size === 20 ? 'avatar' : `avatar avatar--${size}`;
  const initials = initialsOf(name, 'person');
  return labelled ? (
    <span class={classes} data-p={colourOf(name)} role="img" aria-label={name} title={name}>
      {initials}
    </span>
  ) : (
    <span class={classes} data-p={colourOf(name)} aria-hidden="true">
      {initials}
    </span>
  );
}
