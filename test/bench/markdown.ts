import { isUndecided, meetsGoal, type Row, verdictOf } from './bench.ts';

/** What each id measures, in a sentence; `*` stands for a number. */
const MEANINGS: Readonly<Record<string, string>> = {
  'loader.gzip': 'the script that runs in every enabled page, compressed',
  'host.script.*': 'script time added to an ERP page whose table has this many rows',
  'host.heap.*': 'script memory added to that page',
  'host.nodes': 'DOM nodes added',
  'host.listeners': 'event listeners added',
  'host.load.5000': 'delay of the load event: lower end of the 95 % interval of the paired difference',
  'host.prewarm.*': 'what the panel that is got ready adds in the tab in front; told, without a goal',
  'panel.warm.p50': 'click on the launcher to painted panel, got ready before, over 5,000 rows',
  'panel.warm.p95': 'the same, 95th percentile',
  'panel.cold.p50': 'the same with the frame made at the click, and its draft restored',
  'card.warm': 'a telephone rings to the painted card with the caller’s name, the panel got ready before',
  'card.asleep':
    'the same with the background stopped; floor: an empty frame that is shown when a stopped background answers',
  'draft.keep.p95':
    'end of the debounce to the kept draft of 2 KB, with strict durability; floor: a raw put of the same',
  'server.post':
    'tickets with their opinion, each a durable transaction of its own, by one server process on the processors of its client',
  'server.get': 'customers by key, likewise',
  'directory.first': 'local work from 100,000 customers downloaded to searchable; floor: the bare rows kept',
  'directory.memory': 'memory that their index holds',
  'directory.reopen': 'from closed to searchable again',
  'directory.search.p95': 'a search of several words among them; floor: a look into sorted words',
  'caller.asleep':
    'a number to its customer with the background stopped; floor: waking it with nothing to do',
};

export interface Occasion {
  command: string;
  at: Date;
  /** Processors and memory, as the machine says. */
  machine: string;
}

/** The page of measured figures: everything in it comes from the run. */
export function formatPage(rows: readonly Row[], { command, at, machine }: Occasion): string {
  const short = rows.filter((row) => !meetsGoal(row));
  const date = at.toISOString().slice(0, 10);
  return `# Measured

Written by \`${command}\` on ${date} (${machine}); not edited by hand. Each value is the median of alternating runs beside its floor, the least
that could do it (an empty content script, an empty panel, a bare statement), measured in the same run on the same machine. A goal is not a test: nothing
fails when a figure falls short, and it is said here.

| id | what | value | floor | goal | runs | |
| --- | --- | ---: | ---: | ---: | ---: | --- |
${rows.map(line).join('\n')}

## What falls short

${short.length === 0 ? 'Nothing in this run.' : short.map((row) => `- \`${row.id}\`: ${isUndecided(row) ? 'undecided, its runs scatter too much' : amount(row, row.value)}, goal ${goalOf(row)}.`).join('\n')}
`;
}

function line(row: Row): string {
  const interval = row.interval ? ` (${row.interval.map((end) => amount(row, end)).join(' to ')})` : '';
  const floor = row.floor === null ? '–' : amount(row, row.floor) + (row.floorBy ? ` (${row.floorBy})` : '');
  return `| \`${row.id}\` | ${meaningOf(row.id)} | ${amount(row, row.value)}${interval} | ${floor} | ${goalOf(row)} | ${row.runs} | ${verdictOf(row)} |`;
}

function meaningOf(id: string): string {
  return MEANINGS[id] ?? MEANINGS[id.replace(/[^.]+$/, '*')] ?? '';
}

function goalOf(row: Row): string {
  if (row.goal === null) return '–';
  return `${row.unit === 'per second' ? '≥' : '≤'} ${amount(row, row.goal)}`;
}

function amount({ unit }: Pick<Row, 'unit'>, value: number): string {
  const number = value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) < 100 ? 2 : 0 });
  return unit === 'count' ? number : `${number} ${unit}`;
}
