import type { Tab } from '../../state/navigation.ts';
import type { Panel } from '../../state/panel.ts';
import { moveBetweenRows } from './row-keys.ts';

const TAB_BY_DIGIT: Readonly<Record<string, Tab>> = { '1': 'customer', '2': 'inbox', '3': 'pending' };

/** What lies over a screen and takes Escape for itself. */
const OVER_THE_SCREEN = '.pop-at, .scrim';

/** Listens for the keys that mean the same on every screen; gives the way to stop. */
export function listenForPanelKeys(panel: Panel): () => void {
  let wasCovered = false;
  // By the time that the key has come up to the window, what it closed may be gone.
  const look = () => {
    wasCovered = document.querySelector(OVER_THE_SCREEN) !== null;
  };
  const act = createPanelKeys(panel, () => wasCovered);
  window.addEventListener('keydown', look, { capture: true });
  window.addEventListener('keydown', act);
  return () => {
    window.removeEventListener('keydown', look, { capture: true });
    window.removeEventListener('keydown', act);
  };
}

/** Letters mean something only where nothing is being typed. */
function createPanelKeys(panel: Panel, wasCovered: () => boolean): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const tab = event.ctrlKey && !event.altKey && !event.shiftKey ? TAB_BY_DIGIT[event.key] : undefined;
    if (tab !== undefined) {
      event.preventDefault();
      void panel.goToTab(tab);
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape') {
      if (wasCovered()) return;
      event.preventDefault();
      void panel.back();
      return;
    }
    if (isTyping(event.target)) return;
    if (event.key === '/') {
      event.preventDefault();
      focusSearch(panel);
    } else if (event.key.toLowerCase() === 'n' && !isWritingScreen(panel)) {
      event.preventDefault();
      void panel.newTicket();
    } else if (event.key.toLowerCase() === 'b' && !isWritingScreen(panel)) {
      event.preventDefault();
      panel.searchTickets();
    } else if (event.key.toLowerCase() === 'p') {
      const text = document.querySelector<HTMLElement>('.panel [contenteditable="true"]');
      if (text === null) return;
      event.preventDefault();
      text.focus();
    } else moveIntoRows(event);
  };
}

/** From tabs, header and the button under a screen, arrows lead into its rows. */
function moveIntoRows(event: KeyboardEvent): void {
  if (!(event.target instanceof Element) || event.target.closest('.panel__body, .dockbot') !== null) return;
  const body = document.querySelector<HTMLElement>('.panel__body');
  if (body !== null) moveBetweenRows(event, body);
}

/** The search of the screen where it has one, else that of customers. */
function focusSearch(panel: Panel): void {
  const field = document.querySelector<HTMLElement>('.panel__body [role="searchbox"]');
  if (field === null) panel.find('show');
  else field.focus();
}

function isWritingScreen(panel: Panel): boolean {
  const { kind } = panel.navigation.screen.peek();
  return kind === 'newTicket' || kind === 'signIn';
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="menu"]') !== null)
  );
}
