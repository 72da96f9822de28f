import type { LiveServerMessage } from '../../contract/live.ts';
import { type Attendee, mergeAttendees, type TicketPlace } from '../../domain/presence.ts';

/** Somebody who is connected. */
export interface LiveConnection {
  userId: string;
  send(message: LiveServerMessage): void;
}

/** Who is connected to this process, and at which tickets. */
export interface LiveHub {
  /** Takes somebody in; gives what is to be called when he or she is gone. */
  join(connection: LiveConnection): () => void;
  /** All tickets on this one's screens, instead of those before. Tells whoever shares one of them, and this one itself. */
  place(connection: LiveConnection, places: readonly TicketPlace[]): void;
  /** Something was committed: tells everybody, at most once per {@link TOLD_EVERY}. */
  changed(): void;
}

/** Many commands in a row are told once (ms). */
const TOLD_EVERY = 100;

export function createLiveHub(): LiveHub {
  const connections = new Map<LiveConnection, readonly TicketPlace[]>();
  let telling: ReturnType<typeof setTimeout> | undefined;

  function attendees(ticketId: string, but: string): Attendee[] {
    const others = [...connections].filter(([{ userId }]) => userId !== but);
    return mergeAttendees(
      others.flatMap(([{ userId }, places]) =>
        places.flatMap((place) => (place.ticketId === ticketId ? [{ userId, doing: place.doing }] : [])),
      ),
    );
  }

  /** Everybody who is at one of these tickets hears who else is. */
  function tell(ticketIds: ReadonlySet<string>): void {
    for (const [connection, places] of connections) {
      for (const ticketId of new Set(places.map((place) => place.ticketId))) {
        if (!ticketIds.has(ticketId)) continue;
        connection.send({ kind: 'presence', ticketId, users: attendees(ticketId, connection.userId) });
      }
    }
  }

  const place = (connection: LiveConnection, places: readonly TicketPlace[]) => {
    const before = connections.get(connection);
    if (before === undefined) return;
    connections.set(connection, places);
    tell(new Set([...before, ...places].map(({ ticketId }) => ticketId)));
  };

  return {
    join(connection) {
      connections.set(connection, []);
      return () => {
        place(connection, []);
        connections.delete(connection);
      };
    },
    place,
    changed() {
      telling ??= setTimeout(() => {
        telling = undefined;
        for (const connection of connections.keys()) connection.send({ kind: 'changed' });
      }, TOLD_EVERY);
      telling.unref?.();
    },
  };
}
