import { type ReadonlySignal, signal } from '@preact/signals';

/** A short notice with at most one act, which also Ctrl+Z does where it undoes. */
export interface Toast {
  id: number;
  kind: 'done' | 'discarded' | 'warning';
  text: string;
  act?: { label: string; undo: boolean; run(): void } | undefined;
}

export interface ToastModel {
  readonly shown: ReadonlySignal<Toast | null>;
  show(toast: Omit<Toast, 'id'>): void;
  /** Does the act of the toast that is shown and removes it; false where there is none. */
  act(): boolean;
  dismiss(id?: number): void;
}

export function createToasts(): ToastModel {
  const shown = signal<Toast | null>(null);
  let last = 0;
  return {
    shown,
    show(toast) {
      last += 1;
      shown.value = { ...toast, id: last };
    },
    act() {
      const toast = shown.peek();
      if (toast?.act === undefined) return false;
      shown.value = null;
      toast.act.run();
      return true;
    },
    dismiss(id) {
      if (id === undefined || shown.peek()?.id === id) shown.value = null;
    },
  };
}
