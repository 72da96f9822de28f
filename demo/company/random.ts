/** Random choices that are the same for the same seed, on every machine and in every version of Node. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One of them, each as likely. */
  pick<T>(list: readonly T[]): T;
  /** `count` digits. */
  digits(count: number): string;
}

/**
 * A stream of its own for every place: what is made of customer 7 does not change when customer 6 gets another telephone.
 * Mulberry32, seeded with FNV-1a over seed and place.
 */
export function createRandom(seed: number, ...place: (string | number)[]): Random {
  let state = hash(`${seed}/${place.join('/')}`);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const integer = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: (list) => {
      const one = list[Math.floor(next() * list.length)];
      if (one === undefined) throw new RangeError('Nothing to choose from');
      return one;
    },
    digits: (count) => Array.from({ length: count }, () => integer(0, 9)).join(''),
  };
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value;
}
