import { TriangleAlert } from 'lucide';
import type { Draft } from '../../domain/draft.ts';
import { writing as words } from '../../locales/pt-BR/writing.ts';
import { usePanel, useToasts } from './panel-context.ts';

/** Opens a draft where it was left, or says where it is open. */
export function useResume(): (draft: Draft) => Promise<void> {
  const panel = usePanel();
  const toasts = useToasts();
  return async (draft) => {
    if (!(await panel.resume(draft))) toasts.show({ text: words.otherTab, icon: TriangleAlert });
  };
}
