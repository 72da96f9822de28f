import { type Attendee, mergePlaces, type TicketPlace } from '../domain/presence.ts';
import type { Setting } from '../storage/setting.ts';
import type { LiveChannel } from './live-channel.ts';

/** Who is at which ticket: what the panels of this machine show goes out, who else is there comes in. */
export interface PresenceService {
  /** All tickets on the screen of one panel; it says so again before {@link FORGOTTEN_AFTER} is over, else it is gone. */
  set(panelId: string, places: readonly TicketPlace[]): void;
  /** Who else is at a ticket, for the pages of ours that show it. */
  heard(ticketId: string, users: Attendee[]): void;
}

/** A page that was closed says nothing more (ms). */
export const FORGOTTEN_AFTER = 45_000;

export function createPresenceService(parts: {
  channel: Pick<LiveChannel, 'place'>;
  presence: Setting<Record<string, Attendee[]>>;
  now(): number;
}): PresenceService {
  const panels = new Map<string, { places: readonly TicketPlace[]; at: number }>();
  let turn: Promise<void> = Promise.resolve();
  let told = '';
  const inTurn = (act: () => Promise<void>) => {
    turn = turn.then(act).catch((error: unknown) => console.error(error));
  };
  // What an earlier background heard may be long over, and where the area lasts, of another day.
  inTurn(async () => {
    if (Object.keys(await parts.presence.read()).length > 0) await parts.presence.clear();
  });

  return {
    set(panelId, places) {
      const time = parts.now();
      if (places.length === 0) panels.delete(panelId);
      else panels.set(panelId, { places, at: time });
      for (const [id, { at }] of panels) if (time - at > FORGOTTEN_AFTER) panels.delete(id);
      const all = mergePlaces([...panels.values()].flatMap((panel) => panel.places));
      const text = JSON.stringify(all);
      if (text === told) return;
      told = text;
      parts.channel.place(all);
    },
    heard(ticketId, users) {
      inTurn(async () => {
        const { [ticketId]: before = [], ...others } = await parts.presence.read();
        if (JSON.stringify(before) === JSON.stringify(users)) return;
        await parts.presence.write(users.length === 0 ? others : { ...others, [ticketId]: users });
      });
    },
  };
}
