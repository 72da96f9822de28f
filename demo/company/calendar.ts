import { addBusinessDays, isBusinessDay } from '../../domain/business-days.ts';
import { addDays, type Day, daysBetween } from '../../domain/day.ts';
import { nationalHolidays } from '../../domain/holidays.ts';
import { dayOf, instantAt, startOfDay } from '../../domain/time-zone.ts';
import type { Random } from './random.ts';

export const SAMPLE_TIME_ZONE = 'America/Sao_Paulo';

/** Times that the stories of the sample company need, around its "now". Instants are milliseconds since the epoch. */
export interface SampleCalendar {
  now: number;
  holidays: Day[];
  /** A time in office hours of a business day between the two, or of the one before; not after `to`. */
  officeTime(random: Random, from: number, to: number): number;
  /** Some time later today. */
  laterToday(random: Random): number;
  /** Office hours of the `count`-th business day from today. */
  businessDay(random: Random, count: number): number;
  /** The year that it is there. */
  yearOf(time: number): number;
}

export function createSampleCalendar(now: Date): SampleCalendar {
  const today = dayOf(now, SAMPLE_TIME_ZONE);
  const thisYear = Number(today.slice(0, 4));
  const holidays = [-2, -1, 0, 1, 2].flatMap((offset) =>
    nationalHolidays(thisYear + offset).map((holiday) => holiday.day),
  );
  const at = (day: Day, hour: number, minute: number) =>
    Date.parse(instantAt(day, hour, minute, SAMPLE_TIME_ZONE));
  const inOffice = (random: Random, day: Day) => at(day, random.integer(8, 17), random.integer(0, 59));
  return {
    now: now.getTime(),
    holidays,
    officeTime(random, from, to) {
      const first = dayOf(new Date(from), SAMPLE_TIME_ZONE);
      const span = daysBetween(first, dayOf(new Date(to), SAMPLE_TIME_ZONE));
      let day = addDays(first, random.integer(0, Math.max(0, span)));
      while (!isBusinessDay(day, { holidays })) day = addDays(day, -1);
      const time = inOffice(random, day);
      return time <= to ? time : to - random.integer(0, 90) * 60_000;
    },
    laterToday(random) {
      const end = Date.parse(startOfDay(addDays(today, 1), SAMPLE_TIME_ZONE)) - 60_000;
      return Math.min(end, now.getTime() + random.integer(20, 300) * 60_000);
    },
    businessDay: (random, count) => inOffice(random, addBusinessDays(today, count, { holidays })),
    yearOf: (time) => Number(dayOf(new Date(time), SAMPLE_TIME_ZONE).slice(0, 4)),
  };
}
