import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { startDock } from '../../../host/dock.ts';
import type { DockAnswer, DockLayout } from '../../../messaging/host.ts';
import { createFakeBackground, watchShadowRoots } from '../../support/browser/host-page.ts';

const answer: DockAnswer = {
  ...{ panel: 'about:blank', mode: 'hidden', theme: 'light', title: 'Parecer', handle: 'Largura do painel' },
  layout: { width: 400, side: 'right' },
};

beforeEach(() => page.viewport(1000, 800));
afterEach(() => {
  document.body.innerHTML = '';
});

function start(change: Partial<DockAnswer> = {}) {
  document.body.innerHTML = '<input id="campo" style="position:fixed;right:20px;top:300px">';
  const roots = watchShadowRoots();
  const background = createFakeBackground(() => ({}));
  const dock = startDock(document, background.ports, { ...answer, ...change });
  onTestFinished(dock.stop);
  const [root] = roots as [ShadowRoot];
  const handle = () => root.querySelector('[role=separator]') as HTMLElement;
  const layouts = () =>
    background.heard.flatMap((message): DockLayout[] =>
      message.type === 'dock/layout' ? [message.layout] : [],
    );
  return { background, dock, root, handle, layouts };
}
const element = () => document.querySelector('parecer-dock') as HTMLElement;
const field = () => document.querySelector('#campo') as HTMLElement;
const topmost = () => {
  const { x, y } = field().getBoundingClientRect();
  return document.elementFromPoint(x + 4, y + 4);
};

test('while it waits it is a frame and nothing else, unseen, and in nobody’s way', () => {
  const { root } = start();
  expect([...root.children].map((child) => child.localName)).toEqual(['iframe']);
  expect(topmost()).toBe(field());
  const frame = root.querySelector('iframe') as HTMLElement;
  expect(frame.checkVisibility({ visibilityProperty: true })).toBe(false);
  // Laid out all the same: so the browser keeps it ready to be painted.
  expect(frame.getBoundingClientRect().width).toBe(400);
});

test('shown it lies over the page, which keeps its layout, and hidden it gives the focus back', async () => {
  const { background, root } = start();
  const before = document.body.getBoundingClientRect().width;
  field().focus();
  background.tell({ type: 'dock/show', focus: true });
  expect(document.body.getBoundingClientRect().width).toBe(before);
  expect(topmost()).toBe(element());
  expect(document.activeElement).toBe(element());
  expect(root.querySelector('iframe')?.title).toBe('Parecer');
  background.tell({ type: 'dock/hide' });
  expect(document.activeElement).toBe(field());
  await vi.waitFor(() => expect(topmost()).toBe(field()));
});

test('shown again after a load it takes no focus', () => {
  document.body.innerHTML = '<input id="campo">';
  field().focus();
  start({ mode: 'docked' });
  expect(topmost()).toBe(element());
  expect(document.activeElement).not.toBe(element());
});

test('as the card of a call it is small, as high as its content, and takes no focus', async () => {
  const { background, root } = start();
  field().focus();
  background.tell({ type: 'dock/card', focus: false });
  const frame = root.querySelector('iframe') as HTMLElement;
  // Nobody has said how high it is: an empty card would only flicker by.
  expect(frame.checkVisibility({ visibilityProperty: true })).toBe(false);
  background.tell({ type: 'dock/card-height', height: 260 });
  expect(frame.checkVisibility({ visibilityProperty: true })).toBe(true);
  const box = element().getBoundingClientRect();
  expect([box.width, box.height, box.top, document.documentElement.clientWidth - box.right]).toEqual([
    360, 260, 20, 20,
  ]);
  expect(document.activeElement).toBe(field());
  expect(root.querySelector('[role=separator]')).toBeNull();

  background.tell({ type: 'dock/card', focus: true });
  expect(document.activeElement).toBe(element());
  background.tell({ type: 'dock/show', focus: true });
  expect(element().getBoundingClientRect().width).toBe(400);
  background.tell({ type: 'dock/hide' });
  expect(document.activeElement).toBe(field());
});

test('a page that was loaded again during a call has its card again', () => {
  const { background, root } = start({ mode: 'card' });
  background.tell({ type: 'dock/card-height', height: 200 });
  expect(element().getBoundingClientRect().height).toBe(200);
  expect(root.querySelector('iframe')?.classList.contains('shown')).toBe(true);
});

test('keys on its edge change the width within the limits, and each change is kept', async () => {
  const { dock, handle, layouts } = start();
  dock.show(false);
  handle().focus();
  await userEvent.keyboard('{ArrowLeft}');
  expect(element().getBoundingClientRect().width).toBe(416);
  expect(handle().ariaValueNow).toBe('416');
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{End}{ArrowLeft}{Home}{ArrowRight}');
  expect(layouts().map(({ width }) => width)).toEqual([416, 400, 384, 640, 640, 360, 360]);
});

test('Shift and an arrow send it to the other side, where the arrows turn', async () => {
  const { dock, handle, layouts } = start();
  dock.show(false);
  handle().focus();
  await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
  expect(element().getBoundingClientRect().left).toBe(0);
  await userEvent.keyboard('{ArrowRight}');
  expect(layouts()).toEqual([
    { width: 400, side: 'left' },
    { width: 416, side: 'left' },
  ]);
});

test('keys that a script of the page made up change nothing', () => {
  const { dock, handle, layouts } = start();
  dock.show(false);
  handle().dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
  handle().dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
  expect(layouts()).toEqual([]);
});

test('a page that throws it out gets it back at the next look', () => {
  const { dock } = start();
  element().remove();
  dock.putBack();
  expect(element().isConnected).toBe(true);
});

test('a page that throws it out again and again is left without it, until the agent opens the panel', () => {
  const { dock } = start();
  let returned = 0;
  for (let time = 0; time < 20; time += 1) {
    element().remove();
    dock.putBack();
    if (element()?.isConnected) returned += 1;
    else break;
  }
  expect(returned).toBe(5);
  dock.show(true);
  expect(element().isConnected).toBe(true);
});

test('it leaves the page as it was', () => {
  const { dock } = start();
  dock.show(true);
  dock.stop();
  expect(element()).toBeNull();
  expect(topmost()).toBe(field());
});
