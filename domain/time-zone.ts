import { TZDate } from '@date-fns/tz';
import type { Day } from './day.ts';
import { type Instant, toInstant } from './instant.ts';

/** What clock and calendar show in a zone. */
export interface WallClock {
  day: Day;
  hour: number;
  minute: number;
}

/** What the clock on the wall shows at this time in the zone (an IANA name). */
export function wallClock(time: Date | Instant, timeZone: string): WallClock {
  const local = new TZDate(new Date(time).getTime(), timeZone);
  const pad = (value: number) => String(value).padStart(2, '0');
  const day = `${String(local.getFullYear()).padStart(4, '0')}-${pad(local.getMonth() + 1)}-${pad(local.getDate())}`;
  return { day, hour: local.getHours(), minute: local.getMinutes() };
}

/** The day that it is in the zone. */
export function dayOf(time: Date | Instant, timeZone: string): Day {
  return wallClock(time, timeZone).day;
}

/** The year that it is in the zone. */
export function yearOf(time: Date | Instant, timeZone: string): number {
  return Number(dayOf(time, timeZone).slice(0, 4));
}

/** When the clock of the zone shows this time; a time that the zone skips is moved past the gap. */
export function instantAt(day: Day, hour: number, minute: number, timeZone: string): Instant {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return toInstant(new TZDate(year, month - 1, date, hour, minute, 0, 0, timeZone).getTime());
}

/** The first moment of the day in the zone. */
export function startOfDay(day: Day, timeZone: string): Instant {
  return instantAt(day, 0, 0, timeZone);
}
