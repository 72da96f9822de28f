import type { OpinionContent } from '../../domain/command.ts';

/** Whole seconds that an opinion took. */
export function secondsOf(opinion: Pick<OpinionContent, 'startedAt' | 'endedAt'>): number {
  return Math.round((Date.parse(opinion.endedAt) - Date.parse(opinion.startedAt)) / 1000);
}
