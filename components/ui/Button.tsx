import { getPlacement } from '@zag-js/popper';
import type { IconNode } from 'lucide';
import type { ComponentChildren, Ref } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import { keysToShortcut } from './key-shortcut.ts';

export interface ButtonProps {
  /** The label: a verb that says the result. */
  children: ComponentChildren;
  onClick?: ((event: MouseEvent) => void) | undefined;
  /** At most one `primary` on a screen or card. */
  kind?: 'default' | 'primary' | 'danger' | 'quiet' | 'call' | undefined;
  size?: 'm' | 's' | 'xs' | undefined;
  icon?: IconNode | undefined;
  /** Key that does the same, shown on the button, e.g. `Ctrl ↵`. The screen listens for it. */
  keys?: string | undefined;
  /** Why it does nothing now. It stays reachable, keeps its label and says this on focus. */
  disabledReason?: string | undefined;
  /** Takes the room that is left in its row. */
  wide?: boolean | undefined;
  type?: 'button' | 'submit' | undefined;
  label?: string | undefined;
  class?: string | undefined;
  /** Marks that the screen finds it by, such as `data-key`. */
  data?: Readonly<Record<`data-${string}`, string>> | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
}

/** A button with words. */
export function Button(props: ButtonProps) {
  const { kind = 'default', size = 'm', keys, disabledReason, onClick } = props;
  const reasonId = useId();
  const isOff = disabledReason !== undefined;
  const classes = [
    'btn',
    kind === 'default' ? '' : `btn--${kind}`,
    size === 'm' ? '' : `btn--${size}`,
    props.wide ? 'btn--wide' : '',
    props.class ?? '',
  ];
  return (
    <button
      {...props.data}
      ref={props.ref ?? null}
      class={classes.filter(Boolean).join(' ')}
      type={props.type ?? 'button'}
      aria-label={props.label}
      aria-keyshortcuts={keys === undefined ? undefined : keysToShortcut(keys)}
      aria-disabled={isOff ? 'true' : undefined}
      aria-describedby={isOff ? reasonId : undefined}
      onClick={(event) => {
        if (isOff) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {props.icon && <Icon icon={props.icon} size={size === 'm' ? 16 : 14} />}
      {props.children}
      {keys !== undefined && !isOff && <Kbd keys={keys} />}
      {isOff && <Reason id={reasonId} text={disabledReason} />}
    </button>
  );
}

/** Why the button that holds it does nothing now; shown while that has the focus or the pointer. */
function Reason({ id, text }: { id: string; text: string }) {
  const tip = useRef<HTMLSpanElement>(null);
  useEffect(
    () =>
      getPlacement(
        () => tip.current?.parentElement ?? null,
        () => tip.current,
        {
          strategy: 'fixed',
          placement: 'top',
          gutter: 6,
          overflowPadding: 8,
        },
      ),
    [],
  );
  return (
    <span ref={tip} class="btn__why" id={id} role="tooltip">
      {text}
    </span>
  );
}
