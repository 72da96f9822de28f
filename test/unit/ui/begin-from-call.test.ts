import { expect, onTestFinished, test, vi } from 'vitest';
import { beginFromCall } from '../../../components/call/use-call-card.ts';
import { createToasts } from '../../../components/ui/toasts.ts';
import type { Call } from '../../../domain/call.ts';
import { err } from '../../../domain/result.ts';
import { plainTextToRichText } from '../../../domain/rich-text/document.ts';
import { createCallCard } from '../../../state/call-card.ts';
import { firstWriting } from '../../../state/leaving.ts';
import { createPanel } from '../../../state/panel.ts';
import { aCustomer, aSummary, me, openTickets, rioPardo, testId } from '../../support/screens/fixtures.ts';
import { createMemoryPorts } from '../../support/screens/memory-ports.ts';

const guaira = aCustomer(aSummary());
const aCall = (index: number): Call => ({
  ...{ id: testId(index), number: '+5516991005500', direction: 'in' },
  ...{ startedAt: '2026-07-16T17:35:56.000Z', answeredAt: null, endedAt: null },
});

/** A panel, and the acts of a card whose caller is of this customer. */
function start() {
  const world = createMemoryPorts({ customers: [rioPardo, guaira], open: openTickets });
  const panel = createPanel(world.ports, me);
  const toasts = createToasts();
  onTestFinished(() => panel.dispose());
  const begin = async (call: Call, customer: typeof rioPardo, act: 'new' | 'continue') => {
    const card = createCallCard(call, world.ports);
    onTestFinished(() => card.dispose());
    card.choose({ customer, person: null });
    await vi.waitFor(() => expect(card.openTickets.value.kind).toBe('ready'));
    await beginFromCall({ panel, toasts }, { card, call }, act);
  };
  const writing = () => firstWriting(panel.navigation.stack.peek())?.writing;
  return { ...world, panel, toasts, begin, writing };
}

test('where a text cannot be kept nothing is opened: the call still asks, and the customer stays', async () => {
  const { panel, begin, writing, drafts, calls } = start();
  await panel.newTicket(rioPardo);
  writing()?.typed(() => plainTextToRichText('Ligou.'), false);
  drafts.failWith(err({ code: 'quota-exceeded', message: 'Sem espaço.' }));
  await begin(aCall(900), guaira, 'new');
  expect(calls.filter((call) => call.startsWith('take'))).toEqual([]);
  expect(panel.shown.value?.code).toBe(rioPardo.code);
  expect(writing()?.draft.value.customer.code).toBe(rioPardo.code);

  drafts.failWith(null);
  await begin(aCall(900), guaira, 'new');
  expect(calls).toContain(`take ${testId(900)}`);
  expect(panel.shown.value?.code).toBe(guaira.code);
});

test('a text that goes on from an earlier call stays of that call, and it is said', async () => {
  const { begin, writing, toasts } = start();
  await begin(aCall(900), rioPardo, 'continue');
  writing()?.typed(() => plainTextToRichText('Ligou.'), false);
  expect(toasts.items.value).toEqual([]);
  await begin(aCall(901), rioPardo, 'continue');
  expect(writing()?.draft.value.call?.id).toBe(testId(900));
  expect(toasts.items.value).toMatchObject([{ text: expect.stringContaining('outra ligação') }]);
});

test('the times of one call are never put into a text for the caller of another', async () => {
  const { panel, ports, toasts, calls } = start();
  const card = createCallCard(aCall(900), ports);
  onTestFinished(() => card.dispose());
  card.choose({ customer: rioPardo, person: null });
  await beginFromCall({ panel, toasts }, { card, call: aCall(901) }, 'new');
  expect(calls.filter((call) => call.startsWith('take'))).toEqual([]);
});
