/** Chromium's second version of the observer, not in the standard typings. */
interface VisibilityInit extends IntersectionObserverInit {
  trackVisibility: boolean;
  delay: number;
}
type VisibilityEntry = IntersectionObserverEntry & { isVisible?: boolean };

/** How long after showing a panel may stay unseen because the dock still slides in and fades in, ms. */
const SLIDING = 800;

/** A page could take the cover away just before a click: so long (ms) after it the panel counts as covered still. */
const UNCOVERED = 300;

export interface FrameSight {
  /** Does something of the page lie over this frame, or make it see-through? What the browser has not said yet is no answer. */
  isCovered(): boolean;
  /** The panel was shown or hidden. */
  follow(shown: boolean): void;
}

/**
 * Asks the browser whether this frame is really seen: nothing painted over it, no opacity, filter or distortion on what holds it. Chromium
 * answers that from inside of the frame, where no page can lie about it; null elsewhere. Reads no layout: the browser tells with its frames.
 */
export function watchFrameSight(): FrameSight | null {
  if (window.parent === window || !('isVisible' in IntersectionObserverEntry.prototype)) return null;
  let observer: IntersectionObserver | undefined;
  let shownAt = 0;
  let isSeen: boolean | null = null;
  let wasSeen = false;
  let uncoveredAt = Number.NEGATIVE_INFINITY;
  const receive = (entries: VisibilityEntry[]) => {
    const last = entries.at(-1);
    if (last?.isVisible === undefined) return;
    if (last.isVisible && wasSeen && isSeen === false) uncoveredAt = performance.now();
    isSeen = last.isVisible;
    wasSeen ||= isSeen;
  };
  return {
    isCovered() {
      // Not shown by our dock: whoever shows it now is the page.
      if (observer === undefined) return true;
      receive(observer.takeRecords());
      const now = performance.now();
      if (isSeen === false) return wasSeen || now - shownAt > SLIDING;
      return now - uncoveredAt < UNCOVERED;
    },
    follow(shown) {
      observer?.disconnect();
      observer = undefined;
      isSeen = null;
      wasSeen = false;
      if (!shown) return;
      shownAt = performance.now();
      const init: VisibilityInit = { threshold: [0, 0.25, 0.5, 0.75, 1], trackVisibility: true, delay: 100 };
      observer = new IntersectionObserver(receive, init);
      // Everything of ours is inside of it, so that no menu of the panel counts as something over it.
      observer.observe(document.documentElement);
    },
  };
}
