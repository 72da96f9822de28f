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

/** The same places as one list: a ticket that is in several panels is there once, as written where any of them writes. */
export function mergePlaces(places: readonly TicketPlace[]): TicketPlace[] {
  const byTicket = new Map<string, Doing>();
  for (const { ticketId, doing } of places) {
    if (doing === 'writing' || !byTicket.has(ticketId)) byTicket.set(ticketId, doing);
  }
  return [...byTicket].slice(0, MOST_PLACES).map(([ticketId, doing]) => ({ ticketId, doing }));
}
