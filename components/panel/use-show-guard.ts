import { EyeOff } from 'lucide';
import { useEffect } from 'preact/hooks';
import { panel as words } from '../../locales/pt-BR/panel.ts';
import { usePanel, useToasts } from './panel-context.ts';

/** Time after showing in which nothing that sends, closes or discards can be done, in milliseconds. */
const GUARDED = 300;

/**
 * Clickjacking: a page could show the panel under a click that is already on its way, or lay something over it so that the agent does not see
 * what is clicked. So an act that sends, closes, takes back or discards (`data-guard`, and Ctrl+Enter) does nothing in the first moment, nor
 * while the page hides the panel; then it says so. Only what a person's hand did counts.
 */
export function useShowGuard(): void {
  const panel = usePanel();
  const toasts = useToasts();
  const { tab } = panel.ports;
  const visible = tab.visible.value;
  useEffect(() => {
    const shownAt = performance.now();
    const guard = (event: MouseEvent | KeyboardEvent) => {
      if (!isGuarded(event)) return;
      const refusal = tab.refuses?.(event) ?? null;
      if (refusal === null && visible && performance.now() - shownAt > GUARDED) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (refusal !== 'covered') return;
      for (const toast of toasts.items.peek()) if (toast.text === words.covered) toasts.dismiss(toast.id);
      toasts.show({ text: words.covered, icon: EyeOff });
    };
    window.addEventListener('click', guard, { capture: true });
    window.addEventListener('keydown', guard, { capture: true });
    return () => {
      window.removeEventListener('click', guard, { capture: true });
      window.removeEventListener('keydown', guard, { capture: true });
    };
  }, [visible, tab, toasts]);
}

function isGuarded(event: MouseEvent | KeyboardEvent): boolean {
  if (!('key' in event)) {
    const act = event.target instanceof Element ? event.target.closest('[data-guard]') : null;
    // A menu clicks its line by itself for a key, which was looked at when it went down.
    return act !== null && (event.isTrusted || act.role !== 'menuitem');
  }
  if (event.key !== 'Enter' && event.key !== ' ') return false;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return true;
  // What OK asks is answered with Enter alone, and then goes.
  if (event.key === 'Enter' && document.querySelector('[data-guard-enter]') !== null) return true;
  return document.querySelector('[role="menuitem"].is-active[data-guard]') !== null;
}
