import { mkdir } from 'node:fs/promises';
import { spawnLeashed } from '../processes/leashed.ts';
import type { Part } from './crm-server.ts';
import { texts } from './texts.ts';

/** Whether a window could be shown at all. */
export function hasDisplay(environment: NodeJS.ProcessEnv): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}

export interface BrowserLaunch {
  /** Path of Chromium. */
  program: string;
  /** Folder of the extension. */
  extension: string;
  /** Folder of the profile, which is kept: what was written in the browser outlives it. */
  profile: string;
  page: string;
}

/** Opens Chromium on a page, with the extension loaded and a profile apart from the person's own. */
export async function openBrowser({ program, extension, profile, page }: BrowserLaunch): Promise<Part> {
  await mkdir(profile, { recursive: true });
  const args = [
    `--user-data-dir=${profile}`,
    `--load-extension=${extension}`,
    `--disable-extensions-except=${extension}`,
    // Some builds do not load an extension that is named here unless this is off.
    '--disable-features=DisableLoadExtensionCommandLineSwitch',
    '--hide-crash-restore-bubble',
    '--no-first-run',
    '--no-default-browser-check',
  ];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  const browser = spawnLeashed(program, [...args, page], {
    cwd: profile,
    deathSignal: 'TERM',
    stdio: 'ignore',
  });
  let isWanted = true;
  const ended = new Promise<void>((resolve) => {
    browser.once('error', () => resolve());
    browser.once('exit', (code) => {
      // Closing the window is no failure; without a usable display it ends at once.
      if (isWanted && code) console.error(texts.browserFailed(code));
      resolve();
    });
  });
  const stop = async () => {
    isWanted = false;
    browser.kill('SIGTERM');
    await ended;
  };
  return { stop, ended };
}
