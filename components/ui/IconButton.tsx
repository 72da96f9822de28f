import type { IconNode } from 'lucide';
import type { ButtonHTMLAttributes, Ref } from 'preact';
import { Icon } from './Icon.tsx';
import { keysToShortcut } from './key-shortcut.ts';

export interface IconButtonProps {
  icon: IconNode;
  /** What it does, in words: the name for screen readers and the tooltip. */
  label: string;
  onClick?: ((event: MouseEvent) => void) | undefined;
  /** Key that does the same; said in the tooltip. */
  keys?: string | undefined;
  size?: 'm' | 'xs' | undefined;
  iconSize?: 12 | 14 | 16 | 20 | undefined;
  /** For a button that stays down. */
  pressed?: boolean | undefined;
  /** Drawn as a box of the height of a field. */
  boxed?: boolean | undefined;
  /** More attributes, such as those of a menu's trigger. */
  attributes?: ButtonHTMLAttributes<HTMLButtonElement> | undefined;
  class?: string | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
}

/** A button that is a drawing. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, onClick, keys, size = 'm', pressed } = props;
  const classes = ['ib', size === 'xs' ? 'ib--xs' : '', props.boxed ? 'ib--box' : '', props.class ?? ''];
  return (
    <button
      type="button"
      aria-label={label}
      title={keys === undefined ? label : `${label} (${keys.replaceAll(' ', '+')})`}
      aria-keyshortcuts={keys === undefined ? undefined : keysToShortcut(keys)}
      aria-pressed={pressed}
      onClick={onClick}
      {...props.attributes}
      ref={props.ref ?? null}
      class={classes.filter(Boolean).join(' ')}
    >
      <Icon icon={icon} size={props.iconSize ?? 16} />
    </button>
  );
}
