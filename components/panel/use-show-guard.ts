import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { usePanel } from './panel-context.ts';

/** Time after showing in which nothing that sends, closes or discards can be clicked, in milliseconds. */
const GUARDED = 300;

/**
 * Clickjacking: a page could show the panel under a click that is already on its way. So a click on an act that sends,
 * closes or discards (`data-guard`) does nothing in the first moment.
 */
export function useShowGuard(root: RefObject<HTMLElement | null>): void {
  const panel = usePanel();
  const visible = panel.ports.tab.visible.value;
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const shownAt = performance.now();
    const guard = (event: MouseEvent) => {
      if (performance.now() - shownAt > GUARDED) return;
      if (!(event.target instanceof Element) || event.target.closest('[data-guard]') === null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    element.addEventListener('click', guard, { capture: true });
    return () => element.removeEventListener('click', guard, { capture: true });
  }, [visible, root]);
}
