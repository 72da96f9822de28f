/** Many short texts in order, in one text: as objects of their own they would take several times the memory. */
export interface SortedKeys {
  text: string;
  /** Where each begins, and the end of the last. */
  starts: Uint32Array;
}

/** Sorted as JavaScript compares strings. @param keys already in that order */
export function toSortedKeys(keys: readonly string[]): SortedKeys {
  const starts = new Uint32Array(keys.length + 1);
  let at = 0;
  for (const [index, key] of keys.entries()) {
    at += key.length;
    starts[index + 1] = at;
  }
  return { text: keys.join(''), starts };
}

export function keyAt({ text, starts }: SortedKeys, index: number): string {
  return text.slice(starts[index], starts[index + 1]);
}

/** The keys that begin with this: from the first, up to and without the second. */
export function prefixRange(keys: SortedKeys, prefix: string): [number, number] {
  return [lowerBound(keys, prefix), lowerBound(keys, `${prefix}\uffff`)];
}

/** The keys that are this. */
export function equalRange(keys: SortedKeys, key: string): [number, number] {
  return [lowerBound(keys, key), lowerBound(keys, `${key}\0`)];
}

function lowerBound(keys: SortedKeys, key: string): number {
  let low = 0;
  let high = keys.starts.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keyAt(keys, middle) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
