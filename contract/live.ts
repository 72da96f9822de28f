import { z } from 'zod';
import { idSchema } from '../domain/id.ts';
import { attendeeSchema, MOST_PLACES, ticketPlaceSchema } from '../domain/presence.ts';

/**
 * The live channel, a WebSocket at `/live`. It carries no data of customers or tickets: it says that something changed, which the pull then
 * reads, and who is at which ticket. The first message of the client is `hello` with its access token, which is never part of an address.
 */
export const liveClientMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello'), token: z.string().min(1).max(4000) }),
  /** All tickets on the client's screens; what is not in it is left. */
  z.object({ kind: z.literal('places'), places: z.array(ticketPlaceSchema).max(MOST_PLACES) }),
  /** Nothing new: keeps both ends awake. */
  z.object({ kind: z.literal('alive') }),
]);

export const liveServerMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('welcome') }),
  /** There is something to pull. */
  z.object({ kind: z.literal('changed') }),
  /** Who else is at this ticket now; told for each ticket that the client named. */
  z.object({ kind: z.literal('presence'), ticketId: idSchema, users: z.array(attendeeSchema).max(200) }),
]);

export type LiveClientMessage = z.infer<typeof liveClientMessageSchema>;
export type LiveServerMessage = z.infer<typeof liveServerMessageSchema>;

/** Why the server closes the channel. */
export const LIVE_CLOSE = {
  /** A message that is none of the contract's. */
  badMessage: 4400,
  /** No token, or one that is over: connect again with a new one. */
  signedOut: 4401,
  /** The server could not do its part: come again later. */
  failed: 1011,
  /** More than the server takes. */
  tooMany: 4429,
} as const;
