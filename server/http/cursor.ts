import type { z } from 'zod';
import { serverRefusals } from '../../locales/pt-BR/server-refusals.ts';
import { refuse } from '../problems.ts';

/** A position as clients carry it: they hand it back and read nothing in it. */
export function encodeCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** @throws Refusal naming the query parameter when the cursor is none of ours */
export function decodeCursor<T>(cursor: string, schema: z.ZodType<T>, field: string): T {
  const parsed = schema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (parsed.success) return parsed.data;
  throw refuse('invalid', serverRefusals.foreignCursor, { field });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
