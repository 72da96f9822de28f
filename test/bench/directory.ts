import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { askBackground, openExtensionPage, RIO_PARDO, signInQuickly } from '../support/e2e/agent.ts';
import { stopBackground } from '../support/e2e/background.ts';
import { setStage } from '../support/e2e/stage.ts';
import { launchExtension } from '../support/extension.ts';
import { projectRoot } from '../support/imports.ts';
import { type Bench, type BenchContext, median, quantile, type Row } from './bench.ts';

type InPage = typeof import('./directory-page.ts');

const CUSTOMERS = 100_000;
const KEPT_RUNS = 3;
const REOPEN_RUNS = 7;
const SEARCHES = 500;
const CALLS = 10;
const OWNER = { serverUrl: 'http://127.0.0.1', userId: 'bench' };
const MEGABYTE = 1_000_000;

/**
 * The directory of 100,000 customers in a real browser: from the downloaded pages to the index on the disk, from the disk to the
 * first thing found, what it holds, and searches of three words. Then a call in the extension whose background is stopped. Floors: storing the
 * pages alone; one word looked up; a stopped background that is asked for something it has at hand.
 */
export const directory: Bench = {
  ids: [
    ...['directory.first', 'directory.memory', 'directory.reopen', 'directory.search.p95'],
    'caller.asleep',
  ],
  run: async (context, wanted) => {
    const rows: Row[] = [];
    const script = await bundle();
    if (wanted.some((id) => id.startsWith('directory.')))
      rows.push(...(await measureDirectory(context, script)));
    if (wanted.includes('caller.asleep')) rows.push(await measureCaller(context, script));
    return rows.filter((row) => wanted.includes(row.id));
  },
};

/** The page's part as one script that puts its functions into `directoryBench`. */
async function bundle(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    root: projectRoot,
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(projectRoot, 'test', 'bench', 'directory-page.ts'),
        formats: ['iife'],
        name: 'directoryBench',
      },
    },
  })) as Rolldown.RolldownOutput[];
  const code = built[0]?.output[0].code;
  if (code === undefined) throw new Error('The page of the bench could not be built.');
  return `${code};globalThis.directoryBench = directoryBench;`;
}

/** Calls a function of the page's part. */
function call<K extends keyof InPage>(
  page: Page,
  name: K,
  ...input: Parameters<InPage[K]>
): Promise<Awaited<ReturnType<InPage[K]>>> {
  return page.evaluate(
    ([called, given]) => {
      const { directoryBench } = globalThis as unknown as {
        directoryBench: Record<string, (...values: unknown[]) => unknown>;
      };
      return directoryBench[called as string]?.(...(given as unknown[]));
    },
    [name, input] as const,
  ) as Promise<Awaited<ReturnType<InPage[K]>>>;
}

async function measureDirectory(context: BenchContext, script: string): Promise<Row[]> {
  const server = createServer((_, response) => response.end('<!doctype html><title>Bench</title>'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser = await launchExtension({ extension: await context.extension() });
  const open = async () => {
    const page = await browser.context.newPage();
    await page.goto(url);
    await page.evaluate(script);
    return page;
  };
  try {
    const first: { value: number; floor: number }[] = [];
    for (let run = 0; run < KEPT_RUNS; run += 1) {
      context.say(`directory.first: ${run + 1} of ${KEPT_RUNS}`);
      const page = await open();
      first.push(await call(page, 'keepCustomers', OWNER, CUSTOMERS));
      await page.close();
    }
    context.say(`directory.reopen: ${REOPEN_RUNS} rounds`);
    const reopened: number[] = [];
    const memory: number[] = [];
    let searched = { values: [0], floors: [0] };
    for (let run = 0; run < REOPEN_RUNS; run += 1) {
      const page = await open();
      const before = await heapOf(page);
      reopened.push(await call(page, 'reopen', OWNER));
      memory.push((await heapOf(page)) - before);
      if (run === REOPEN_RUNS - 1) searched = await call(page, 'search', SEARCHES);
      await page.close();
    }
    const row = (id: string, value: number, floor: number | null, goal: number, runs: number): Row => ({
      ...{ id, value, unit: 'ms', floor, goal, runs },
    });
    return [
      row(
        'directory.first',
        median(first.map(({ value }) => value)),
        median(first.map(({ floor }) => floor)),
        2000,
        KEPT_RUNS,
      ),
      { ...row('directory.memory', median(memory) / MEGABYTE, null, 20, REOPEN_RUNS), unit: 'MB' },
      row('directory.reopen', median(reopened), null, 300, REOPEN_RUNS),
      row(
        'directory.search.p95',
        quantile(searched.values, 0.95),
        quantile(searched.floors, 0.95),
        1,
        SEARCHES,
      ),
    ];
  } finally {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** Bytes that live objects take, with the buffers outside of the heap. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const usage = (await session.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  await session.detach();
  return usage.usedSize + (usage.backingStorageSize ?? 0);
}

async function measureCaller(context: BenchContext, script: string): Promise<Row> {
  const stage = await setStage();
  const browser = await launchExtension({ extension: await context.extension() });
  try {
    await signInQuickly(browser, stage.server.url);
    const page = await openExtensionPage(browser, 'options.html');
    const owner = await ownerOf(page);
    await page.evaluate(script);
    context.say('caller.asleep: keeping the customers');
    await call(page, 'keepCustomers', owner, CUSTOMERS);
    const timed = async (name: string, input: unknown) => {
      await stopBackground(browser.context, page);
      return page.evaluate(
        async (message) => {
          const { chrome } = globalThis as unknown as {
            chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
          };
          const begun = performance.now();
          await chrome.runtime.sendMessage(message);
          return performance.now() - begun;
        },
        { to: 'background', name, input },
      );
    };
    const number = '(16) 99100-5500';
    const answer = await askBackground(page, 'crm.caller', { number });
    if (!JSON.stringify(answer).includes(RIO_PARDO.name)) throw new Error('The caller was not found.');
    context.say(`caller.asleep: ${CALLS} calls`);
    const times: number[] = [];
    const least: number[] = [];
    for (let run = -1; run < CALLS; run += 1) {
      const mine = await timed('crm.caller', { number });
      const other = await timed('tab.hello', {});
      if (run < 0) continue;
      times.push(mine);
      least.push(other);
    }
    return {
      ...{ id: 'caller.asleep', value: median(times), unit: 'ms', floor: median(least), goal: 100 },
      runs: CALLS,
    };
  } finally {
    await browser.close();
    await stage.stop();
  }
}

/** Whose the directory of the signed-in user is. */
function ownerOf(page: Page): Promise<{ serverUrl: string; userId: string }> {
  return page.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get(key: string): Promise<Record<string, { value: Session }>> } } };
    };
    interface Session {
      serverUrl: string;
      user: { id: string };
    }
    const { value } = (await chrome.storage.local.get('session')).session as { value: Session };
    return { serverUrl: value.serverUrl, userId: value.user.id };
  });
}
