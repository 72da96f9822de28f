import { type Service, serviceSchema } from '../contract/service.ts';
import { type ProblemTexts, problemOf } from '../domain/problem-texts.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Http } from './http.ts';

/**
 * An address as it is kept: `https://crm.exemplo.com.br`, perhaps with a path, without a slash at the end. A missing
 * scheme is filled in. Plain http only towards this machine, since tokens go over it.
 */
export function parseServerUrl(text: string, texts: ProblemTexts): Result<string> {
  const typed = text.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed)
    ? typed
    : `${isLoopback(typed) ? 'http' : 'https'}://${typed}`;
  // Browsers take blanks in a host and write them as %20.
  if (/\s/.test(typed) || !URL.canParse(withScheme))
    return err(problemOf(texts, 'not-an-address', { field: 'url' }));
  const url = new URL(withScheme);
  const isSecure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.host));
  if (!isSecure || url.username !== '' || url.password !== '') {
    return err(problemOf(texts, 'insecure-address', { field: 'url' }));
  }
  return ok(`${url.origin}${url.pathname.replace(/\/+$/, '')}`);
}

/** Asks an address whether a Parecer server is there. */
export async function checkServer(
  http: Http,
  serverUrl: string,
  texts: ProblemTexts,
): Promise<Result<Service>> {
  const answer = await http(serverUrl, {
    method: 'GET',
    path: 'service',
    answer: serviceSchema,
    timeout: 8_000,
  });
  if (!answer.ok && (answer.error.code === 'bad-answer' || answer.error.code === 'not-found')) {
    return err(problemOf(texts, 'not-parecer', { status: answer.error.status, field: 'url' }));
  }
  if (!answer.ok && (answer.error.code === 'offline' || answer.error.code === 'timeout')) {
    // Nobody has written anything yet: here it is the address that is in doubt, not where a text is.
    return err(problemOf(texts, 'nobody-there', { field: 'url' }));
  }
  return answer;
}

function isLoopback(host: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?([/?#]|$)/i.test(host);
}
