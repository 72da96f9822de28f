import { secondsToDuration } from '../../domain/format/duration.ts';
import { instantToAge, instantToDue, instantToMoment } from '../../domain/format/moment.ts';
import type { Instant } from '../../domain/instant.ts';
import { dates } from '../../locales/pt-BR/dates.ts';
import { writerOf } from '../../state/writer.ts';
import { usePanel } from './panel-context.ts';

/** Times in words on the company's clock, at the time that the screen shows. */
export interface Times {
  now: Date;
  timeZone: string;
  /** `hoje 16:00`, `sex 17/07, 09:00`. */
  moment(at: Instant): string;
  /** `há 12 min`. */
  age(at: Instant): string;
  isToday(at: Instant): boolean;
  /** `14:36`. */
  time(at: Instant): string;
  /** `02/07`. */
  date(at: Instant): string;
  /** `seg 20/07`. */
  day(at: Instant): string;
  /** `qui 16/07`, also for today. */
  weekday(at: Instant): string;
  /** `Visto às 13:48`. */
  seen(at: Instant): string;
  /** `38 min`. */
  duration(seconds: number): string;
  due(at: Instant): { isLate: boolean; isToday: boolean; short: string; words: string };
}

export function useTimes(): Times {
  const panel = usePanel();
  const now = panel.clock.now.value;
  const { timeZone } = writerOf(panel.ports.session.state.value).company;
  const momentOf = (at: Instant) => instantToMoment(at, now, timeZone);
  return {
    now,
    timeZone,
    moment: (at) => dates.moment(momentOf(at)),
    age: (at) => dates.age(instantToAge(at, now, timeZone)),
    isToday: (at) => momentOf(at).daysAway === 0,
    time: (at) => momentOf(at).time,
    date: (at) => dates.date(momentOf(at)),
    day: (at) => dates.day(momentOf(at)),
    weekday: (at) => dates.day({ ...momentOf(at), daysAway: 2 }),
    seen: (at) => dates.seen(momentOf(at)),
    duration: (seconds) => dates.duration(secondsToDuration(seconds)),
    due(at) {
      const due = instantToDue(at, now, timeZone);
      const isToday = due.kind === 'due' && due.moment.daysAway === 0;
      return {
        isLate: due.kind === 'overdue',
        isToday,
        short: due.kind === 'overdue' ? dates.due(due) : isToday ? due.moment.time : dates.day(due.moment),
        words: dates.dueInWords(due),
      };
    },
  };
}
