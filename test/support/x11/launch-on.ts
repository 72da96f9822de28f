import { type ExtensionBrowser, launchExtension } from '../extension.ts';
import type { Display } from './display.ts';

/** Launches Chromium with its windows on this screen, where real keys reach what belongs to the browser itself. */
export async function launchOn(display: Display, extension: string): Promise<ExtensionBrowser> {
  const before = process.env.DISPLAY;
  process.env.DISPLAY = display.name;
  try {
    return await launchExtension({ extension, headed: true });
  } finally {
    if (before === undefined) delete process.env.DISPLAY;
    else process.env.DISPLAY = before;
  }
}
