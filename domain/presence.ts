import { z } from 'zod';
import { idSchema } from './id.ts';

/** What somebody does with a ticket that is on his or her screen. */
export const doingSchema = z.enum(['viewing', 'writing']);

export type Doing = z.infer<typeof doingSchema>;

/** A ticket on somebody's screen. */
export const ticketPlaceSchema = z.object({ ticketId: idSchema, doing: doingSchema });

export type TicketPlace = z.infer<typeof ticketPlaceSchema>;

/** Somebody else at a ticket. */
export const attendeeSchema = z.object({ userId: idSchema, doing: doingSchema });

export type Attendee = z.infer<typeof attendeeSchema>;

/** More tickets than anybody has on screen at one time. */
export const MOST_PLACES = 20;

/** The same places as one list: a ticket that is in several panels is there once. */
export function mergePlaces(places: readonly TicketPlace[]): TicketPlace[] {
  const merged = mergeDoings(places, ({ ticketId }) => ticketId);
  return [...merged].slice(0, MOST_PLACES).map(([ticketId, doing]) => ({ ticketId, doing }));
}

/** Who is at a ticket, from everybody's places at it: somebody in several tabs is there once. */
export function mergeAttendees(attendees: readonly Attendee[]): Attendee[] {
  return [...mergeDoings(attendees, ({ userId }) => userId)].map(([userId, doing]) => ({ userId, doing }));
}

/** What each does, in the order of coming: writing, where it is done anywhere. */
function mergeDoings<T extends { doing: Doing }>(
  items: readonly T[],
  keyOf: (item: T) => string,
): Map<string, Doing> {
  const doings = new Map<string, Doing>();
  for (const item of items) {
    const key = keyOf(item);
    if (item.doing === 'writing' || !doings.has(key)) doings.set(key, item.doing);
  }
  return doings;
}
