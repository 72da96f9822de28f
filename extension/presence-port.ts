import { computed, effect, signal } from '@preact/signals';
import { createId } from '../domain/id.ts';
import type { Attendee, TicketPlace } from '../domain/presence.ts';
import type { Requester } from '../messaging/message.ts';
import type { PanelRequests } from '../messaging/panel-requests.ts';
import type { PresencePort } from '../state/ports.ts';
import type { Setting } from '../storage/setting.ts';
import { settingToSignal } from './live-signals.ts';

/** Half of what the background takes for a page that is gone, and less (ms). */
const SAID_AGAIN = 20_000;

/** Says which ticket is on this panel's screen, while the panel is shown, and who else is there. */
export function createPresencePort(parts: {
  ask: Requester<PanelRequests>;
  presence: Setting<Record<string, Attendee[]>>;
  visible: { readonly value: boolean };
}): PresencePort {
  const panelId = createId();
  const everybody = settingToSignal(parts.presence, {} as Record<string, Attendee[]>);
  const place = signal<TicketPlace | null>(null);
  let wasSaid = false;
  const say = (places: TicketPlace[]) => void parts.ask('presence.set', { panelId, places });
  effect(() => {
    const places = place.value === null || !parts.visible.value ? [] : [place.value];
    if (places.length === 0 && !wasSaid) return undefined;
    wasSaid = places.length > 0;
    say(places);
    if (places.length === 0) return undefined;
    const timer = setInterval(() => say(places), SAID_AGAIN);
    return () => clearInterval(timer);
  });
  addEventListener('pagehide', () => {
    if (place.peek() !== null) say([]);
  });
  return {
    at: (next) => {
      place.value = next;
    },
    others: (ticketId) => computed(() => everybody.value[ticketId] ?? []),
  };
}
