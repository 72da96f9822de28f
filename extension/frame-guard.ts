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
  const frame = { ancestors: ancestorsOfThisPage(), origin: location.origin };
  return isFrameAllowed(frame, (origin) => createEnabledHosts().isEnabled(`${origin}/`));
}

/** Origins of the pages around this one, the nearest first. Firefox has no such list before 142: there the opener says. */
function ancestorsOfThisPage(): string[] {
  if (window.parent === window) return [];
  const { ancestorOrigins } = location as Location & { ancestorOrigins?: DOMStringList };
  if (ancestorOrigins !== undefined) return [...ancestorOrigins];
  return URL.canParse(document.referrer) ? [new URL(document.referrer).origin] : ['null'];
}
