import { expect, test } from 'vitest';
import type { TabCall } from '../../../detect/host-tab.ts';
import type { CallerMatch } from '../../../domain/caller.ts';
import { ok } from '../../../domain/result.ts';
import { createCallService } from '../../../extension/call-service.ts';
import { createMemoryArea } from '../../support/crm/memory-area.ts';
import { rioPardoSummary, testId } from '../../support/screens/fixtures.ts';

const PHONE = 1;
const ERP = 2;
const OTHER = 3;
const jose: CallerMatch = {
  customer: rioPardoSummary,
  contactPerson: { id: testId(110), name: 'José Almeida', role: null },
  shared: false,
};
const ringing = { number: '(16) 99100-5500', state: 'ringing' as const };

/** Tabs of enabled hosts; those in `front` can be seen. */
function start(
  more: { matches?: CallerMatch[]; front?: number[]; hasUser?: boolean | (() => Promise<boolean>) } = {},
) {
  const area = createMemoryArea();
  const front = more.front ?? [ERP];
  const tabs = new Map<number, TabCall | null>();
  const focused: number[] = [];
  const docked: number[] = [];
  const create = () =>
    createCallService({
      area,
      hosts: { isEnabled: async () => true },
      page: { inFront: async () => front.map((id) => ({ id, url: 'http://localhost/' })) },
      display: {
        async showCall(tabId, call, focus) {
          tabs.set(tabId, call);
          if (focus) focused.push(tabId);
        },
        dockForCall: async (tabId) => void docked.push(tabId),
        resizeCard: async () => undefined,
      },
      lookUp: async (number) => ok({ number, matches: more.matches ?? [jose] }),
      hasUser: async () => (typeof more.hasUser === 'function' ? more.hasUser() : (more.hasUser ?? true)),
      now: () => Date.UTC(2026, 6, 16, 17, 36),
    });
  const idOf = (tabId: number) => tabs.get(tabId)?.call.id ?? '';
  return { create, calls: create(), tabs, front, focused, docked, idOf };
}

test('a call is shown in the tab in front, with the name of a caller who is certain', async () => {
  const { calls, tabs } = start();
  await calls.seen(PHONE, ringing);
  expect([...tabs.keys()]).toEqual([ERP]);
  expect(tabs.get(ERP)).toMatchObject({ asks: true, card: true });
  await expect.poll(() => tabs.get(ERP)?.caller).toBe('José Almeida');
});

test('neither of several, nor one whose number others answer, is named', async () => {
  for (const matches of [[jose, jose], [{ ...jose, contactPerson: null, shared: true }]]) {
    const { calls, tabs } = start({ matches });
    await calls.seen(PHONE, ringing);
    await new Promise((resolve) => setTimeout(resolve));
    expect(tabs.get(ERP)?.caller).toBe('');
  }
});

test('a tab that comes to the front shows the call that still asks, and no other', async () => {
  const { calls, tabs, front, idOf } = start();
  await calls.cameToFront(OTHER);
  expect(tabs.size).toBe(0);
  await calls.seen(PHONE, ringing);
  front.push(OTHER);
  await calls.cameToFront(OTHER);
  expect(tabs.get(OTHER)?.card).toBe(true);
  await calls.dismiss(idOf(ERP));
  expect([tabs.get(ERP), tabs.get(OTHER)]).toEqual([null, null]);
});

test('a background that was stopped while it rang knows the call when it is hung up', async () => {
  const { calls, create, tabs, idOf } = start();
  await calls.seen(PHONE, ringing);
  const id = idOf(ERP);
  const woken = create();
  await woken.seen(PHONE, { ...ringing, state: 'answered' });
  await create().seen(PHONE, null);
  expect(tabs.get(ERP)?.call).toMatchObject({
    id,
    answeredAt: expect.any(String),
    endedAt: expect.any(String),
  });
  expect(tabs.get(ERP)?.asks).toBe(true);
});

test('collapsed it waits in the launcher, and opened from there it has the focus in that tab alone', async () => {
  const { calls, tabs, front, focused, idOf } = start();
  front.push(OTHER);
  await calls.seen(PHONE, ringing);
  await calls.collapse(idOf(ERP));
  expect(tabs.get(ERP)).toMatchObject({ asks: true, card: false });
  expect(await calls.expand(ERP)).toBe(true);
  expect(tabs.get(OTHER)?.card).toBe(true);
  expect(focused).toEqual([ERP]);
});

test('once a ticket is begun nothing asks any more, the panel is docked, and the end is still told', async () => {
  const { calls, tabs, docked, idOf } = start();
  await calls.seen(PHONE, { ...ringing, state: 'answered' });
  await calls.take(idOf(ERP), ERP);
  expect(tabs.get(ERP)).toMatchObject({ asks: false, card: false });
  expect(docked).toEqual([ERP]);
  expect(await calls.expand(ERP)).toBe(false);
  await calls.seen(PHONE, null);
  expect(tabs.get(ERP)?.call.endedAt).not.toBeNull();
});

test('a call that nobody answered goes away', async () => {
  const { calls, tabs } = start();
  await calls.seen(PHONE, ringing);
  await calls.seen(PHONE, null);
  expect(tabs.get(ERP)).toBeNull();
});

test('where nobody is signed in nothing is shown', async () => {
  const { calls, tabs } = start({ hasUser: false });
  await calls.seen(PHONE, ringing);
  await calls.dialled(PHONE, '1636100140');
  expect(tabs.size).toBe(0);
});

test('a hang-up waits for its ringing, also while it is asked whether anybody is signed in', async () => {
  let say: (is: boolean) => void = () => undefined;
  const { calls, tabs } = start({ hasUser: () => new Promise((resolve) => (say = resolve)) });
  const both = [calls.seen(PHONE, ringing), calls.seen(PHONE, null)];
  await new Promise((resolve) => setTimeout(resolve));
  say(true);
  await Promise.all(both);
  expect(tabs.get(ERP)).toBeNull();
});

test('the number of a clicked link is told as one calls it, and a link without one is no call', async () => {
  const { calls, tabs } = start();
  await calls.dialled(PHONE, 'ect SVGAnimatedString]');
  expect(tabs.size).toBe(0);
  await calls.dialled(PHONE, '%2B55-16-99100-5500;ext=21');
  expect(tabs.get(ERP)?.call).toMatchObject({ number: '+55-16-99100-5500', direction: 'out' });
});

test('the end of a call that a ticket was begun for is told also after another call came', async () => {
  const { calls, tabs, idOf } = start();
  await calls.seen(PHONE, { ...ringing, state: 'answered' });
  const first = idOf(ERP);
  await calls.take(first, ERP);
  await calls.seen(OTHER, { number: '1636100140', state: 'ringing' });
  expect(tabs.get(ERP)?.taken).toMatchObject([{ id: first, endedAt: null }]);
  await calls.seen(PHONE, null);
  expect(tabs.get(ERP)).toMatchObject({ asks: true, taken: [{ id: first, endedAt: expect.any(String) }] });
});
