/** Chromium's second version of the observer, not in the standard typings. */
interface VisibilityInit extends IntersectionObserverInit {
  trackVisibility: boolean;
  delay: number;
}
type VisibilityEntry = IntersectionObserverEntry & { isVisible?: boolean };

/** How long after showing a panel may stay unseen because the dock still slides in and fades in, ms. */
const SLIDING = 800;

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
  const receive = (entries: VisibilityEntry[]) => {
    const last = entries.at(-1);
    if (last?.isVisible === undefined) return;
    isSeen = last.isVisible;
    wasSeen ||= isSeen;
  };
  return {
    isCovered() {
      // Not shown by our dock: whoever shows it now is the page.
      if (observer === undefined) return true;
      receive(observer.takeRecords());
      return isSeen === false && (wasSeen || performance.now() - shownAt > SLIDING);
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
