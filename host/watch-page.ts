import { isField } from '../detect/read-element.ts';

export interface PageEvents {
  /** The page may show something else now. */
  look(): void;
  /** Asked after the agent's acts: does a place that was read hold something else? */
  isChanged(): boolean;
  /** Must a change be seen at once? On a telephone's page, which mostly stands in a tab behind, where the browser's timers crawl. */
  isUrgent(): boolean;
  /** Is this a field that was read? While the agent types in one, half a code is no code. */
  isRead(element: Element): boolean;
  scrolled(scrolling: boolean): void;
  /** A click by the agent's own hand. */
  clicked(event: MouseEvent): void;
}

/** Time that a page is let alone after it changed, ms; a page on which looking takes long is let alone for longer. */
export const REST = 120;
const REST_PER_LOOK = 20;
const LONGEST_REST = 1000;

/** When fields are read again after an act: ERPs fill them by script, without any event, when the answer has come. Ms. */
const REREADS = [60, 300, 1000, 3000];

/** Attributes that change what is on screen; those that rules speak of come on top. */
const ATTRIBUTES = ['class', 'style', 'hidden', 'value'];

/**
 * Tells when a page may show another customer: it was loaded, its DOM changed, or the agent did something after which a field holds
 * something else. Of an address that changed without a load the background tells. Three listeners and one observer, which is off while the page rests: a storm of a million
 * changes costs one look for each rest. Nothing is polled.
 */
export function watchPage(page: Document, events: PageEvents) {
  const view = page.defaultView as Window & typeof globalThis;
  const observer = new MutationObserver(() => soon());
  let rest = REST;
  let looked = 0;
  let lookTimer: number | undefined;
  let rereadTimer: number | undefined;
  let scrollTimer: number | undefined;
  let typing: EventTarget | null = null;
  let field: Element | null = null;
  let stopped = true;
  let attributeFilter = ATTRIBUTES;

  function look(): void {
    clearTimeout(lookTimer);
    lookTimer = undefined;
    if (stopped) return;
    if (import.meta.env.FIREFOX && isUnlaid()) {
      lookTimer = view.setTimeout(idle, REST);
      return;
    }
    const begin = performance.now();
    // Again each time: `document.open` takes away every listener. A listener that is there already is not added twice.
    listen('addEventListener');
    if (!isTyping()) events.look();
    if (stopped) return;
    observer.observe(page, { subtree: true, childList: true, characterData: true, attributeFilter });
    looked = performance.now();
    rest = Math.min(Math.max(REST, (looked - begin) * REST_PER_LOOK), LONGEST_REST);
  }
  /** Firefox lays out nothing before the page's styles are there, and until then all of the page counts as hidden. Chromium waits for them itself. */
  function isUnlaid(): boolean {
    return page.readyState !== 'complete' && !page.documentElement?.checkVisibility();
  }
  /** When the browser is idle it has painted: styles are settled, and asking what is visible costs next to nothing. */
  function idle(): void {
    view.requestIdleCallback(look, { timeout: 800 });
  }
  function soon(): void {
    if (stopped || lookTimer !== undefined) return;
    observer.disconnect();
    const isUrgent = events.isUrgent();
    const wait = isUrgent ? looked + rest - performance.now() : rest;
    if (wait <= 0) look();
    else lookTimer = view.setTimeout(isUrgent ? look : idle, wait);
  }
  function isTyping(): boolean {
    if (typing !== page.activeElement) typing = null;
    return typing !== null && events.isRead(typing as Element);
  }
  function reread(step = 0): void {
    clearTimeout(rereadTimer);
    rereadTimer = view.setTimeout(() => {
      if (!isTyping() && events.isChanged()) look();
      else if (step < REREADS.length - 1) reread(step + 1);
    }, REREADS[step]);
  }
  const listener = (event: Event) => {
    const { type, isTrusted } = event;
    if (type === 'scroll') {
      clearTimeout(scrollTimer);
      events.scrolled(true);
      scrollTimer = view.setTimeout(() => events.scrolled(false), 400);
    } else if (type === 'click') {
      const target = event.target as Element;
      if (!target.localName?.startsWith('parecer-')) field = target;
      if (isTrusted) events.clicked(event as MouseEvent);
      reread();
    } else if (type === 'keydown') {
      // The key that goes down has not changed the field yet: from here on it is being typed in, and no look sees half a code.
      const { target, key } = event as KeyboardEvent & { target: Element };
      if (/^(?:Enter|Tab|F\d)/.test(key)) typing = null;
      else if (isField(target)) field = typing = target;
      reread();
    }
  };
  function listen(act: 'addEventListener' | 'removeEventListener'): void {
    for (const type of ['click', 'keydown', 'scroll'])
      view[act](type, listener, { capture: true, passive: true });
  }
  return {
    /** Looks as soon as the document is there, and from then on, also for these attributes. Started again, it looks again. */
    start(attributes: readonly string[] = []) {
      attributeFilter = [...ATTRIBUTES, ...attributes];
      if (!stopped) return soon();
      stopped = false;
      if (page.readyState === 'loading') page.addEventListener('DOMContentLoaded', idle, { once: true });
      else idle();
    },
    soon,
    lastField: () => field as HTMLElement | null,
    overlook: () => void observer.takeRecords(),
    stop() {
      stopped = true;
      observer.disconnect();
      listen('removeEventListener');
      page.removeEventListener('DOMContentLoaded', idle);
      for (const timer of [lookTimer, rereadTimer, scrollTimer]) clearTimeout(timer);
    },
  };
}
