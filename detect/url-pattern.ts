const PARTS = /^(\*|https?):\/\/(?:[^/?#]*@)?([^/?#]*)([^#]*)#?(.*)$/;

/**
 * Does the address match the pattern, in which `*` stands for any run of characters (also none)? Each part is compared with its own kind only:
 * host with host, path with path, so that `/clientes/*` never matches the `?volta=/clientes/318` of a page about something else. A query in
 * the pattern names the parameters that have to be there, in any order; a fragment is compared like path and query of its own, because SPAs
 * keep their route there. What the pattern leaves out may be anything. `*://` stands for http and https.
 */
export function matchesUrlPattern(pattern: string, url: string): boolean {
  const [, scheme, host = '', route = '', fragment = ''] = PARTS.exec(pattern) ?? [];
  const page = PARTS.exec(url);
  return (
    !!page &&
    (scheme === '*' || scheme === page[1]) &&
    isLike(host, page[2] ?? '') &&
    isRoute(route, page[3] ?? '') &&
    (!fragment || isRoute(fragment, page[4] ?? ''))
  );
}

/** Path and query. Of a parameter that the address repeats every value has to match: which one the page means is not known. */
function isRoute(pattern: string, route: string): boolean {
  const [path, query] = cut(pattern);
  const [pagePath, pageQuery] = cut(route);
  const given = new URLSearchParams(pageQuery);
  return (
    isLike(path, pagePath) &&
    [...new URLSearchParams(query)].every(([name, value]) => {
      const values = given.getAll(name);
      return (name === '*' && !value) || (values.length > 0 && values.every((has) => isLike(value, has)));
    })
  );
}

function cut(route: string): [path: string, query: string] {
  const at = `${route}?`.indexOf('?');
  return [route.slice(0, at), route.slice(at)];
}

/** Walks once from star to star, so a pattern full of stars costs no more than a plain one. */
function isLike(pattern: string, text: string): boolean {
  const parts = pattern.split('*');
  const first = parts.shift() ?? '';
  const last = parts.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
