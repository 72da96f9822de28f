import type { Company } from './company.ts';
import { wordsToDays } from './date-words/day-words.ts';
import { COUNT, wordToCount } from './date-words/number-words.ts';
import { addDays, createDay, type Day, weekdayOf } from './day.ts';
import type { Instant } from './instant.ts';
import { dayOf, startOfDay } from './time-zone.ts';

/** A stretch of whole days on the company's clock; the end is the first moment that does not belong to it. */
export interface Period {
  from: Instant;
  to: Instant;
  /** First and last day, for showing. */
  days: { first: Day; last: Day };
}

export interface PeriodContext {
  now: Date;
  company: Pick<Company, 'timeZone' | 'holidays'>;
}

/** Longer texts name no period. */
const LONGEST_WORDS = 60;
const MONTHS =
  'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro'.split(' ');
const LAST = new RegExp(`^(?:n?[oa]s )?ultim[oa]s? (?:(${COUNT}) )?(dias?|semanas?|mes(?:es)?|anos?)$`);
const SINCE = /^(?:desde|a partir de) (.+)$/;
const UNTIL = /^ate (.+)$/;
const BETWEEN = /^(?:de |entre )?(.+?) (?:a|ate|e|-) (.+)$/;

/**
 * The period that Portuguese words mean; null where they mean none. It reads `hoje`, `ontem`, `últimos 30 dias`, `últimas 2
 * semanas`, `esta semana`, `mês passado`, `este ano`, `julho`, `julho de 2025`, `2025`, `03/07`, `desde 03/07`, `até ontem`
 * and `03/07 a 15/07`. A day or month without its year is the last that has been.
 */
export function parsePeriod(text: string, { now, company }: PeriodContext): Period | null {
  const words = normalized(text);
  if (words === '' || words.length > LONGEST_WORDS) return null;
  const today = dayOf(now, company.timeZone);
  const days = wordsToStretch(words, today, company);
  if (days === null || days.first > days.last) return null;
  const { timeZone } = company;
  return { from: startOfDay(days.first, timeZone), to: startOfDay(addDays(days.last, 1), timeZone), days };
}

interface Stretch {
  first: Day;
  last: Day;
}

function wordsToStretch(words: string, today: Day, company: PeriodContext['company']): Stretch | null {
  const whole = lastStretch(words, today) ?? namedStretch(words, today) ?? monthOrYear(words, today);
  if (whole !== null) return whole;
  const alone = dayInPast(words, today, company);
  if (alone !== null) return { first: alone, last: alone };
  const since = SINCE.exec(words)?.[1];
  if (since !== undefined) {
    const from = wordsToStretch(since, today, company);
    return from === null ? null : { first: from.first, last: today };
  }
  const until = UNTIL.exec(words)?.[1];
  if (until !== undefined) {
    const end = wordsToStretch(until, today, company);
    return end === null ? null : { first: '2000-01-01', last: end.last };
  }
  const [, begin = '', end = ''] = BETWEEN.exec(words) ?? [];
  if (begin === '') return null;
  const first = wordsToStretch(begin, today, company);
  const last = wordsToStretch(end, today, company);
  return first === null || last === null ? null : { first: first.first, last: last.last };
}

/** `ultimos 30 dias` ends today, and today counts; so does a lone `ultima semana`. */
function lastStretch(words: string, today: Day): Stretch | null {
  const match = LAST.exec(words);
  if (match === null) return null;
  const count = match[1] === undefined ? 1 : wordToCount(match[1]);
  const unit = match[2] ?? '';
  if (count < 1 || count > 3660) return null;
  if (unit.startsWith('dia')) return { first: addDays(today, 1 - count), last: today };
  if (unit.startsWith('semana')) return { first: addDays(today, 1 - 7 * count), last: today };
  const months = unit.startsWith('mes') ? count : count * 12;
  return { first: addDays(monthsBefore(today, months), 1), last: today };
}

function namedStretch(words: string, today: Day): Stretch | null {
  const match = /^(?:n?(est[ae]) (semana|mes|ano)|(?:n?[oa] )?(semana|mes|ano) passad[oa])$/.exec(words);
  if (match === null) return null;
  const isPast = match[1] === undefined;
  const unit = match[2] ?? match[3];
  const year = Number(today.slice(0, 4));
  if (unit === 'ano') return yearOf(isPast ? year - 1 : year);
  if (unit === 'mes') {
    const month = Number(today.slice(5, 7)) - (isPast ? 1 : 0);
    return month === 0 ? monthOf(year - 1, 12) : monthOf(year, month);
  }
  // Weeks begin on Monday.
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7) - (isPast ? 7 : 0));
  return { first: monday, last: addDays(monday, 6) };
}

function monthOrYear(words: string, today: Day): Stretch | null {
  if (/^20\d\d$/.test(words)) return yearOf(Number(words));
  const match = /^(?:em )?([a-z]{3,9})(?: de|\/)? ?(\d{4})?$/.exec(words);
  const name = match?.[1] ?? '';
  const month = name === '' ? -1 : MONTHS.findIndex((full) => full === name || full.slice(0, 3) === name);
  if (month < 0) return null;
  const year = Number(today.slice(0, 4));
  const isToCome = month + 1 > Number(today.slice(5, 7));
  return monthOf(match?.[2] === undefined ? (isToCome ? year - 1 : year) : Number(match[2]), month + 1);
}

/** A day that the words name, today at the latest. */
function dayInPast(words: string, today: Day, company: PeriodContext['company']): Day | null {
  // "15" alone may be anything, and "em 3 dias" is to come.
  if (!/[a-z/.-]/.test(words)) return null;
  const found = wordsToDays(words, today, company).filter((day) => day <= today);
  if (found[0] !== undefined) return found[0];
  const weekday = wordsToDays(words, addDays(today, -7), company).find((day) => day <= today);
  return /^[a-z]/.test(words) && !/^(?:em|daqui|dentro|amanha|depois)/.test(words) ? (weekday ?? null) : null;
}

function yearOf(year: number): Stretch {
  return { first: `${year}-01-01`, last: `${year}-12-31` };
}

function monthOf(year: number, month: number): Stretch {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  return { first, last: addDays(monthsBefore(first, -1), -1) };
}

/** The same day of an earlier month, or its last day. */
function monthsBefore(day: Day, count: number): Day {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - count;
  for (let date = Number(day.slice(8)); date > 0; date -= 1) {
    const found = createDay(Math.floor(month / 12), (month % 12) + 1, date);
    if (found !== null) return found;
  }
  return day;
}

/** Lower case, without accents, commas and doubled spaces. */
function normalized(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[,;–—]/g, (sign) => (sign === ',' || sign === ';' ? ' ' : ' - '))
    .replace(/\s+/gu, ' ')
    .trim();
}
