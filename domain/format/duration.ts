/** Hours and whole minutes of a length of time. */
export interface Duration {
  hours: number;
  minutes: number;
}

/** Seconds as hours and minutes, rounded to the minute; what lasted at all lasts one. */
export function secondsToDuration(seconds: number): Duration {
  const minutes = seconds <= 0 ? 0 : Math.max(1, Math.round(seconds / 60));
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}
