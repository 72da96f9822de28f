import { addBusinessDays } from '../business-days.ts';
import type { Company } from '../company.ts';
import { addDays, createDay, type Day, weekdayOf } from '../day.ts';
import { COUNT, wordToCount } from './number-words.ts';

const WEEKDAYS = ['domingo', 'segunda', 'terca', 'quarta', 'quinta', 'sexta', 'sabado'];
const MONTHS =
  'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro'.split(' ');
const AHEAD = '(?:em |daqui a |daqui |dentro de |\\+ ?)?';
const DAYS = new RegExp(`^${AHEAD}(${COUNT}) ?(d|dias?)( uteis| util)?$`);
const LONGER = new RegExp(`^${AHEAD}(${COUNT}) ?(sem|semanas?|mes|meses)$`);
const NUMBERED = /^(?:dia )?(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?$/;
const NAMED = /^(?:dia )?(\d{1,2})(?: de)? ([a-z]{3,9})(?:(?: de)? (\d{4}))?$/;

/** Days meant by normalised words, the likeliest first; empty for what names no day. A day before today only where it is written out. */
export function wordsToDays(words: string, today: Day, company: Pick<Company, 'holidays'>): Day[] {
  return [
    ...nearDays(words, today),
    ...weekdays(words, today),
    ...countedDays(words, today, company),
    ...writtenDays(words, today),
  ];
}

function nearDays(words: string, today: Day): Day[] {
  if (words === 'anteontem') return [addDays(today, -2)];
  if (words === 'ontem') return [addDays(today, -1)];
  if (words === 'depois de amanha') return [addDays(today, 2)];
  if (words.length >= 2 && 'hoje'.startsWith(words)) return [today];
  if (words.length >= 2 && 'amanha'.startsWith(words)) return [addDays(today, 1)];
  return [];
}

function weekdays(words: string, today: Day): Day[] {
  const match = /^(?:na |no |proxim[ao] |est[ae] )?([a-z]{3,7})(?:[ -]feira)?( que vem)?$/.exec(words);
  const name = match?.[1] ?? '';
  if (name === 'semana' && match?.[2] !== undefined) return [addDays(today, daysUntil(1, today))];
  const weekday = name === '' ? -1 : WEEKDAYS.findIndex((full) => full.startsWith(name));
  if (weekday < 0) return [];
  const next = addDays(today, daysUntil(weekday, today));
  // "Sexta que vem" said before that Friday is as a rule the one of the following week: both are offered.
  if (match?.[2] !== undefined) return [addDays(next, 7), next];
  return weekday === weekdayOf(today) ? [today, next] : [next];
}

function countedDays(words: string, today: Day, company: Pick<Company, 'holidays'>): Day[] {
  const days = DAYS.exec(words) ?? /^\+ ?(\d{1,3})()()$/.exec(words);
  if (days !== null) {
    const count = wordToCount(days[1] ?? '');
    const business = addBusinessDays(today, count, company);
    if (days[3]) return [business];
    const calendar = addDays(today, count);
    return calendar === business ? [calendar] : [calendar, business];
  }
  const longer = LONGER.exec(words) ?? (words === 'mes que vem' ? ['', '1', 'mes'] : null);
  if (longer === null) return [];
  const count = wordToCount(longer[1] ?? '');
  return longer[2]?.startsWith('sem') ? [addDays(today, count * 7)] : [addMonths(today, count)];
}

function writtenDays(words: string, today: Day): Day[] {
  const alone = /^dia (\d{1,2})$/.exec(words);
  if (alone !== null) return dayOfMonth(Number(alone[1]), today);
  const numbered = NUMBERED.exec(words);
  if (numbered !== null) return dayOfYear(Number(numbered[1]), Number(numbered[2]), numbered[3], today);
  const named = NAMED.exec(words);
  const name = named?.[2] ?? '';
  const month = name === '' ? -1 : MONTHS.findIndex((full) => full.startsWith(name));
  return month < 0 ? [] : dayOfYear(Number(named?.[1]), month + 1, named?.[3], today);
}

/** Without a year: the next one to come, then the last that has been. */
function dayOfYear(day: number, month: number, year: string | undefined, today: Day): Day[] {
  const thisYear = Number(today.slice(0, 4));
  if (year !== undefined) {
    return [createDay(year.length === 2 ? 2000 + Number(year) : Number(year), month, day)].filter(isDay);
  }
  const found = createDay(thisYear, month, day);
  if (found !== null && found >= today) return [found, createDay(thisYear - 1, month, day)].filter(isDay);
  return [createDay(thisYear + 1, month, day), found].filter(isDay);
}

function dayOfMonth(day: number, today: Day): Day[] {
  for (let months = 0; months < 12; months += 1) {
    const first = addMonths(`${today.slice(0, 7)}-01`, months);
    const found = createDay(Number(first.slice(0, 4)), Number(first.slice(5, 7)), day);
    if (found !== null && found >= today) return [found];
  }
  return [];
}

/** The same day of a later month, or its last day. */
function addMonths(day: Day, count: number): Day {
  const month = Number(day.slice(5, 7)) - 1 + count;
  const year = Number(day.slice(0, 4)) + Math.floor(month / 12);
  for (let date = Number(day.slice(8)); ; date -= 1) {
    const found = createDay(year, (month % 12) + 1, date);
    if (found !== null) return found;
  }
}

function daysUntil(weekday: number, today: Day): number {
  return (weekday - weekdayOf(today) + 7) % 7 || 7;
}

function isDay(day: Day | null): day is Day {
  return day !== null;
}
