import * as popover from '@zag-js/popover';
import { normalizeProps, useMachine } from '@zag-js/preact';
import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface PopoverProps {
  /** Names what opens, for screen readers. */
  label: string;
  /** Draws the button that opens it: spread the attributes on a `<button>` or give them to `attributes`. */
  trigger: (attributes: ButtonHTMLAttributes<HTMLButtonElement>, open: boolean) => ComponentChildren;
  /** Draws what is inside, only while open. */
  children: (close: () => void) => ComponentChildren;
  placement?: 'bottom-start' | 'bottom-end' | 'top-start' | 'top-end' | undefined;
  class?: string | undefined;
  /** What gets the focus on opening; else the first thing that can. */
  initialFocus?: (() => HTMLElement | null) | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
}

/** Something small over the screen, beside its button. Escape or a click elsewhere closes it and goes back. */
export function Popover(props: PopoverProps) {
  const service = useMachine(popover.machine, {
    id: useId(),
    modal: false,
    portalled: false,
    positioning: {
      strategy: 'fixed',
      placement: props.placement ?? 'bottom-start',
      gutter: 4,
      overflowPadding: 16,
    },
    ...(props.initialFocus === undefined ? {} : { initialFocusEl: props.initialFocus }),
    onOpenChange: ({ open }) => props.onOpenChange?.(open),
  });
  const api = popover.connect(service, normalizeProps);
  return (
    <>
      {props.trigger(api.getTriggerProps(), api.open)}
      {api.open && (
        <div {...api.getPositionerProps()} class="pop-at">
          <div
            {...api.getContentProps()}
            role="dialog"
            class={['pop', props.class ?? ''].filter(Boolean).join(' ')}
            aria-label={props.label}
            aria-labelledby={undefined}
          >
            {props.children(() => api.setOpen(false))}
          </div>
        </div>
      )}
    </>
  );
}
