import { z } from 'zod';

/**
 * A point in time on the wire and in storage: ISO 8601 in UTC with milliseconds, `2026-11-24T17:30:00.000Z`. Years 0001 to
 * 9999: there is no year 0 in the calendar of databases. What times make sense is for the rules to say, which keep the words.
 */
export const instantSchema = z.iso.datetime({ precision: 3 }).regex(/^(?!0000)/);

export type Instant = string;

/** Milliseconds since the epoch, or a Date, as an {@link Instant}. */
export function toInstant(time: number | Date): Instant {
  return new Date(time).toISOString();
}
