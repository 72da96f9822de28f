import { TriangleAlert } from 'lucide';
import { panel as words } from '../../locales/pt-BR/panel.ts';
import { usePanel, useToasts } from './panel-context.ts';

/** Copies text and says so. */
export function useCopy(): (text: string, html?: string) => Promise<boolean> {
  const panel = usePanel();
  const toasts = useToasts();
  return async (text, html) => {
    const done = await panel.ports.copy(text, html);
    toasts.show(done ? { text: words.copied } : { text: words.copyFailed, icon: TriangleAlert });
    return done;
  };
}
