import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import preact from '@preact/preset-vite';
import { build } from 'vite';
import { chromiumPath } from '../support/chromium-path.ts';
import { projectRoot } from '../support/imports.ts';
import { type Bench, quantile } from './bench.ts';

const ROUNDS = 6;
const KEYS = 60;

/** Typing amid 200 KB of text with 20 images: from the key to the frame with its letter, beside tiptap with nothing of ours. */
export const editorFrame: Bench = {
  ids: ['editor.frame.p99'],
  run: async (context) => {
    context.say(`editor.frame: ${ROUNDS} rounds of ${KEYS} keys each`);
    const { product, bare } = await typeInBoth(await bundle());
    return [
      {
        ...{
          id: 'editor.frame.p99',
          value: quantile(product, 0.99),
          unit: 'ms',
          floor: quantile(bare, 0.99),
        },
        ...{ floorBy: 'bare tiptap', goal: 50, runs: product.length },
      },
    ];
  },
};

interface Files {
  script: string;
  style: string;
}

async function typeInBoth({ script, style }: Files): Promise<Record<'product' | 'bare', number[]>> {
  const page =
    '<!doctype html><meta charset="utf-8"><title>Bench</title><link rel="stylesheet" href="/page.css"><body><script type="module" src="/page.js"></script>';
  const server = createServer(({ url }, answer) => {
    const [type, body] =
      url === '/page.js' ? ['javascript', script] : url === '/page.css' ? ['css', style] : ['html', page];
    answer.setHeader('content-type', `text/${type}; charset=utf-8`);
    answer.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const times: Record<'product' | 'bare', number[]> = { product: [], bare: [] };
    for (let round = -1; round < ROUNDS; round += 1) {
      for (const which of ['bare', 'product'] as const) {
        await tab.evaluate((name) => (globalThis as unknown as Page).show(name), which);
        for (let key = 0; key < KEYS; key += 1) await tab.keyboard.press('x');
        const taken = await tab.evaluate(() => (globalThis as unknown as Page).takeTimes());
        // The first round warms the code up.
        if (round >= 0) times[which].push(...taken);
      }
    }
    return times;
  } finally {
    await browser.close();
    server.close();
  }
}

interface Page {
  show(which: 'product' | 'bare'): Promise<void>;
  takeTimes(): number[];
}

/** The page's script and style with the product's own code in them, minified as in a build. */
async function bundle(): Promise<Files> {
  const built = await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'warn',
    plugins: [preact()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'chrome123',
      rolldownOptions: { output: { codeSplitting: false } },
      lib: { entry: join(import.meta.dirname, 'editor-page.tsx'), formats: ['es'] },
    },
  });
  const [output] = [built].flat();
  const files = output && 'output' in output ? output.output : [];
  const script = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : []))[0];
  const style = files.find((file) => file.fileName.endsWith('.css'));
  if (script === undefined || style?.type !== 'asset')
    throw new Error('The page of the bench was not built.');
  return { script, style: String(style.source) };
}
