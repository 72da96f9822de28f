/**
 * Does the address match the pattern, in which `*` stands for any run of characters (also none)?
 * Walks once from star to star, so a pattern full of stars costs no more than a plain one. Query and fragment are part
 * of the address: SPAs keep their route there. `*://` stands for http and https only.
 */
export function matchesUrlPattern(pattern: string, url: string): boolean {
  const parts = pattern.split('*');
  const first = parts.shift() ?? '';
  const last = parts.pop();
  if (last === undefined) return url === first;
  if (!url.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts) {
    const found = url.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return url.length - last.length >= at && url.endsWith(last);
}
