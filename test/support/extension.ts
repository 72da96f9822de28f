import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Worker } from '@playwright/test';
import { chromiumPath } from './chromium-path.ts';

/** A Chromium with the real extension in it. */
export interface ExtensionBrowser {
  context: BrowserContext;
  /** The background's service worker as it was when the browser started. */
  worker: Worker;
  extensionId: string;
  /** Address of one of the extension's pages: `page('options.html')`. */
  page(path: string): string;
  /** Profile folder: give it to another launch to go on after a close or a kill. */
  profile: string;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Folder of a built extension. */
  extension: string;
  /** Profile folder to go on with; a new one, deleted on close, when left out. */
  profile?: string | undefined;
  /** Shows windows; needs a display, such as the one of Xvfb that `DISPLAY` names. */
  headed?: boolean | undefined;
  colorScheme?: 'light' | 'dark' | undefined;
  viewport?: { width: number; height: number } | undefined;
  /** Lets the debugger press the toolbar button, which is no part of any page. */
  pressesToolbar?: boolean | undefined;
}

/** Launches Chromium with the extension and waits until its service worker runs. */
export async function launchExtension(options: LaunchOptions): Promise<ExtensionBrowser> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'parecer-profile-')));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: !options.headed,
    args: [
      ...browserFlags(options.extension),
      ...(options.pressesToolbar ? ['--enable-unsafe-extension-debugging'] : []),
    ],
    locale: 'pt-BR',
    timezoneId: 'America/Sao_Paulo',
    colorScheme: options.colorScheme ?? 'light',
    viewport: options.viewport ?? { width: 1280, height: 800 },
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const extensionId = new URL(worker.url()).host;
  const close = async () => {
    await context.close();
    if (options.profile === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return {
    context,
    worker,
    extensionId,
    profile,
    close,
    page: (path) => `chrome-extension://${extensionId}/${path}`,
  };
}

function browserFlags(extension: string): string[] {
  const flags = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
    // Takes the place of Playwright's own list, which turns third-party storage partitioning off in a way that denies
    // IndexedDB to an extension's page inside a host page. People's browsers do not do that.
    '--disable-features=MediaRouter,OptimizationHints,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,PaintHolding',
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
  ];
  if (process.getuid?.() === 0) flags.unshift('--no-sandbox');
  return flags;
}
