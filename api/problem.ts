import { PROBLEM_MEDIA_TYPE, problemDetailsSchema } from '../contract/problem.ts';
import { type ProblemTexts, problemOf } from '../domain/problem-texts.ts';
import type { Problem } from '../domain/result.ts';

/** Content or address too large (RFC 9110). */
const TOO_LARGE = [413, 414];

/** Codes of refusals that can only be told by their status. */
const SILENT: Readonly<Record<number, string>> = { 401: 'signed-out', 403: 'forbidden', 404: 'not-found' };

/**
 * A refusal as the server said it (RFC 9457). What has another form was said by something in between (a proxy, a
 * captive portal) and decides nothing: `server-error` from 500 on, else `bad-answer`. Only what is too large for a proxy on the way is
 * so at every try: `too-large`.
 */
export function answerToProblem(response: Response, text: string, texts: ProblemTexts): Problem {
  const { status } = response;
  const isProblem = response.headers.get('content-type')?.split(';')[0]?.trim() === PROBLEM_MEDIA_TYPE;
  const details = isProblem ? problemDetailsSchema.safeParse(toJson(text)) : null;
  // The answer to a HEAD has the headers of a refusal and no words.
  const silent = isProblem && text === '' ? SILENT[status] : undefined;
  if (silent !== undefined) {
    const said = silent === 'signed-out' ? silent : 'not-allowed';
    return { ...problemOf(texts, said, { status }), code: silent };
  }
  const retryAfterMs = retryAfter(response.headers.get('retry-after'));
  const asked = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (!details?.success) {
    const other = TOO_LARGE.includes(status) ? 'too-large' : 'bad-answer';
    return problemOf(texts, status >= 500 ? 'server-error' : other, { status, ...asked });
  }
  const { type, title, detail, field, supportCode } = details.data;
  return {
    code: type.slice(type.lastIndexOf('/') + 1),
    message: detail ?? title,
    field: field ?? details.data.errors?.[0]?.field,
    status,
    supportCode,
    ...asked,
  };
}

/** Milliseconds that a Retry-After (RFC 9110, 10.2.3: seconds, or a date) asks to wait; undefined for anything else. */
function retryAfter(value: string | null): number | undefined {
  if (value === null) return undefined;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1_000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
