import { isCustomerCommand } from '../../domain/command.ts';
import { type DeliveryState, deliveryOf, heldBackBy, type OutboxEntry } from '../../domain/delivery.ts';
import { dates } from '../../locales/pt-BR/dates.ts';
import { ticket as words } from '../../locales/pt-BR/ticket.ts';
import { usePanel } from '../panel/panel-context.ts';
import { useTimes } from '../panel/use-times.ts';

/** What the screens say of a command on its way. */
export interface EntryState {
  delivery: DeliveryState;
  /** Why it is not on its way yet; null where it will be at once. */
  waits: string | null;
  /** An earlier command of the same ticket has to go first. */
  isHeld: boolean;
  /** There is something to choose: it needs the agent, or it waits and can still be taken back. */
  hasChoices: boolean;
}

/** Follows the connection, the session and the other commands of the same ticket. */
export function useEntryState(entry: OutboxEntry): EntryState {
  const panel = usePanel();
  const times = useTimes();
  const { connection, session, outbox } = panel.ports;
  const canGo = connection.state.value === 'online' && session.state.value.kind === 'signed-in';
  const ahead = entry.state === 'queued' ? heldBackBy(entry, outbox.entries.value) : null;
  const isWaiting = entry.state === 'queued' && (entry.attempts > 0 || !canGo || ahead !== null);
  return {
    delivery: deliveryOf(entry, canGo),
    waits: ahead === null ? untilNextTry(entry, times.now) : waitsFor(ahead),
    isHeld: ahead !== null,
    hasChoices: entry.state === 'needs' || isWaiting,
  };
}

function waitsFor(ahead: OutboxEntry): string {
  if (ahead.command.kind === 'createContactPerson') return words.waitsForContact;
  if (isCustomerCommand(ahead.command)) return words.waitsForEdit;
  if (ahead.state !== 'needs') return words.waitsForEarlier;
  return ahead.command.kind === 'openTicket' ? words.waitsForOpening : words.waitsForNeeding;
}

function untilNextTry({ state, retryAt }: OutboxEntry, now: Date): string | null {
  if (state !== 'queued' || retryAt === null) return null;
  const seconds = Math.round((Date.parse(retryAt) - now.getTime()) / 1000);
  if (seconds <= 0) return null;
  return words.retryIn(
    seconds < 60 ? `${seconds} s` : dates.span({ unit: 'minute', count: Math.ceil(seconds / 60) }),
  );
}
