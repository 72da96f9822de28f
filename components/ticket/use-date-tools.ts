import { type DateCandidate, parseDateWords, suggestDates } from '../../domain/date-words.ts';
import { type Instant, toInstant } from '../../domain/instant.ts';
import { EARLIEST_START } from '../../domain/opinion-period.ts';
import { instantAt, startOfDay, wallClock } from '../../domain/time-zone.ts';
import { dates } from '../../locales/pt-BR/dates.ts';
import { writerOf } from '../../state/writer.ts';
import { usePanel } from '../panel/panel-context.ts';
import { useTimes } from '../panel/use-times.ts';
import type { DateChipProps } from '../ui/DateChip.tsx';

type DateTools = Pick<DateChipProps, 'format' | 'parse' | 'toLocal' | 'fromLocal' | 'bounds'>;

/** Reading and writing of dates on the company's clock, for a date chip. */
export function useDateTools(more: { past?: boolean; typeDefaultAt?: Instant | null } = {}): DateTools {
  const panel = usePanel();
  const times = useTimes();
  const { company } = writerOf(panel.ports.session.state.value);
  const context = { now: times.now, company, past: more.past ?? false };
  return {
    format: times.moment,
    bounds: more.past
      ? { from: startOfDay(EARLIEST_START.slice(0, 10), times.timeZone), to: toInstant(times.now) }
      : undefined,
    parse: (text) =>
      (text.trim() === ''
        ? more.past
          ? []
          : suggestDates({ ...context, typeDefaultAt: more.typeDefaultAt ?? null })
        : parseDateWords(text, context)
      ).map(toSuggestion),
    toLocal(at) {
      const { day, hour, minute } = wallClock(at, times.timeZone);
      return `${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
    },
    fromLocal(local) {
      const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(local);
      const [, day, hour, minute] = match ?? [];
      return day === undefined ? null : instantAt(day, Number(hour), Number(minute), times.timeZone);
    },
  };
}

function toSuggestion(candidate: DateCandidate) {
  return {
    at: candidate.at,
    label: dates.choice(candidate.label),
    hint: candidate.hint === null ? undefined : dates.hint(candidate.hint),
  };
}
