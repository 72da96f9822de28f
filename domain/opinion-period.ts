import { opinionRules } from '../locales/pt-BR/rules-opinion.ts';
import type { OpinionContent } from './command.ts';
import type { Instant } from './instant.ts';
import type { Problem } from './result.ts';

/** How far ahead of now an opinion may start or end, for clocks that differ: 5 minutes. */
export const FUTURE_TOLERANCE_MS = 5 * 60_000;

/** Before this no opinion began: an earlier date is a slip of the pen. */
export const EARLIEST_START: Instant = '2000-01-01T00:00:00.000Z';

/** The longest that one opinion takes: 31 days. */
export const LONGEST_PERIOD_MS = 31 * 86_400_000;

/** What is wrong with start and end of an opinion: at most one problem, on the field to be corrected. */
export function checkPeriod(opinion: Pick<OpinionContent, 'startedAt' | 'endedAt'>, now: Date): Problem[] {
  const latest = now.getTime() + FUTURE_TOLERANCE_MS;
  const start = Date.parse(opinion.startedAt);
  const end = Date.parse(opinion.endedAt);
  if (start > latest) {
    return [problem('opinion.startedAt', opinionRules.startInFuture, 'in-the-future')];
  }
  if (start < Date.parse(EARLIEST_START)) {
    return [problem('opinion.startedAt', opinionRules.startTooEarly, 'too-early')];
  }
  if (end < start) {
    return [problem('opinion.endedAt', opinionRules.endBeforeStart, 'end-before-start')];
  }
  if (end > latest) {
    return [problem('opinion.endedAt', opinionRules.endInFuture, 'in-the-future')];
  }
  if (end - start > LONGEST_PERIOD_MS) {
    return [problem('opinion.startedAt', opinionRules.periodTooLong, 'too-long')];
  }
  return [];
}

function problem(field: string, message: string, code: string): Problem {
  return { code, field, message };
}
