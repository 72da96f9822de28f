import { z } from 'zod';
import type { Problem, ProblemCode } from './result.ts';

/**
 * Sentences for the problems that a client finds out by itself. They come from the catalogue of the language and are
 * given to whoever makes such problems: `api`, `sync` and `storage` import no catalogue.
 */
export type ProblemTexts = Readonly<Record<ClientProblemCode, string>>;

/** What goes wrong without the server saying so. */
export type ClientProblemCode =
  | Extract<
      ProblemCode,
      | 'offline'
      | 'timeout'
      | 'server-error'
      | 'bad-answer'
      | 'not-configured'
      | 'signed-out'
      | 'too-large'
      | 'quota-exceeded'
    >
  | 'insecure-address'
  | 'not-an-address'
  | 'nobody-there'
  | 'not-parecer'
  | 'not-allowed'
  | 'cancelled'
  | 'already-sent'
  | 'already-waiting'
  | 'not-recallable'
  | 'has-followers'
  | 'not-kept'
  | 'no-answer'
  | 'unreadable';

/** A problem in the words of the catalogue. */
export function problemOf(
  texts: ProblemTexts,
  code: ClientProblemCode,
  more?: Omit<Problem, 'code' | 'message'>,
): Problem {
  return { code, message: texts[code], ...more };
}

/** A problem as it is stored or sent between contexts. */
export const problemSchema: z.ZodType<Problem> = z.object({
  code: z.string().max(60),
  message: z.string().max(2000),
  field: z.string().max(300).optional(),
  status: z.number().int().optional(),
  supportCode: z.string().max(60).optional(),
  retryAfterMs: z.number().nonnegative().optional(),
});
