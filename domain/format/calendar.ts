import type { Day } from '../day.ts';
import type { WallClock } from '../time-zone.ts';

/** `2026-07-16` as `16/07/2026`: a calendar day is the same everywhere, and no time zone is asked. */
export function formatDay(day: Day): string {
  return day.split('-').reverse().join('/');
}

/** What a clock shows, as `09:05`. */
export function formatClock({ hour, minute }: Pick<WallClock, 'hour' | 'minute'>): string {
  return [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
}
