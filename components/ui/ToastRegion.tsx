import { Check } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { ui } from '../../locales/pt-BR/ui.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import type { Toast, Toasts } from './toasts.ts';

/** How long a toast stands while neither focused nor hovered, in milliseconds. */
const STANDS_FOR = 6000;

export interface ToastRegionProps {
  toasts: Toasts;
  /** Milliseconds that a toast stands. */
  duration?: number | undefined;
}

/** Where the toasts of a page appear: once, at the end of the panel. */
export function ToastRegion({ toasts, duration = STANDS_FOR }: ToastRegionProps) {
  const items = toasts.items.value;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      const last = toasts.items.peek().findLast((toast) => toast.undo !== undefined);
      // In a text the key takes back typing.
      if (!isUndo || last === undefined || event.defaultPrevented || isEditable(event.target)) return;
      event.preventDefault();
      last.undo?.();
      toasts.dismiss(last.id);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [toasts]);
  return (
    <section class="toastwrap" aria-label={ui.notifications} aria-live="polite">
      {items.map((toast) => (
        <ToastBox key={toast.id} toast={toast} duration={duration} onDone={() => toasts.dismiss(toast.id)} />
      ))}
    </section>
  );
}

interface ToastBoxProps {
  toast: Toast;
  duration: number;
  onDone: () => void;
}

function ToastBox({ toast, duration, onDone }: ToastBoxProps) {
  const [isHovered, setHovered] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const isHeld = isHovered || isFocused;
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(onDone, duration);
    return () => clearTimeout(timer);
  }, [isHeld, duration]);
  const { undo, action } = toast;
  return (
    <div
      class="toast"
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocusIn={() => setFocused(true)}
      onFocusOut={() => setFocused(false)}
    >
      <Icon icon={toast.icon ?? Check} />
      <span class="grow">{toast.text}</span>
      {action && (
        <Button
          kind="quiet"
          size="xs"
          onClick={() => {
            action.run();
            onDone();
          }}
        >
          {action.label}
        </Button>
      )}
      {undo && (
        <Button
          kind="quiet"
          size="xs"
          keys={ui.undoKey}
          onClick={() => {
            undo();
            onDone();
          }}
        >
          {ui.undo}
        </Button>
      )}
    </div>
  );
}

function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
