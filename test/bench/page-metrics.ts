import type { CDPSession } from '@playwright/test';

/** What a page has used since it was loaded. */
export interface PageMetrics {
  /** Milliseconds in scripts, whoever they belong to. */
  script: number;
  /** Megabytes (10⁶) of script objects after a collection. */
  heap: number;
  nodes: number;
  listeners: number;
}

/** Reads them over the browser's debugging protocol; `Performance` must be enabled. */
export async function readPageMetrics(session: CDPSession): Promise<PageMetrics> {
  // Time first: the collection below is ours, not the page's.
  const time = await metrics(session);
  await session.send('HeapProfiler.collectGarbage');
  const rest = await metrics(session);
  return {
    script: value(time, 'ScriptDuration') * 1000,
    heap: value(rest, 'JSHeapUsedSize') / 1e6,
    nodes: value(rest, 'Nodes'),
    listeners: value(rest, 'JSEventListeners'),
  };
}

async function metrics(session: CDPSession): Promise<Map<string, number>> {
  const { metrics: list } = await session.send('Performance.getMetrics');
  return new Map(list.map((metric) => [metric.name, metric.value]));
}

function value(all: Map<string, number>, name: string): number {
  const found = all.get(name);
  if (found === undefined) throw new Error(`The browser gave no ${name}.`);
  return found;
}
