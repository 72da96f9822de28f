import { brazilianLine } from '../customer-search.ts';

/**
 * Brazilian telephones of many customers, in order of their last eight digits. The four forms in which people type a
 * mobile number (with or without area code, with or without the ninth digit) are found in this one row of it.
 */
export interface PhoneLines {
  lastEight: Uint32Array;
  /** The digit before them; {@link NO_NINTH} where there is none. */
  ninth: Uint8Array;
  area: Uint8Array;
  /** Whose each is. */
  positions: Uint32Array;
}

const NO_NINTH = 255;
/** More telephones than a machine ever holds; times eight digits it is still a whole number to JavaScript. */
const PLACES = 2 ** 24;

export interface PhoneOf {
  number: string;
  position: number;
}

/** @param phones Brazilian ones, see {@link brazilianLine}; others are left out */
export function toPhoneLines(phones: readonly PhoneOf[]): PhoneLines {
  const found: { line: { area: string; subscriber: string }; position: number }[] = [];
  for (const { number, position } of phones) {
    const line = brazilianLine(number);
    if (line !== null) found.push({ line, position });
  }
  // Number and place in one value: sorting plain numbers takes a tenth of the time of sorting by a function.
  const order = Float64Array.from(found, ({ line }, at) => Number(line.subscriber.slice(-8)) * PLACES + at);
  order.sort();
  const lines: PhoneLines = {
    lastEight: new Uint32Array(order.length),
    ninth: new Uint8Array(order.length),
    area: new Uint8Array(order.length),
    positions: new Uint32Array(order.length),
  };
  for (const [row, value] of order.entries()) {
    const one = found[value % PLACES];
    if (one === undefined) continue;
    const { area, subscriber } = one.line;
    lines.lastEight[row] = Math.floor(value / PLACES);
    lines.ninth[row] = subscriber.length === 9 ? Number(subscriber[0]) : NO_NINTH;
    lines.area[row] = Number(area);
    lines.positions[row] = one.position;
  }
  return lines;
}

/** Tells the position of each telephone one of whose forms begins with these digits; some more than once. */
export function eachLineBeginningWith(
  lines: PhoneLines,
  digits: string,
  tell: (position: number) => void,
): void {
  if (!/^[0-9]{1,11}$/.test(digits)) return;
  const { ninth, area, positions } = lines;
  const each = (prefix: string, isOne: (row: number) => boolean) => {
    const [from, to] = lastEightRange(lines, prefix);
    for (let row = from; row < to; row += 1) if (isOne(row)) tell(positions[row] as number);
  };
  const bySubscriber = (prefix: string, isOne: (row: number) => boolean) => {
    each(prefix, isOne);
    if (prefix === '') return;
    const first = Number(prefix[0]);
    each(prefix.slice(1), (row) => ninth[row] === first && isOne(row));
  };
  bySubscriber(digits, () => true);
  if (digits.length === 1) {
    const first = Number(digits);
    each('', (row) => Math.floor((area[row] as number) / 10) === first);
  } else {
    const wanted = Number(digits.slice(0, 2));
    bySubscriber(digits.slice(2), (row) => area[row] === wanted);
  }
}

/** Positions that may have this telephone, with or without its ninth digit. */
export function positionsOfPhone(lines: PhoneLines, number: string): number[] {
  const line = brazilianLine(number);
  if (line === null) return [];
  const [from, to] = lastEightRange(lines, line.subscriber.slice(-8));
  const found: number[] = [];
  for (let row = from; row < to; row += 1) {
    if (lines.area[row] === Number(line.area)) found.push(lines.positions[row] as number);
  }
  return found;
}

function lastEightRange({ lastEight }: PhoneLines, prefix: string): [number, number] {
  if (prefix.length > 8) return [0, 0];
  const size = 10 ** (8 - prefix.length);
  const from = Number(prefix) * size;
  return [firstFrom(lastEight, from), firstFrom(lastEight, from + size)];
}

function firstFrom(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
