import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { serverRefusals } from '../../locales/pt-BR/server-refusals.ts';
import { refuse } from '../problems.ts';

/** The most that a body without pictures can need. */
export const SMALL_BODY = 32 * 1024;

/**
 * An opinion at every limit of its own: 1 MiB of images are 1.4 MB in base64, beside 200,000 characters of text in up
 * to 20,000 nodes. The rules of opinions then refuse what is too much, with the field named.
 */
export const OPINION_BODY = 4 * 1024 * 1024;

/** Refuses a body over the limit, before or while it is read. */
export function limitBody(bytes: number) {
  return bodyLimit({
    maxSize: bytes,
    onError: () => {
      throw refuse('body-too-large', serverRefusals.bodyTooLarge(bytes));
    },
  });
}

/**
 * The JSON of a request's body.
 * @throws Refusal 415 for another media type, 400 for what is no JSON, 422 for text that no database keeps
 */
export async function readJson(context: Context): Promise<unknown> {
  const mediaType = (context.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') {
    throw refuse('unsupported-media-type', serverRefusals.notJson);
  }
  const bytes = await context.req.arrayBuffer();
  const { text, value } = parse(bytes);
  // Escapes are the only way in: raw control characters and half pairs are no JSON and no UTF-8.
  if (/\\u(0000|d[89a-f])/i.test(text)) requireStorable(value);
  return value;
}

function parse(bytes: ArrayBuffer): { text: string; value: unknown } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, value: JSON.parse(text) };
  } catch {
    throw refuse('malformed', serverRefusals.malformed);
  }
}

function requireStorable(value: unknown): void {
  const queue = [{ value, path: '' }];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { value, path } = next;
    if (typeof value === 'string' && (value.includes('\u0000') || !value.isWellFormed())) {
      const field = path === '' ? 'body' : path;
      throw refuse('invalid', serverRefusals.unstorable, { field });
    }
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, child] of Object.entries(value)) {
      queue.push({ value: child, path: path === '' ? key : `${path}.${key}` });
    }
  }
}
