/** Chromium's second version of the observer, not in the standard typings. */
interface VisibilityInit extends IntersectionObserverInit {
  trackVisibility: boolean;
  delay: number;
}
type VisibilityEntry = IntersectionObserverEntry & { isVisible?: boolean };

/**
 * Tells when something of the page lies over the panel, or makes it see-through, so that a click meant for the page could land in it. Only
 * where the browser can say (Chromium); elsewhere the panel's own pause after showing stands alone.
 */
export function watchCover(frame: HTMLIFrameElement, changed: (covered: boolean) => void) {
  let observer: IntersectionObserver | undefined;
  let covered = false;
  let settled = false;
  const receive = (entries: VisibilityEntry[]) => {
    const last = entries.at(-1);
    if (last?.isVisible === undefined) return;
    // While the dock slides in it is neither opaque nor still: only what was once seen whole can become covered.
    settled ||= last.isVisible;
    const now = settled && last.isIntersecting && !last.isVisible;
    if (now !== covered) changed(now);
    covered = now;
  };
  return {
    start() {
      if (observer || !('isVisible' in IntersectionObserverEntry.prototype)) return;
      const init: VisibilityInit = { threshold: [0, 0.25, 0.5, 0.75, 1], trackVisibility: true, delay: 100 };
      observer = new IntersectionObserver(receive, init);
      observer.observe(frame);
    },
    stop() {
      observer?.disconnect();
      observer = undefined;
      settled = false;
      if (covered) changed(false);
      covered = false;
    },
  };
}
