import { type ExtensionBrowser, launchExtension } from '../support/extension.ts';
import { type Bench, type BenchContext, median, type Row } from './bench.ts';
import { type ErpPages, serveErpPages } from './erp-page.ts';
import { writeFloorExtensions } from './floor-extensions.ts';
import { type Visit, visit } from './host-visit.ts';
import type { PageMetrics } from './page-metrics.ts';
import { interval95, rotated } from './statistics.ts';

/** Rows of the page's table, and how many times each is measured: the large ones take long. */
const ROUNDS: Readonly<Record<string, number>> = { 0: 7, 5000: 7, 50000: 3 };
const LOAD_ROUNDS = 16;
const CODE = '000318';

const kinds = ['bare', 'floor', 'product'] as const;
type Kind = (typeof kinds)[number];
type Browsers = Record<Kind, ExtensionBrowser>;
type Rounds = Record<Kind, Visit>[];

/**
 * What the loader adds to an ERP page, against the same page in a browser whose extension touches none (`bare`), beside an
 * empty content script. The page is in a tab behind another: there the product finds, tells and draws, but gets no
 * panel ready. What the ready panel adds in the tab in front has rows of its own.
 */
export const hostCost: Bench = {
  ids: ['host.script.*', 'host.heap.*', 'host.nodes', 'host.listeners', 'host.load.5000', 'host.prewarm.*'],
  run: async (context, wanted) => {
    const pages = await serveErpPages();
    const floors = await writeFloorExtensions(pages.pattern);
    const launched: ExtensionBrowser[] = [];
    const launch = async (extension: string) => {
      const browser = await launchExtension({ extension });
      launched.push(browser);
      return browser;
    };
    try {
      const browsers: Browsers = {
        product: await launch(await context.extension([pages.pattern])),
        floor: await launch(floors.folder('script')),
        bare: await launch(floors.folder('bare')),
      };
      return await measure({ context, pages, browsers }, wanted);
    } finally {
      await Promise.all(launched.map((browser) => browser.close()));
      await floors.remove();
      await pages.stop();
    }
  },
};

interface Setting {
  context: BenchContext;
  pages: ErpPages;
  browsers: Browsers;
}

async function measure(setting: Setting, wanted: readonly string[]): Promise<Row[]> {
  const wants = (id: string) =>
    wanted.some((one) => one === id || (one.endsWith('.*') && id.startsWith(one.slice(0, -1))));
  const rows: Row[] = [];
  let behind5000: Rounds | undefined;
  for (const size of Object.keys(ROUNDS)) {
    const isCounted = size === '5000' && ['host.nodes', 'host.listeners', 'host.prewarm.script'].some(wants);
    if (!wants(`host.script.${size}`) && !wants(`host.heap.${size}`) && !isCounted) continue;
    const rounds = await repeat(setting, Number(size), ROUNDS[size] ?? 0, false);
    if (size === '5000') behind5000 = rounds;
    rows.push(added(`host.script.${size}`, rounds, 'script', 'ms', 3));
    rows.push(added(`host.heap.${size}`, rounds, 'heap', 'MB', 0.25));
  }
  if (behind5000) {
    rows.push(added('host.nodes', behind5000, 'nodes', 'count', 8));
    rows.push(added('host.listeners', behind5000, 'listeners', 'count', 4));
  }
  if (wants('host.load.5000') || wants('host.prewarm.script')) {
    const front = await repeat(setting, 5000, LOAD_ROUNDS, true);
    rows.push(loadDelay(front));
    if (behind5000) rows.push(...prewarmed(behind5000, front));
  }
  return rows.filter((row) => wants(row.id));
}

async function repeat(setting: Setting, size: number, count: number, front: boolean): Promise<Rounds> {
  const { context, pages, browsers } = setting;
  const rounds: Rounds = [];
  const url = pages.address(size, CODE);
  context.say(`host: ${count} rounds on ${size} rows, tab ${front ? 'in front' : 'behind'}`);
  // One round before the first: caches and just-in-time code are warm for all alike.
  for (let round = -1; round < count; round++) {
    const visits = new Map<Kind, Visit>();
    for (const kind of rotated(kinds, round + 1)) {
      visits.set(kind, await visit(browsers[kind], { url, front, expectsLauncher: kind === 'product' }));
    }
    const all = Object.fromEntries(visits) as Record<Kind, Visit>;
    if (round >= 0) rounds.push(all);
  }
  return rounds;
}

function added(id: string, rounds: Rounds, what: keyof PageMetrics, unit: Row['unit'], goal: number): Row {
  const middle = (kind: Kind) => median(rounds.map((round) => round[kind].metrics[what]));
  const bare = middle('bare');
  return {
    id,
    value: middle('product') - bare,
    unit,
    floor: middle('floor') - bare,
    goal,
    runs: rounds.length,
  };
}

/** Lower end of the 95 % interval of the paired difference: at most 0 when the interval holds 0 (or the page was faster). */
function loadDelay(rounds: Rounds): Row {
  const differences = (kind: Kind) => rounds.map((round) => round[kind].load - round.bare.load);
  const interval = interval95(differences('product'));
  const [floor] = interval95(differences('floor'));
  return {
    id: 'host.load.5000',
    value: interval[0],
    unit: 'ms',
    floor,
    goal: 0,
    runs: rounds.length,
    interval,
  };
}

/** What the ready panel adds to the page in front, beside what the loader costs; no goal is set for it. */
function prewarmed(behind: Rounds, front: Rounds): Row[] {
  const more = (what: keyof PageMetrics) => {
    const middle = (rounds: Rounds) =>
      median(rounds.map((round) => round.product.metrics[what] - round.bare.metrics[what]));
    return middle(front) - middle(behind);
  };
  const heaps = front.flatMap((round) => round.product.frameHeap ?? []);
  const row = (id: string, value: number, unit: Row['unit']): Row => ({
    ...{ id: `host.prewarm.${id}`, value, unit, floor: null, goal: null, runs: front.length },
  });
  return [
    row('script', more('script'), 'ms'),
    row('heap', more('heap'), 'MB'),
    row('nodes', more('nodes'), 'count'),
    row('listeners', more('listeners'), 'count'),
    ...(heaps.length > 0 ? [row('frame-heap', median(heaps), 'MB')] : []),
  ];
}
