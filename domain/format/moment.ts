import { daysBetween, weekdayOf } from '../day.ts';
import type { Instant } from '../instant.ts';
import { wallClock } from '../time-zone.ts';
import { formatClock } from './calendar.ts';

/** A time on the company's clock, ready for words: the catalogue of the language writes it. */
export interface Moment {
  /** Days from today: 0 today, 1 tomorrow, -1 yesterday. */
  daysAway: number;
  /** 0 for Sunday to 6. */
  weekday: number;
  /** Day of the month. */
  day: number;
  /** 1 to 12. */
  month: number;
  year: number;
  isThisYear: boolean;
  /** `16:00`. */
  time: string;
}

/** A length of time in its largest whole unit. */
export interface Span {
  unit: 'minute' | 'hour' | 'day';
  count: number;
}

/** How long ago: now, so many minutes or hours on the same day, or the moment itself. */
export type Age = { kind: 'now' } | { kind: 'span'; span: Span } | { kind: 'moment'; moment: Moment };

/** When something is due, or for how long it has been. */
export type Due = { kind: 'overdue'; span: Span } | { kind: 'due'; moment: Moment };

export function instantToMoment(at: Instant, now: Date, timeZone: string): Moment {
  const clock = wallClock(at, timeZone);
  const today = wallClock(now, timeZone).day;
  const [year = 0, month = 1, day = 1] = clock.day.split('-').map(Number);
  return {
    daysAway: daysBetween(today, clock.day),
    weekday: weekdayOf(clock.day),
    day,
    month,
    year,
    isThisYear: clock.day.slice(0, 4) === today.slice(0, 4),
    time: formatClock(clock),
  };
}

/** How long ago it was; what lies ahead by a clock that differs counts as now. */
export function instantToAge(at: Instant, now: Date, timeZone: string): Age {
  const minutes = Math.floor((now.getTime() - Date.parse(at)) / 60_000);
  if (minutes < 1) return { kind: 'now' };
  if (minutes < 60) return { kind: 'span', span: { unit: 'minute', count: minutes } };
  const moment = instantToMoment(at, now, timeZone);
  if (moment.daysAway < 0) return { kind: 'moment', moment };
  return { kind: 'span', span: { unit: 'hour', count: Math.floor(minutes / 60) } };
}

/** When it is due on the company's clock, or how long it is overdue (days of 24 hours). */
export function instantToDue(at: Instant, now: Date, timeZone: string): Due {
  const late = now.getTime() - Date.parse(at);
  if (late <= 0) return { kind: 'due', moment: instantToMoment(at, now, timeZone) };
  return { kind: 'overdue', span: millisecondsToSpan(late) };
}

function millisecondsToSpan(time: number): Span {
  const minutes = Math.floor(time / 60_000);
  if (minutes >= 24 * 60) return { unit: 'day', count: Math.floor(minutes / (24 * 60)) };
  if (minutes >= 60) return { unit: 'hour', count: Math.floor(minutes / 60) };
  return { unit: 'minute', count: Math.max(1, minutes) };
}
