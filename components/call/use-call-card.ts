import { TriangleAlert } from 'lucide';
import { useEffect, useMemo } from 'preact/hooks';
import type { Call } from '../../domain/call.ts';
import { formatPhone } from '../../domain/phone.ts';
import { call as words } from '../../locales/pt-BR/call.ts';
import { type CallCard, createCallCard } from '../../state/call-card.ts';
import { callToStart } from '../../state/call-start.ts';
import { firstWriting } from '../../state/leaving.ts';
import type { TabCall } from '../../state/ports.ts';
import { type PanelSurroundings, usePanel } from '../panel/panel-context.ts';

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
export async function beginFromCall(
  { panel, toasts }: PanelSurroundings,
  { card, call }: { card: CallCard; call: Call },
  act: 'new' | 'continue',
): Promise<void> {
  const caller = card.caller.peek();
  // Never the caller of one call with the times of another.
  if (caller === null || call.id !== card.call.id) return;
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
  if (!(await panel.startFromCall(caller.customer, ticket, start))) return;
  const draft = firstWriting(panel.navigation.stack.peek())?.writing.draft.peek();
  if (draft?.call !== undefined && draft.call.id !== call.id)
    toasts.show({ text: words.ofAnotherCall, icon: TriangleAlert });
  await panel.ports.calls.take(call.id);
  if (panel.callShown.peek() === call.id) panel.showCall(null);
}
