import { readdirSync, readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { ExtensionBrowser } from '../extension.ts';

/** Ends a browser as a crash of the machine would (SIGKILL), and waits until nothing of it runs; its profile stays. */
export async function killBrowser({ profile }: ExtensionBrowser): Promise<void> {
  const [main] = processesOf(profile).filter(({ command }) => !command.includes('--type='));
  if (main === undefined) throw new Error('The browser does not run.');
  process.kill(main.pid, 'SIGKILL');
  await expect.poll(() => processesOf(profile).length, { message: 'processes of the browser' }).toBe(0);
}

function processesOf(profile: string): { pid: number; command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), command: commandLine(name) }))
    .filter(({ command }) => command.includes(`--user-data-dir=${profile}`));
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    // It ended while we were looking.
    return '';
  }
}
