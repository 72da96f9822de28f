/** Order by code units, for `sort`: what ids and instants need, and the same on every machine. Names for people are sorted by language. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
