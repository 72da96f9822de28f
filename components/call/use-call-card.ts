import { useEffect, useMemo } from 'preact/hooks';
import { formatPhone } from '../../domain/phone.ts';
import { call as words } from '../../locales/pt-BR/call.ts';
import { type CallCard, createCallCard } from '../../state/call-card.ts';
import { callToStart } from '../../state/call-start.ts';
import type { Panel } from '../../state/panel.ts';
import type { TabCall } from '../../state/ports.ts';
import { usePanel } from '../panel/panel-context.ts';

/** The card of this call, for as long as it is on screen. */
export function useCallCard({ call }: TabCall): CallCard {
  const panel = usePanel();
  const card = useMemo(() => createCallCard(call, panel.ports), [panel, call.id]);
  useEffect(() => () => card.dispose(), [card]);
  return card;
}

/** The number in words, or that it is withheld. */
export function numberInWords(card: CallCard): string {
  const phone = card.phone.value;
  return phone === null ? words.withheld : formatPhone(phone);
}

/** Opens a new ticket for the caller, or continues the marked one, with what the call knows filled in. */
export async function beginFromCall(panel: Panel, card: CallCard, act: 'new' | 'continue'): Promise<void> {
  const caller = card.caller.peek();
  const call = panel.ports.calls.current.peek()?.call;
  if (caller === null || call === undefined) return;
  const tickets = card.openTickets.peek();
  const ticket =
    act === 'continue' && tickets.kind === 'ready' ? (tickets.value[card.marked.peek()] ?? null) : null;
  if (act === 'continue' && ticket === null) return;
  const channels = panel.catalogue.all.peek().contactChannels;
  const channel = channels.find(({ kind, active }) => active && kind === 'phone');
  const start = callToStart(call, {
    phone: card.phone.peek(),
    channelId: channel?.id ?? null,
    person: caller.person,
  });
  await panel.startFromCall(caller.customer, ticket, start);
  await panel.ports.calls.take(call.id);
}
