import type { Company } from './company.ts';
import { addDays, type Day, weekdayOf } from './day.ts';

/** Whether the company works on this day: not on weekends, not on its holidays. */
export function isBusinessDay(day: Day, company: Pick<Company, 'holidays'>): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !company.holidays.includes(day);
}

/**
 * The `count`-th business day after the day. 0 gives the day itself where it is a business day, else the next one.
 */
export function addBusinessDays(day: Day, count: number, company: Pick<Company, 'holidays'>): Day {
  let current = count === 0 ? day : addDays(day, 1);
  let left = count;
  // Holidays without end would be a fault of the table: ten years is further than any next contact.
  for (let step = 0; step < 3660; step += 1) {
    if (isBusinessDay(current, company)) {
      if (left <= 1) return current;
      left -= 1;
    }
    current = addDays(current, 1);
  }
  return current;
}

/** Business days after `from` up to `to`, `to` included; 0 when `to` is not later. */
export function businessDaysBetween(from: Day, to: Day, company: Pick<Company, 'holidays'>): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isBusinessDay(day, company)) count += 1;
  }
  return count;
}
