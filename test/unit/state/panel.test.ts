import { expect, onTestFinished, test, vi } from 'vitest';
import { err } from '../../../domain/result.ts';
import { plainTextToRichText } from '../../../domain/rich-text/document.ts';
import { createPanel } from '../../../state/panel.ts';
import {
  aCustomer,
  aDraft,
  aSummary,
  me,
  onRioPardo,
  openTickets,
  rioPardo,
  testId,
} from '../../support/screens/fixtures.ts';
import { createMemoryPorts, type World } from '../../support/screens/memory-ports.ts';

const guaira = aCustomer(aSummary());
const onGuaira = { ...onRioPardo, code: guaira.code };

function start(world: Partial<World> = {}) {
  const outside = createMemoryPorts({ customers: [rioPardo, guaira], open: openTickets, ...world });
  const panel = createPanel(outside.ports, me);
  onTestFinished(() => panel.dispose());
  return { ...outside, panel };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function screenOf(panel: ReturnType<typeof start>['panel']) {
  return panel.navigation.screen.value;
}

function newTicketOf(panel: ReturnType<typeof start>['panel']) {
  const screen = screenOf(panel);
  if (screen.kind !== 'newTicket') throw new Error(`The screen is ${screen.kind}.`);
  return screen.open;
}

test('the customer of the page is shown with tickets', async () => {
  const { panel } = start({ page: onRioPardo });
  await settled();
  expect(panel.customer.value?.summary.value?.name).toBe(rioPardo.name);
  expect(panel.customer.value?.openTickets.value).toMatchObject({ kind: 'ready', value: { total: 3 } });
});

test('a panel in which nothing is written follows the page', async () => {
  const { panel, pageCustomer } = start({ page: onRioPardo });
  await panel.newTicket();
  await settled();
  pageCustomer.value = onGuaira;
  await settled();
  expect(screenOf(panel)).toEqual({ kind: 'customer' });
  expect(panel.customer.value?.summary.value?.name).toBe(guaira.name);
});

test('what is being written stays with its customer, and the page is only offered', async () => {
  const { panel, pageCustomer, drafts } = start({ page: onRioPardo });
  await settled();
  await panel.newTicket();
  const { writing } = newTicketOf(panel);
  writing.typed(() => plainTextToRichText('José ligou'), false);
  pageCustomer.value = onGuaira;
  await settled();
  expect(newTicketOf(panel).writing).toBe(writing);
  expect(writing.draft.value.customer.id).toBe(rioPardo.id);
  expect(panel.pageOffer.value).toMatchObject({ name: guaira.name });

  await panel.followPage();
  await settled();
  expect(panel.customer.value?.summary.value?.name).toBe(guaira.name);
  expect(drafts.all.value).toMatchObject([
    { customer: { id: rioPardo.id }, body: plainTextToRichText('José ligou') },
  ]);
});

test('the same draft is there again where it was left', async () => {
  const { panel } = start({ page: onRioPardo });
  await settled();
  await panel.newTicket();
  const first = newTicketOf(panel).writing;
  first.typed(() => plainTextToRichText('José ligou'), false);
  await panel.back();
  await panel.newTicket();
  const second = newTicketOf(panel).writing;
  expect(second.draft.value.id).toBe(first.draft.value.id);
  expect(second.draft.value.body).toEqual(plainTextToRichText('José ligou'));
});

test('another customer for a new ticket opens another draft', async () => {
  const { panel, drafts } = start({ page: onRioPardo });
  await settled();
  await panel.newTicket();
  newTicketOf(panel).writing.typed(() => plainTextToRichText('De Rio Pardo'), false);
  await panel.newTicket(aSummary());
  expect(newTicketOf(panel).writing.draft.value).toMatchObject({ customer: { id: guaira.id } });
  expect(newTicketOf(panel).writing.hasText.value).toBe(false);
  expect(drafts.all.value).toMatchObject([{ customer: { id: rioPardo.id } }]);
});

test('a new ticket has its protocol at once, and one that was on screen is never given to another', async () => {
  const { panel, calls, drafts } = start({ page: onRioPardo });
  await settled();
  await panel.newTicket();
  await settled();
  expect(newTicketOf(panel).protocol.value).toBe('2026000042319');
  await panel.back();
  await settled();
  expect(calls).not.toContain('give back 2026000042319');
  expect(drafts.all.value).toEqual([]);
});

test.each<[string, (panel: ReturnType<typeof start>['panel']) => Promise<unknown>]>([
  ['going back', (panel) => panel.back()],
  ['another tab', (panel) => panel.goToTab('inbox')],
  ['the customer of the page', (panel) => panel.followPage()],
  ['another customer', (panel) => panel.choose(guaira)],
  ['a new ticket of another customer', (panel) => panel.newTicket(aSummary())],
  ['signing out', (panel) => panel.signOut()],
  ['putting it off', (panel) => panel.finishLater(newTicketOf(panel))],
])('a text that could not be kept stays on screen: %s does not lead away from it', async (_, leave) => {
  const { panel, drafts, calls } = start({ page: onRioPardo });
  await settled();
  await panel.newTicket();
  const { writing } = newTicketOf(panel);
  drafts.failWith(err({ code: 'quota-exceeded', message: 'Sem espaço.' }));
  writing.typed(() => plainTextToRichText('Só existe aqui'), false);
  expect(await leave(panel)).toBeFalsy();
  expect(newTicketOf(panel).writing).toBe(writing);
  expect(writing.current().body).toEqual(plainTextToRichText('Só existe aqui'));
  expect(calls).not.toContain('sign out');
  drafts.failWith(null);
  await leave(panel);
  expect(drafts.all.value.map((draft) => draft.body)).toContainEqual(plainTextToRichText('Só existe aqui'));
});

test('what is typed while a screen is left and its text is being kept is kept too', async () => {
  const { panel, drafts } = start({ page: onRioPardo });
  await settled();
  await panel.newTicket();
  const { writing } = newTicketOf(panel);
  const keep = drafts.keep;
  const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let writes = 0;
  drafts.keep = async (draft) => {
    await gates[writes++]?.promise;
    return keep(draft);
  };
  writing.typed(() => plainTextToRichText('José'), false);
  const left = panel.back();
  await settled();
  writing.typed(() => plainTextToRichText('José ligou'), false);
  gates[0]?.resolve();
  await settled();
  // It is still on screen: a failure now would not lose it.
  expect(newTicketOf(panel).writing).toBe(writing);
  gates[1]?.resolve();
  await left;
  expect(screenOf(panel).kind).toBe('customer');
  expect(drafts.all.value).toMatchObject([{ body: plainTextToRichText('José ligou') }]);
});

test('a new ticket asked for on the screen of a ticket is for its customer, not for the one of the page', async () => {
  const { panel } = start({ page: onRioPardo });
  await settled();
  panel.openTicket(testId(900), null, aSummary());
  await settled();
  await panel.newTicket();
  expect(newTicketOf(panel).writing.draft.value.customer.id).toBe(guaira.id);
});

test('a protocol that was told is never given to another ticket', async () => {
  const { panel, calls, drafts } = start({ page: onRioPardo });
  await settled();
  await panel.newTicket();
  await settled();
  newTicketOf(panel).markTold();
  await panel.back();
  expect(calls).not.toContain('give back 2026000042319');
  expect(drafts.all.value).toMatchObject([{ target: { protocol: '2026000042319' } }]);
});

test('an offered customer has to be confirmed before a ticket is opened', async () => {
  const { panel } = start({ page: { ...onRioPardo, certainty: 'offered' } });
  await settled();
  await panel.newTicket();
  expect(screenOf(panel)).toEqual({ kind: 'customer' });
  expect(panel.asksToConfirm.value).toBe(true);
  await panel.confirmCustomer();
  expect(newTicketOf(panel).writing.draft.value.customer.id).toBe(rioPardo.id);
});

test('"não é este cliente" leaves the panel without a customer', async () => {
  const { panel, calls } = start({ page: { ...onRioPardo, certainty: 'offered' } });
  await settled();
  await panel.dismissCustomer();
  expect(panel.shown.value).toBeNull();
  expect(calls).toContain('dismiss');
});

test('without a customer, N asks for one and then opens the ticket', async () => {
  const { panel } = start();
  await panel.newTicket();
  expect(screenOf(panel)).toEqual({ kind: 'find', purpose: 'newTicket' });
  await panel.choose(aSummary());
  expect(newTicketOf(panel).writing.draft.value.customer.id).toBe(guaira.id);
});

test('new evidence for the same page does not take away a customer that was chosen', async () => {
  const { panel, pageCustomer } = start({ page: onRioPardo });
  await panel.choose(aSummary());
  pageCustomer.value = { ...onRioPardo, because: [] };
  await settled();
  expect(panel.shown.value?.code).toBe(guaira.code);
  expect(panel.pageOffer.value?.name).toBe(rioPardo.name);
});

test('OK is refused with the field, and the text stays', async () => {
  const { panel, calls } = start({ page: onRioPardo });
  await settled();
  await panel.newTicket();
  const open = newTicketOf(panel);
  open.writing.typed(() => plainTextToRichText('José ligou'), false);
  await panel.sending.send(open, null);
  expect(open.refusal.value).toMatchObject({ field: 'typeId' });
  expect(open.writing.current().body).toEqual(plainTextToRichText('José ligou'));
  expect(calls.filter((call) => call.startsWith('accept'))).toEqual([]);
});

test('OK turns the draft into its command once, however often it is pressed', async () => {
  const { panel, calls, entries, drafts } = start({ page: onRioPardo });
  await settled();
  await panel.newTicket();
  const open = newTicketOf(panel);
  open.writing.typed(() => plainTextToRichText('José ligou'), false);
  open.writing.change({ typeId: testId(24) });
  await Promise.all([panel.sending.send(open, null), panel.sending.send(open, null)]);
  expect(calls.filter((call) => call.startsWith('accept'))).toEqual(['accept openTicket']);
  expect(entries.value).toMatchObject([{ title: 'José ligou', command: { protocol: '2026000042319' } }]);
  expect(drafts.all.value).toEqual([]);
});

test('a ticket that was opened here stands in the list before the server has it', async () => {
  const { panel } = start({ page: onRioPardo });
  await settled();
  await panel.newTicket();
  const open = newTicketOf(panel);
  open.writing.typed(() => plainTextToRichText('José ligou'), false);
  open.writing.change({ typeId: testId(24) });
  await panel.sending.send(open, null);
  await panel.leaveWriting();
  expect(panel.customer.value?.unsent.value).toMatchObject([{ title: 'José ligou', state: 'queued' }]);
});

test('a draft that another tab is writing is not opened here', async () => {
  const draft = aDraft({ body: plainTextToRichText('Da outra aba') });
  const { panel, claimed } = start({ page: onRioPardo, drafts: [draft] });
  claimed.add(draft.id);
  await settled();
  expect(await panel.resume(draft)).toBe(false);
  await panel.newTicket();
  expect(newTicketOf(panel).writing.draft.value.id).not.toBe(draft.id);
});

test('an opinion that another tab is writing is not opened here, and no empty one in its place', async () => {
  const draft = aDraft({
    target: { kind: 'ticket', ticketId: testId(300), protocol: '2026000042175', title: 'Rejeição 778' },
    body: plainTextToRichText('de lá'),
  });
  const world = start({ drafts: [draft] });
  world.claimed.add(draft.id);
  expect(await world.panel.resume(draft)).toBe(false);
  expect(screenOf(world.panel).kind).toBe('customer');
});

test('of two opinions for one ticket the one that is resumed comes to the screen', async () => {
  const target = {
    kind: 'ticket' as const,
    ticketId: testId(300),
    protocol: '2026000042175',
    title: 'Rejeição 778',
  };
  const [one, two] = [400, 405].map((id) =>
    aDraft({ id: testId(id), target, body: plainTextToRichText(`texto ${id}`) }),
  );
  const world = start({ drafts: [one, two].filter((draft) => draft !== undefined) });
  if (two === undefined) throw new Error('There are two.');
  expect(await world.panel.resume(two)).toBe(true);
  const screen = screenOf(world.panel);
  expect(screen.kind === 'ticket' && screen.ticket.composer.value?.writing.current().id).toBe(two.id);
});

test('a text that was begun without a number takes one when it is resumed', async () => {
  const draft = aDraft({ target: { kind: 'newTicket', ticketId: testId(401), protocol: null } });
  const world = start({ drafts: [draft], protocols: ['2026000042319'] });
  await world.panel.resume(draft);
  const open = newTicketOf(world.panel);
  await open.numbered();
  expect(open.protocol.value).toBe('2026000042319');
  expect(open.writing.current().target.protocol).toBe('2026000042319');
});

test('a ticket opens with the opinion that was begun for it', async () => {
  const draft = aDraft({
    body: plainTextToRichText('Reenviou a nota'),
    target: { kind: 'ticket', ticketId: testId(300), protocol: '2026000042175', title: 'Rejeição 778' },
  });
  const { panel } = start({ page: onRioPardo, drafts: [draft] });
  await settled();
  panel.openTicket(testId(300), openTickets[0] ?? null, rioPardo);
  await settled();
  const screen = screenOf(panel);
  if (screen.kind !== 'ticket') throw new Error('No ticket on screen.');
  expect(screen.ticket.composer.value?.writing.draft.value.body).toEqual(
    plainTextToRichText('Reenviou a nota'),
  );
});

test('what a tab was writing is on its screen again after its page went to another customer', async () => {
  const draft = aDraft({ body: plainTextToRichText('José ligou') });
  const { panel } = start({ page: onGuaira, drafts: [draft], lastDraft: draft.id });
  await settled();
  await settled();
  expect(newTicketOf(panel).writing.draft.value.body).toEqual(plainTextToRichText('José ligou'));
  expect(panel.pageOffer.value).toMatchObject({ name: guaira.name });
});

test('until it is known what a tab was writing, no screen comes before it', async () => {
  const draft = aDraft({ body: plainTextToRichText('José ligou') });
  const { panel } = start({ drafts: [draft], lastDraft: draft.id });
  expect(panel.restoring.value).toBe(true);
  await vi.waitFor(() => expect(panel.restoring.value).toBe(false));
  expect(newTicketOf(panel).writing.draft.value.body).toEqual(plainTextToRichText('José ligou'));
  const nothing = start().panel;
  expect(nothing.restoring.value).toBe(false);
  const gone = start({ lastDraft: testId(9) }).panel;
  await vi.waitFor(() => expect(gone.restoring.value).toBe(false));
  expect(screenOf(gone)).toEqual({ kind: 'customer' });
});

test('a text that was put off or sent is not on the screen again', async () => {
  const draft = aDraft({
    body: plainTextToRichText('José ligou'),
    finishedLaterAt: '2026-07-16T17:30:00.000Z',
  });
  const { panel } = start({ page: onGuaira, drafts: [draft], lastDraft: draft.id });
  await settled();
  await settled();
  expect(screenOf(panel)).toEqual({ kind: 'customer' });
});

test('a tab remembers what it writes, and forgets it when it is left', async () => {
  const { panel, memory } = start({ page: onRioPardo });
  await settled();
  await panel.newTicket();
  const open = newTicketOf(panel);
  expect(memory.draft).toBeNull();
  open.writing.typed(() => plainTextToRichText('José ligou'), false);
  expect(memory.draft).toBe(open.writing.draft.value.id);
  await panel.back();
  expect(memory.draft).toBeNull();
});

test('N pressed twice opens one ticket', async () => {
  const { panel } = start({ page: onRioPardo });
  await settled();
  await Promise.all([panel.newTicket(), panel.newTicket()]);
  expect(panel.navigation.stack.value).toHaveLength(1);
});

test('the opinion that a tab was writing stays on its screen when the page names another customer meanwhile', async () => {
  const draft = aDraft({
    body: plainTextToRichText('Reenviou a nota'),
    target: { kind: 'ticket', ticketId: testId(300), protocol: '2026000042175', title: 'Rejeição 778' },
  });
  const { panel, pageCustomer } = start({ drafts: [draft], lastDraft: draft.id });
  await Promise.resolve();
  await Promise.resolve();
  pageCustomer.value = onGuaira;
  await settled();
  await settled();
  const screen = screenOf(panel);
  expect(screen.kind).toBe('ticket');
  expect(panel.pageOffer.value).toMatchObject({ name: guaira.name });
});

/** A lease that answers when it is told to. */
function slowLease(ports: ReturnType<typeof start>['ports']) {
  const answer = Promise.withResolvers<string | null>();
  ports.protocols.take = () => answer.promise;
  return answer;
}

test('OK during the wait for a number sends the number that is shown', async () => {
  const outside = createMemoryPorts({ customers: [rioPardo], page: onRioPardo });
  const lease = slowLease(outside.ports);
  const panel = createPanel(outside.ports, me);
  onTestFinished(() => panel.dispose());
  await settled();
  await panel.newTicket();
  const open = newTicketOf(panel);
  open.writing.typed(() => plainTextToRichText('José ligou'), false);
  open.writing.change({ typeId: testId(24) });
  const sent = panel.sending.send(open, null);
  await settled();
  lease.resolve('2026000042319');
  expect((await sent)?.ok).toBe(true);
  expect(open.protocol.value).toBe('2026000042319');
  expect(outside.entries.value).toMatchObject([{ command: { protocol: '2026000042319' } }]);
});

test('a number that is asked for while the text is handed over is not shown, because it would not be sent', async () => {
  const outside = createMemoryPorts({ customers: [rioPardo], page: onRioPardo, protocols: [] });
  const panel = createPanel(outside.ports, me);
  onTestFinished(() => panel.dispose());
  await settled();
  await panel.newTicket();
  const open = newTicketOf(panel);
  open.writing.typed(() => plainTextToRichText('José ligou'), false);
  open.writing.change({ typeId: testId(24) });
  const { accept } = outside.ports.outbox;
  outside.ports.outbox.accept = async (...handed) => {
    outside.world.protocols.push('2026000042327');
    await open.takeProtocol();
    return accept(...handed);
  };
  expect((await panel.sending.send(open, null))?.ok).toBe(true);
  expect(open.protocol.value).toBeNull();
  expect(outside.entries.value).toMatchObject([{ command: { protocol: null } }]);
  expect(outside.world.protocols).toEqual(['2026000042327']);
});

test('a text whose lease has no number left is sent without one', async () => {
  const outside = createMemoryPorts({ customers: [rioPardo], page: onRioPardo });
  const lease = slowLease(outside.ports);
  const panel = createPanel(outside.ports, me);
  onTestFinished(() => panel.dispose());
  await settled();
  await panel.newTicket();
  const open = newTicketOf(panel);
  open.writing.typed(() => plainTextToRichText('José ligou'), false);
  open.writing.change({ typeId: testId(24) });
  const asked = open.takeProtocol();
  const sent = panel.sending.send(open, null);
  await settled();
  lease.resolve(null);
  await asked;
  expect((await sent)?.ok).toBe(true);
  expect(outside.entries.value).toMatchObject([{ command: { protocol: null } }]);
});
