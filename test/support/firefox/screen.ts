import { expect } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import type { Firefox } from './firefox.ts';

/** Something on the screen, as assistive technology is told of it. Places are in CSS pixels of the tab's page. */
export interface Seen {
  /** Gecko's name of the role: `pushbutton`, `entry`, `heading`, `text leaf` … */
  role: string;
  name: string;
  value: string;
  x: number;
  y: number;
  width: number;
  height: number;
  isFocused: boolean;
  isEnabled: boolean;
}

export interface Wanted {
  role: string;
  /** The whole name, or a part of it by an expression. */
  name: string | RegExp;
}

/**
 * The tab in front, read and used as by somebody who listens to it: no script reaches a page of the extension in Firefox, but what it tells
 * assistive technology and where its parts lie can be asked, and mouse and keys go there.
 */
export interface Screen {
  /** Brings the tab to the front, with the keyboard, as a click on it does. */
  bringToFront(): Promise<void>;
  /** What is seen of this, in the order of the page. */
  look(wanted: Wanted): Promise<Seen[]>;
  /** Waits until it is seen, stands still and is not disabled. */
  find(wanted: Wanted): Promise<Seen>;
  /** Waits until nothing of it is seen. */
  expectGone(wanted: Wanted): Promise<void>;
  click(wanted: Wanted): Promise<void>;
  /** Clicks into a field, and types when it has the focus. */
  type(wanted: Wanted, text: string): Promise<void>;
}

/** A bound for what never comes, ms: a whole browser shares the machine with what else is being tested. */
const PATIENCE = 30_000;

export function createScreen(firefox: Firefox, page: Page): Screen {
  async function lookAtAll(): Promise<Seen[]> {
    return (await firefox.inBrowser(readScreen)) as Seen[];
  }
  async function look(wanted: Wanted): Promise<Seen[]> {
    return (await lookAtAll()).filter((one) => one.role === wanted.role && isNamed(one, wanted));
  }
  async function find(wanted: Wanted): Promise<Seen> {
    let last: Seen | undefined;
    const isStill = async () => {
      const before = last;
      [last] = await look(wanted);
      return last?.isEnabled === true && before?.x === last.x && before.y === last.y;
    };
    try {
      await expect.poll(isStill, { intervals: [100], timeout: PATIENCE }).toBe(true);
    } catch {
      const others = (await lookAtAll()).filter((one) => one.role === wanted.role || isNamed(one, wanted));
      const names = others.map((one) => `${one.role} “${one.name}”${one.isEnabled ? '' : ' (disabled)'}`);
      throw new Error(`No ${wanted.role} ${wanted.name} is seen, but ${names.join(', ') || 'nothing'}.`);
    }
    if (!last) throw new Error('What was seen is gone.');
    return last;
  }
  async function click(wanted: Wanted): Promise<void> {
    const { x, y, width, height } = await find(wanted);
    await page.mouse.click(x + width / 2, y + height / 2);
  }
  return {
    look,
    find,
    click,
    async bringToFront() {
      await page.bringToFront();
      await firefox.inBrowser('gBrowser.selectedBrowser.focus()');
    },
    async expectGone(wanted) {
      const message = `${wanted.role} ${wanted.name} is gone`;
      await expect.poll(async () => (await look(wanted)).length, { message, timeout: PATIENCE }).toBe(0);
    },
    async type(wanted, text) {
      await click(wanted);
      const isFocused = async () => (await look(wanted))[0]?.isFocused ?? false;
      await expect
        .poll(isFocused, { message: `${wanted.role} ${wanted.name} has the focus`, timeout: PATIENCE })
        .toBe(true);
      await page.keyboard.type(text);
    },
  };
}

function isNamed({ name }: Seen, wanted: Wanted): boolean {
  return typeof wanted.name === 'string' ? name === wanted.name : wanted.name.test(name);
}

/** Runs in the browser's window: every accessible of the tab in front that can be seen. */
const readScreen = `
  // Held, because the browser ends the service and all that it made when nobody does.
  window.parecerAccessibility ??= Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const service = window.parecerAccessibility;
  const { STATE_FOCUSED, STATE_UNAVAILABLE, STATE_INVISIBLE, STATE_OFFSCREEN } = Ci.nsIAccessibleStates;
  const tab = gBrowser.selectedBrowser.getBoundingClientRect();
  const left = window.mozInnerScreenX + tab.x;
  const top = window.mozInnerScreenY + tab.y;
  const seen = [];
  const visit = (accessible) => {
    const [x, y, width, height, state] = [{}, {}, {}, {}, {}];
    // What goes away while it is being read is not there.
    try {
      accessible.getState(state, {});
      accessible.getBoundsInCSSPixels(x, y, width, height);
      if (!(state.value & (STATE_INVISIBLE | STATE_OFFSCREEN)) && width.value > 0 && height.value > 0) {
        seen.push({
          role: service.getStringRole(accessible.role),
          name: accessible.name ?? '',
          value: accessible.value ?? '',
          x: x.value - left,
          y: y.value - top,
          width: width.value,
          height: height.value,
          isFocused: Boolean(state.value & STATE_FOCUSED),
          isEnabled: !(state.value & STATE_UNAVAILABLE),
        });
      }
      for (let child = accessible.firstChild; child; child = child.nextSibling) visit(child);
    } catch (error) {
      if (error.result !== Cr.NS_ERROR_FAILURE) throw error;
    }
  };
  const page = service.getAccessibleFor(gBrowser.selectedBrowser);
  // A tab that is just being opened has none yet.
  if (page) visit(page);
  return seen;
`;
