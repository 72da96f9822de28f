import type { DockAnswer, DockLayout, FromHostPage, PanelMode } from '../messaging/host.ts';
import css from './dock.css?inline';
import { createDockHandle, type DockHandle } from './dock-handle.ts';
import type { HostPagePorts } from './ports.ts';
import { dress } from './shadow.ts';
import { watchCover } from './watch-cover.ts';

/** How often a page may throw the dock out before only the agent brings it back. */
const MOST_RETURNS = 5;

export interface Dock {
  /** Shows the panel; with `focus` its frame takes the keyboard. */
  show(focus: boolean): void;
  /** Shows the frame as a card, once the height of its content is known; with `focus` it takes the keyboard. */
  card(focus: boolean): void;
  /** Hides it; what had the focus in the page has it again. */
  hide(): void;
  /** Puts the dock back where the page threw it out, a few times. Opening the panel brings it back always. */
  putBack(): void;
  stop(): void;
}

/**
 * Mounts the panel's frame over the page, hidden and ready. Nothing is said through window messages, which the page could hear
 * or forge: the panel speaks with the background, and so does the dock.
 */
export function startDock(page: Document, ports: HostPagePorts, answer: DockAnswer): Dock {
  let { layout } = answer;
  let before: HTMLElement | null = null;
  let handle: DockHandle | undefined;
  let returns = 0;
  let wantsFocus = false;
  let mode: PanelMode = 'hidden';
  let cardHeight = 0;
  const element = page.createElement('parecer-dock');
  const frame = page.createElement('iframe');
  frame.title = answer.title;
  frame.src = answer.panel;
  if (answer.theme !== 'system') element.style.colorScheme = answer.theme;
  const root = element.attachShadow({ mode: 'closed' });
  dress(root, css);
  root.append(frame);
  // A frame that is still loading gets a process of its own later, and what it was given before does not reach that one's keys.
  frame.addEventListener('load', () => {
    if (wantsFocus && page.activeElement === element) takeFocus();
  });
  const tell = (message: FromHostPage) => {
    ports.send(message).catch(() => ports.isAlive() || stop());
  };
  const place = (next: DockLayout) => {
    layout = next;
    element.dataset.side = layout.side;
    element.style.setProperty('--width', `${layout.width}px`);
    handle?.show(layout);
  };
  /** Made when the panel is first shown: a panel that is only kept ready is a frame and nothing else. */
  const addHandle = () => {
    const settled = (next: DockLayout) => {
      place(next);
      tell({ type: 'dock/layout', layout });
    };
    handle = createDockHandle(page, answer.handle, { layout: () => layout, moved: place, settled });
    handle.show(layout);
    root.append(handle.element);
  };
  place(layout);
  const cover = watchCover(frame, (covered) => tell({ type: 'dock/covered', covered }));

  const unlisten = ports.listen((message) => {
    if (message.type === 'dock/show') show(message.focus);
    else if (message.type === 'dock/hide') hide();
    else if (message.type === 'dock/card') card(message.focus);
    else if (message.type === 'dock/card-height') {
      cardHeight = message.height;
      if (mode === 'card') revealCard();
    } else if (message.type === 'dock/layout') place(message.layout);
  });
  function show(focus: boolean): void {
    enter('docked');
    if (!handle) addHandle();
    reveal();
    if (focus) takeFocus();
  }
  function card(focus: boolean): void {
    enter('card');
    if (cardHeight > 0) revealCard();
    if (focus) takeFocus();
  }
  function revealCard(): void {
    element.style.setProperty('--card', `${cardHeight}px`);
    reveal();
  }
  function enter(next: PanelMode): void {
    const { activeElement } = page;
    // The launcher or the dock itself is no place of the page to come back to.
    if (!activeElement?.localName.startsWith('parecer-')) before = activeElement as HTMLElement | null;
    else if (mode === 'hidden') before = globalThis.parecerLoader?.lastField() ?? before;
    mode = next;
    element.dataset.mode = mode;
    attach();
  }
  function reveal(): void {
    if (import.meta.env.FIREFOX && !frame.classList.contains('shown')) layOutAnew(frame);
    frame.classList.add('shown');
    cover.start();
  }
  function takeFocus(): void {
    wantsFocus = true;
    // Page and frame are processes that may take the focus at the same time, each sure to have it while the browser gives
    // the keys to the other. Giving it up first makes the browser hear of it again.
    frame.blur();
    frame.focus();
  }
  function hide(): void {
    mode = 'hidden';
    wantsFocus = false;
    cardHeight = 0;
    delete element.dataset.mode;
    frame.classList.remove('shown');
    cover.stop();
    if (page.activeElement !== element) return;
    frame.blur();
    if (before?.isConnected) before.focus({ preventScroll: true });
    else page.defaultView?.focus();
  }
  function putBack(): void {
    if (!element.isConnected && returns++ < MOST_RETURNS) attach();
  }
  function attach(): void {
    if (element.isConnected) return;
    page.documentElement.append(element);
    globalThis.parecerLoader?.overlook();
  }
  function stop(): void {
    cover.stop();
    unlisten();
    element.remove();
    globalThis.parecerDock = undefined;
  }
  attach();
  if (answer.mode === 'docked') show(false);
  else if (answer.mode === 'card') card(false);
  return { show, card, hide, putBack, stop };
}

/**
 * Firefox (153) leaves out of the accessibility tree what is in a frame that was hidden: who listens to the page would find no panel in it.
 * Laid out anew, the frame is there with all it holds. Nothing is painted meanwhile, and the slide still begins from where it is.
 */
function layOutAnew(frame: HTMLIFrameElement): void {
  const { style } = frame;
  style.visibility = 'visible';
  for (const display of ['none', '']) {
    style.display = display;
    frame.getBoundingClientRect();
  }
  style.visibility = '';
}
