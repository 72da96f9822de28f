/**
 * Does a match pattern of the browser (`https://*.exemplo.com.br/*`, `http://localhost:8080/*`) cover the address' host? Paths are left aside:
 * permissions hold for whole hosts. A pattern without a port holds for all.
 */
export function coversHost(pattern: string, url: string): boolean {
  const parts = /^(\*|https?):\/\/([^/:]+)(?::([\d*]+))?\//.exec(pattern);
  const page = toUrl(url);
  if (!parts || !page) return false;
  const [, scheme = '', host = '', port = '*'] = parts;
  const isScheme = scheme === '*' ? /^https?:$/.test(page.protocol) : page.protocol === `${scheme}:`;
  const suffix = host.replace(/^\*\.?/, '');
  const isHost = host.startsWith('*')
    ? suffix === '' || page.hostname === suffix || page.hostname.endsWith(`.${suffix}`)
    : page.hostname === host;
  const ownPort = page.port || (page.protocol === 'https:' ? '443' : '80');
  return isScheme && isHost && (port === '*' || port === ownPort);
}

/** The match pattern of an address' whole host, for every port (Firefox knows no ports in patterns); null for what is no web page. */
export function urlToHostPattern(url: string): string | null {
  const page = toUrl(url);
  return page && /^https?:$/.test(page.protocol) ? `${page.protocol}//${page.hostname}/*` : null;
}

/**
 * The match pattern of the host that somebody typed: an address, a bare host (http and https), or a pattern already. Null for what names no
 * host. A star may stand for all subdomains, never for every host.
 */
export function typedToHostPattern(typed: string): string | null {
  const parts = /^(?:(https?|\*):\/\/)?(\*\.)?([^/\s?#*]+)(?:[/?#].*)?$/i.exec(typed.trim());
  if (!parts) return null;
  const [, scheme = '*', star = '', host = ''] = parts;
  const page = toUrl(`http://${host}/`);
  if (!page || page.username || (star && !page.hostname.includes('.'))) return null;
  return `${scheme.toLowerCase()}://${star}${page.hostname}/*`;
}

function toUrl(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}
