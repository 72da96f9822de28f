import { TriangleAlert } from 'lucide';
import { pending as words } from '../../locales/pt-BR/pending.ts';
import { usePanel, useToasts } from '../panel/panel-context.ts';

/** Brings back a draft that was put aside, and says whether it is there again. */
export function useRestore(): (id: string) => Promise<void> {
  const panel = usePanel();
  const toasts = useToasts();
  return async (id) => {
    const restored = await panel.pending.restore(id);
    if (restored.ok && restored.value) toasts.show({ text: words.restored });
    else toasts.show({ text: restored.ok ? words.notUndone : restored.error.message, icon: TriangleAlert });
  };
}
