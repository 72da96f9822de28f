import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { chromiumPath } from '../support/chromium-path.ts';
import { projectRoot } from '../support/imports.ts';
import { type Bench, quantile } from './bench.ts';
import type { DraftTimes } from './draft-page.ts';

const ROUNDS = 300;

/**
 * From the end of the debounce to the kept draft of 2 KB, with strict durability, in a Chromium whose profile is on the disk. The floor
 * puts the same draft into a bare store as strictly.
 */
export const draftKeep: Bench = {
  ids: ['draft.keep.p95'],
  run: async (context) => {
    context.say(`draft.keep: ${ROUNDS} rounds`);
    const { kept, put } = await timesInBrowser(await bundle());
    return [
      {
        ...{ id: 'draft.keep.p95', value: quantile(kept, 0.95), unit: 'ms', floor: quantile(put, 0.95) },
        goal: 5,
        runs: ROUNDS,
      },
    ];
  },
};

async function timesInBrowser(script: string): Promise<DraftTimes> {
  const page =
    '<!doctype html><meta charset="utf-8"><title>Bench</title><script type="module" src="/page.js"></script>';
  const server = createServer(({ url }, answer) => {
    const isScript = url === '/page.js';
    answer.setHeader(
      'content-type',
      isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8',
    );
    answer.end(isScript ? script : page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const profile = await mkdtemp(join(tmpdir(), 'parecer-bench-'));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return await tab.evaluate(
      (rounds) =>
        (globalThis as unknown as { timeDrafts(rounds: number): Promise<DraftTimes> }).timeDrafts(rounds),
      ROUNDS,
    );
  } finally {
    await browser.close();
    server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The page's script with the product's own code in it, minified as in a build. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'chrome120',
      lib: { entry: join(import.meta.dirname, 'draft-page.ts'), formats: ['es'] },
    },
  });
  const [output] = [built].flat();
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error('The page of the bench was not built.');
  return chunk.code;
}
