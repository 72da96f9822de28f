import { addBusinessDays, businessDaysBetween, isBusinessDay } from './business-days.ts';
import type { Company } from './company.ts';
import { wordsToDays } from './date-words/day-words.ts';
import { wordsToMinutes } from './date-words/span-words.ts';
import { takeTime } from './date-words/time-words.ts';
import { addDays, type Day, weekdayOf } from './day.ts';
import { instantToMoment, type Moment } from './format/moment.ts';
import { type Instant, toInstant } from './instant.ts';
import { NEXT_CONTACT_HOUR } from './next-contact.ts';
import { EARLIEST_START } from './opinion-period.ts';
import { dayOf, instantAt, wallClock } from './time-zone.ts';

/** Hour meant by a day alone, when it is today. */
const TODAY_HOUR = 18;

/** Business days are counted this far: beyond it the number says nothing. */
const HINT_DAYS = 92;

/** Longer texts name no date. */
const LONGEST_WORDS = 60;

/** How many choices are offered. */
const CHOICES = 5;

/** Said beside a choice. */
export type DateHint =
  | { kind: 'business-days'; count: number }
  | { kind: 'type-default' }
  | { kind: 'not-business-day' };

/** A time that the words may mean. `label` and `hint` are written by the catalogue (`dates.choice`, `dates.hint`). */
export interface DateCandidate {
  at: Instant;
  label: Moment;
  hint: DateHint | null;
}

export interface DateWordsContext {
  now: Date;
  company: Pick<Company, 'timeZone' | 'holidays'>;
  /** True for times that an opinion may start or end at, up to now, instead of times to come. */
  past?: boolean | undefined;
}

/**
 * Times that Portuguese words may mean, the likeliest first; empty for words that name none. It reads `hoje 16h`, `amanhã
 * 15h`, `sexta`, `terça 15h`, `segunda, 09:00`, `+2 dias`, `em 3 dias úteis`, `daqui a 2 horas`, `23/7 10h`, `23 de julho`,
 * `dia 5`, `15h`, `meio-dia`, `amanhã de manhã`, `semana que vem`, in either order and with or without accents. A day
 * without a time means 09:00, today 18:00; a time without a day the next one to come.
 */
export function parseDateWords(text: string, context: DateWordsContext): DateCandidate[] {
  const words = normalized(text);
  if (words === '' || words.length > LONGEST_WORDS) return [];
  const minutes = wordsToMinutes(words);
  if (minutes !== null) {
    const at = toInstant(Math.floor(context.now.getTime() / 60_000 + minutes) * 60_000);
    return [candidate(at, context)];
  }
  const found = choices(readTimes(words, context), context);
  const [only] = found;
  if (context.past || found.length !== 1 || only?.hint?.kind !== 'not-business-day') return found;
  return [only, candidate(nextBusinessTime(only.at, context), context)];
}

/** What is offered while nothing is typed: later today, the next two business days, next Monday, and the type's default first. */
export function suggestDates(
  context: DateWordsContext & { typeDefaultAt?: Instant | null | undefined },
): DateCandidate[] {
  const { now, company, typeDefaultAt = null } = context;
  const today = dayOf(now, company.timeZone);
  const next = addBusinessDays(today, 1, company);
  const monday = addDays(today, (8 - weekdayOf(today)) % 7 || 7);
  const times = [
    ...(isBusinessDay(today, company) ? [instantAt(today, TODAY_HOUR, 0, company.timeZone)] : []),
    ...[next, addBusinessDays(next, 1, company), addBusinessDays(monday, 0, company)].map((day) =>
      instantAt(day, NEXT_CONTACT_HOUR, 0, company.timeZone),
    ),
  ].sort();
  const suggestions = choices(times, context).filter((choice) => choice.at !== typeDefaultAt);
  if (typeDefaultAt === null) return suggestions;
  const standard = { ...candidate(typeDefaultAt, context), hint: { kind: 'type-default' as const } };
  return [standard, ...suggestions].slice(0, CHOICES);
}

function readTimes(words: string, context: DateWordsContext): Instant[] {
  const { now, company } = context;
  const { timeZone } = company;
  const today = dayOf(now, timeZone);
  const time = takeTime(words) ?? takeBareHour(words, today, company);
  if (time === null) return wordsToDays(words, today, company).map((day) => dayAlone(day, today, context));
  // Without a day: the next time that the clock shows it, and for the past the last one.
  const days =
    time.rest === ''
      ? [today, addDays(today, 1), addDays(today, -1)]
      : wordsToDays(time.rest, today, company);
  const times = days.map((day) => instantAt(day, time.hour, time.minute, timeZone));
  return time.rest === '' && !context.past ? times.filter((at) => at > toInstant(now)).slice(0, 1) : times;
}

/** The hour in `terça 15`, and in a lone `15`; a number that is part of a date or a count is none. */
function takeBareHour(words: string, today: Day, company: Pick<Company, 'holidays'>) {
  const match = /^(?:(.*) )?(\d{1,2})$/.exec(words);
  const [, rest = '', hour] = match ?? [];
  if (match === null || Number(hour) > 23 || wordsToDays(words, today, company).length > 0) return null;
  return rest === '' || wordsToDays(rest, today, company).length > 0
    ? { hour: Number(hour), minute: 0, rest }
    : null;
}

function dayAlone(day: Day, today: Day, { now, company }: DateWordsContext): Instant {
  if (day !== today) return instantAt(day, NEXT_CONTACT_HOUR, 0, company.timeZone);
  const evening = instantAt(day, TODAY_HOUR, 0, company.timeZone);
  // After hours "hoje" still means today: the next full hour.
  return evening > toInstant(now)
    ? evening
    : toInstant(Math.ceil((now.getTime() + 1) / 3_600_000) * 3_600_000);
}

function choices(times: Instant[], context: DateWordsContext): DateCandidate[] {
  const now = toInstant(context.now);
  return [...new Set(times)]
    .filter((at) => (context.past ? at <= now && at >= EARLIEST_START : at > now))
    .map((at) => candidate(at, context))
    .slice(0, CHOICES);
}

function candidate(at: Instant, { now, company }: DateWordsContext): DateCandidate {
  const { timeZone } = company;
  const label = instantToMoment(at, now, timeZone);
  return { at, label, hint: hintOf(dayOf(at, timeZone), label.daysAway, { now, company }) };
}

function hintOf(day: Day, daysAway: number, { now, company }: DateWordsContext): DateHint | null {
  if (daysAway < 0) return null;
  if (!isBusinessDay(day, company)) return { kind: 'not-business-day' };
  if (daysAway === 0 || daysAway > HINT_DAYS) return null;
  return { kind: 'business-days', count: businessDaysBetween(dayOf(now, company.timeZone), day, company) };
}

/** The same time of the next business day. */
function nextBusinessTime(at: Instant, { company }: DateWordsContext): Instant {
  const clock = wallClock(at, company.timeZone);
  return instantAt(addBusinessDays(clock.day, 0, company), clock.hour, clock.minute, company.timeZone);
}

/** Lower case, without accents, commas and doubled spaces. */
function normalized(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[,;]/g, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
