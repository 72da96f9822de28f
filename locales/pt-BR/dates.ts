/** Words for times. Which day it is on the company's clock was computed before: here they are only written. */

interface Moment {
  daysAway: number;
  weekday: number;
  day: number;
  month: number;
  year: number;
  isThisYear: boolean;
  time: string;
}

interface Span {
  unit: 'minute' | 'hour' | 'day';
  count: number;
}

type Age = { kind: 'now' } | { kind: 'span'; span: Span } | { kind: 'moment'; moment: Moment };
type Due = { kind: 'overdue'; span: Span } | { kind: 'due'; moment: Moment };
type Hint =
  | { kind: 'business-days'; count: number }
  | { kind: 'type-default' }
  | { kind: 'not-business-day' };

const WEEKDAYS = ['domingo', 'segunda', 'terça', 'quarta', 'quinta', 'sexta', 'sábado'] as const;
const UNITS = { minute: 'min', hour: 'h', day: 'd' } as const;
const NEAR: Readonly<Record<number, string>> = { [-1]: 'ontem', 0: 'hoje', 1: 'amanhã' };

export const dates = {
  /** `hoje 16:00`, `amanhã 09:00`, `sex 17/07, 09:00`, `sex 17/07/2025, 09:00`. */
  moment(moment: Moment): string {
    const near = NEAR[moment.daysAway];
    return near === undefined ? `${weekdayAndDate(moment)}, ${moment.time}` : `${near} ${moment.time}`;
  },

  /** The day alone: `hoje`, `seg 20/07`. */
  day(moment: Moment): string {
    return NEAR[moment.daysAway] ?? weekdayAndDate(moment);
  },

  /** `02/07`, `02/07/2025`. */
  date(moment: Moment): string {
    return shortDate(moment);
  },

  /** A choice in a list: `Hoje, 18:00`, `Segunda, 09:00`, from a week on `ter 21/07, 15:00`. */
  choice(moment: Moment): string {
    const isNear = moment.daysAway > 1 && moment.daysAway < 7;
    const word = isNear ? WEEKDAYS[moment.weekday] : NEAR[moment.daysAway];
    return `${word === undefined ? weekdayAndDate(moment) : capitalized(word)}, ${moment.time}`;
  },

  /** Beside a choice. */
  hint(hint: Hint): string {
    if (hint.kind === 'type-default') return 'padrão do tipo';
    if (hint.kind === 'not-business-day') return 'não é dia útil';
    return hint.count === 1 ? '1 dia útil' : `${hint.count} dias úteis`;
  },

  /** `agora`, `há 12 min`, `há 2 h`, `ontem 17:42`, `sex 10/07, 09:00`. */
  age(age: Age): string {
    if (age.kind === 'now') return 'agora';
    return age.kind === 'span' ? `há ${dates.span(age.span)}` : dates.moment(age.moment);
  },

  /** Overdue `2 d`, `3 h`; else as {@link dates.moment}. */
  due(due: Due): string {
    return due.kind === 'overdue' ? dates.span(due.span) : dates.moment(due.moment);
  },

  /** The same for screen readers and titles: `atrasado 2 d`. */
  dueInWords(due: Due): string {
    return due.kind === 'overdue' ? `atrasado ${dates.span(due.span)}` : dates.moment(due.moment);
  },

  /** `12 min`, `3 h`, `2 d`. */
  span(span: Span): string {
    return `${span.count} ${UNITS[span.unit]}`;
  },

  /** `38 min`, `1 h 12`, `2 h`. */
  duration(duration: { hours: number; minutes: number }): string {
    const { hours, minutes } = duration;
    if (hours === 0) return `${minutes} min`;
    return minutes === 0 ? `${hours} h` : `${hours} h ${String(minutes).padStart(2, '0')}`;
  },

  /** Where old data is shown: `Visto às 13:48`, `Visto ontem 13:48`. */
  seen(moment: Moment): string {
    return moment.daysAway === 0 ? `Visto às ${moment.time}` : `Visto ${dates.moment(moment)}`;
  },
};

function weekdayAndDate(moment: Moment): string {
  return `${WEEKDAYS[moment.weekday]?.slice(0, 3)} ${shortDate(moment)}`;
}

function shortDate(moment: Moment): string {
  const date = `${String(moment.day).padStart(2, '0')}/${String(moment.month).padStart(2, '0')}`;
  return moment.isThisYear ? date : `${date}/${moment.year}`;
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
