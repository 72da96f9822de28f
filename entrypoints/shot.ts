import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { findSensitiveAreas } from '../detect/sensitive-areas.ts';
import { stepAside } from '../host/step-aside.ts';
import '../host/world.ts';

/** Injected when the agent captures the page, and only then: panel and launcher step aside, and rectangles are told, never words. */
export default defineUnlistedScript(async () => {
  await stepAside(document);
  const areas = findSensitiveAreas(document, {
    // Chromium's content scripts may see closed trees as well.
    shadowOf: (element) =>
      browser.dom?.openOrClosedShadowRoot(element as HTMLElement) ?? element.shadowRoot ?? null,
  });
  return { areas, width: innerWidth, height: innerHeight };
});
