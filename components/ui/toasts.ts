import { type ReadonlySignal, signal } from '@preact/signals';
import type { IconNode } from 'lucide';

/** What was done, in one sentence, for a few seconds. */
export interface Toast {
  id: number;
  text: string;
  icon?: IconNode | undefined;
  /** Takes it back; Ctrl+Z does the same while the toast stands. */
  undo?: (() => void) | undefined;
  /** Another act, such as "Abrir". */
  action?: { label: string; run: () => void } | undefined;
}

export interface Toasts {
  items: ReadonlySignal<readonly Toast[]>;
  show: (toast: Omit<Toast, 'id'>) => void;
  dismiss: (id: number) => void;
}

/** The toasts of one page, newest last; three at most, the oldest goes first. */
export function createToasts(): Toasts {
  const items = signal<readonly Toast[]>([]);
  let lastId = 0;
  return {
    items,
    show(toast) {
      lastId += 1;
      items.value = [...items.value, { ...toast, id: lastId }].slice(-3);
    },
    dismiss(id) {
      items.value = items.value.filter((toast) => toast.id !== id);
    },
  };
}
