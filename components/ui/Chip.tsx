import type { IconNode } from 'lucide';
import type { ButtonHTMLAttributes, ComponentChildren, Ref } from 'preact';
import { Icon } from './Icon.tsx';
import { Avatar } from './Monogram.tsx';

export interface ChipProps {
  children: ComponentChildren;
  onClick?: ((event: MouseEvent) => void) | undefined;
  icon?: IconNode | undefined;
  /** Name whose circle stands before the words. */
  person?: string | undefined;
  /** Down or not, for a filter. */
  pressed?: boolean | undefined;
  /** Drawn as chosen, such as while its popover is open. */
  active?: boolean | undefined;
  /** Nothing is chosen yet: a dashed outline. */
  add?: boolean | undefined;
  label?: string | undefined;
  class?: string | undefined;
  attributes?: ButtonHTMLAttributes<HTMLButtonElement> | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
}

/** A small button that shows a value. */
export function Chip(props: ChipProps) {
  const classes = ['chip', props.active ? 'is-on' : '', props.add ? 'chip--add' : '', props.class ?? ''];
  return (
    <button
      type="button"
      aria-pressed={props.pressed}
      aria-label={props.label}
      onClick={props.onClick}
      {...props.attributes}
      ref={props.ref ?? null}
      class={classes.filter(Boolean).join(' ')}
    >
      {props.person !== undefined && <Avatar name={props.person} />}
      {props.icon && <Icon icon={props.icon} size={14} />}
      {props.children}
    </button>
  );
}
