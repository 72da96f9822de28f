import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnLeashed } from '../processes/leashed.ts';
import type { Part } from './crm-server.ts';

/** Whether a window could be shown at all. */
export function hasDisplay(environment: NodeJS.ProcessEnv): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}

/** Opens Chromium on some pages, with the extension loaded and a profile of its own that is deleted afterwards. */
export async function openBrowser(
  program: string,
  extension: string,
  pages: readonly string[],
): Promise<Part> {
  const profile = await mkdtemp(join(tmpdir(), 'parecer-browser-'));
  const args = [
    `--user-data-dir=${profile}`,
    `--load-extension=${extension}`,
    `--disable-extensions-except=${extension}`,
    '--disable-features=DisableLoadExtensionCommandLineSwitch',
    '--no-first-run',
    '--no-default-browser-check',
  ];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  const browser = spawnLeashed(program, [...args, ...pages], {
    cwd: profile,
    deathSignal: 'TERM',
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => {
    browser.once('exit', () => resolve());
    browser.once('error', () => resolve());
  });
  const stop = async () => {
    browser.kill('SIGTERM');
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { stop, ended };
}
