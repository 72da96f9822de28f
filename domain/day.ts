/** A day of the calendar without time or zone, `AAAA-MM-DD`; days compare as text. */
export type Day = string;

const MILLISECONDS = 86_400_000;

/** The day `count` days after (or before, when negative). */
export function addDays(day: Day, count: number): Day {
  return epochToDay(dayToEpoch(day) + count * MILLISECONDS);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(dayToEpoch(day)).getUTCDay();
}

/** Days from one day to the other; negative when it lies before. */
export function daysBetween(from: Day, to: Day): number {
  return (dayToEpoch(to) - dayToEpoch(from)) / MILLISECONDS;
}

/** The day with these numbers (month 1 to 12), or null where there is none, as 31/02. */
export function createDay(year: number, month: number, day: number): Day | null {
  const made = epochToDay(Date.UTC(year, month - 1, day));
  const wanted = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return made === wanted ? made : null;
}

function dayToEpoch(day: Day): number {
  return Date.parse(`${day}T00:00:00.000Z`);
}

function epochToDay(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}
