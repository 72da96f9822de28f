import { browser } from 'wxt/browser';
import { createBackgroundRequester } from './background-requests.ts';
import { createEnabledHosts } from './enabled-hosts.ts';

/**
 * Whether this page may show itself here: as a page of its own, or right under a page of an enabled host. Every page of
 * the web can put the panel into a frame, so under any other one it shows nothing, reads nothing and answers nothing.
 */
export async function isFrameAllowed(
  frame: { ancestors: readonly string[]; origin: string },
  isEnabled: (origin: string) => Promise<boolean>,
): Promise<boolean> {
  const [parent, ...above] = frame.ancestors;
  if (parent === undefined) return true;
  // Deeper in the page somebody else's frame would stand around the panel.
  if (above.length > 0) return false;
  return parent === frame.origin || (/^https?:/.test(parent) && isEnabled(parent));
}

/** {@link isFrameAllowed} for the page that this runs in. */
export function isThisFrameAllowed(): Promise<boolean> {
  return isFrameAllowed({ ancestors: ancestorsOfThisPage(), origin: location.origin }, isEnabled);
}

/** Origins of the pages around this one, the nearest first. A browser that does not say them shows no panel in a page. */
function ancestorsOfThisPage(): string[] {
  if (window.parent === window) return [];
  const { ancestorOrigins } = location as Location & { ancestorOrigins?: DOMStringList };
  return ancestorOrigins === undefined ? ['null'] : [...ancestorOrigins];
}

/**
 * Firefox gives a frame inside of a page little more than a content script has, and no permissions. There the background says it, by the
 * address of the tab: the page right above is the tab's own, since nothing else stands between.
 */
async function isEnabled(origin: string): Promise<boolean> {
  if (browser.permissions !== undefined) return createEnabledHosts().isEnabled(`${origin}/`);
  const answer = await createBackgroundRequester()('tab.isEnabled', {});
  return answer.ok && answer.value;
}
