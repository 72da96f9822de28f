import type { LauncherView } from '../messaging/host.ts';
import { dress } from './shadow.ts';

export interface Launcher {
  /** The element in the page that events are retargeted to. */
  readonly element: HTMLElement;
  /** How it looks in each state. It comes from the background, once. */
  dress(css: string): void;
  draw(view: LauncherView): void;
  /** Small while the page scrolls. */
  setQuiet(quiet: boolean): void;
}

/**
 * The pill over the host page, in a closed shadow root. It takes no focus: the shortcut and the toolbar button serve the keyboard.
 * Words go in as text, and the mark is drawn by the style alone, so that it adds as few nodes as it can.
 */
export function createLauncher(page: Document): Launcher {
  const element = page.createElement('parecer-launcher');
  const button = page.createElement('button');
  const name = page.createElement('span');
  button.tabIndex = -1;
  button.append(name);
  const root = element.attachShadow({ mode: 'closed' });
  root.append(button);
  return {
    element,
    dress: (css) => dress(root, css),
    draw({ state, name: words, code, label, theme }) {
      button.style.colorScheme = theme === 'system' ? '' : theme;
      button.className = state;
      name.textContent = words;
      button.dataset.code = code;
      button.ariaLabel = label;
    },
    setQuiet(quiet) {
      button.toggleAttribute('data-quiet', quiet);
    },
  };
}
