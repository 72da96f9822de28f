/** One measured figure beside its floor, both from the same run on the same machine. */
export interface Row {
  /** As in `docs/measured.md`, such as `host.script.5000`. */
  id: string;
  value: number;
  unit: 'ms' | 'bytes' | 'per second' | 'MB' | 'count';
  /** The same with the least that could do it, measured in this run; nothing where there is no such thing. */
  floor: number | null;
  /** What the floor was measured with, where it is not told by the page. */
  floorBy?: string;
  /** What is aimed at, in the unit of the value: at most this, for rates at least this; nothing for what is only told. */
  goal: number | null;
  /** How many times it was measured; the value is the median. */
  runs: number;
  /** Where the value is the lower end of a 95 % interval: both ends. */
  interval?: readonly [low: number, high: number];
}

/** Widest interval that says anything, in the row's unit: a wider one holds the goal whatever is true. */
const WIDEST_INTERVAL = 30;

/** Whether the runs scatter too much to say anything of the goal. */
export function isUndecided({ interval }: Pick<Row, 'interval'>): boolean {
  return interval !== undefined && interval[1] - interval[0] > WIDEST_INTERVAL;
}

/** Whether a row reaches its goal. */
export function meetsGoal({ value, goal, unit, interval }: Row): boolean {
  if (goal === null) return true;
  if (interval !== undefined) return interval[0] <= goal && !isUndecided({ interval });
  return unit === 'per second' ? value >= goal : value <= goal;
}

/** What the row says of its goal; nothing where it has none. */
export function verdictOf(row: Row): '' | 'ok' | 'falls short' | 'undecided' {
  if (row.goal === null) return '';
  if (isUndecided(row)) return 'undecided';
  return meetsGoal(row) ? 'ok' : 'falls short';
}

/** What the benches of one run share. */
export interface BenchContext {
  /** Builds the extension once for each list of hosts (the product, which lists none, when left out); its folder. */
  extension(hosts?: readonly string[]): Promise<string>;
  /** Says what is going on, on standard error. */
  say(text: string): void;
}

/** A measurement that gives one or several figures. */
export interface Bench {
  /** Every id that it may give; `*` at the end stands for a number. */
  ids: readonly string[];
  /** Measures; `wanted` are those of its ids that were asked for. */
  run(context: BenchContext, wanted: readonly string[]): Promise<Row[]>;
}

/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/**
 * Value below which this share of the values lies, between neighbours in proportion.
 * @throws when there is no value
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) throw new Error('Nothing was measured.');
  return below + (above - below) * (position - Math.floor(position));
}
