import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { TABS_ID } from './PanelTabs.tsx';
import { usePanel } from './panel-context.ts';
import { moveBetweenRows } from './row-keys.ts';

export interface BodyProps {
  children: ComponentChildren;
  /** The tab whose panel this is; none on a screen over the tabs. */
  tab?: string | undefined;
  label: string;
  class?: string | undefined;
  /** Most of it is to be read: it is a stop of the Tab key, so that the keys can scroll it. */
  scrolls?: boolean | undefined;
}

/**
 * The part of a screen that scrolls. When it appears, the focus goes to where the agent came from, else to the element
 * that the screen names (`data-focus`), else to the part itself: the keyboard always has a place.
 */
export function Body({ children, tab, label, class: className, scrolls = false }: BodyProps) {
  const panel = usePanel();
  const root = useRef<HTMLDivElement>(null);
  const visible = panel.ports.tab.visible.value;

  useEffect(() => {
    const body = root.current;
    // A hidden panel must not take the focus out of the page.
    if (body === null || !visible) return;
    const active = document.activeElement;
    if (
      active !== null &&
      active !== document.body &&
      active.isConnected &&
      active !== document.documentElement
    ) {
      return;
    }
    focusIn(body, panel.navigation.returnTo.peek());
  }, [visible, panel]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the rows inside, whichever has the focus.
    <div
      ref={root}
      class={['panel__body', className ?? ''].filter(Boolean).join(' ')}
      {...(tab === undefined
        ? { role: 'region', 'aria-label': label }
        : { role: 'tabpanel', id: `${TABS_ID}-panel`, 'aria-labelledby': `${TABS_ID}-${tab}` })}
      tabIndex={scrolls ? 0 : -1}
      onKeyDown={(event) => moveBetweenRows(event, event.currentTarget)}
    >
      {children}
    </div>
  );
}

function focusIn(body: HTMLElement, key: string | null): void {
  const frame = body.closest('.panel') ?? body;
  const back = key === null ? null : frame.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  const target = back ?? frame.querySelector<HTMLElement>('[data-focus]') ?? body;
  target.focus();
}
