import type { IconNode } from 'lucide';

/** One line of a list to choose from. */
export interface ComboboxOption {
  /** Its identity: what `onChange` gives. */
  value: string;
  label: string;
  /** Number or code before the label, e.g. `1.2.1`; searched too. */
  code?: string | undefined;
  /** Belonging, at the end of the line. */
  meta?: string | undefined;
  /** Other words that find it. */
  keywords?: string | undefined;
  /** Level in the tree, from 0. Options come in tree order: each below its heading. */
  depth?: number | undefined;
  /** A heading of the tree: shown above what it holds, never chosen. */
  group?: boolean | undefined;
  /** Why it cannot be chosen. It is still shown and reached. */
  blockedReason?: string | undefined;
  icon?: IconNode | undefined;
  /** Name whose monogram stands before the label. */
  person?: string | undefined;
}

/** A stretch of a text: from, to (exclusive). */
export type TextRange = readonly [number, number];

/** A line as it is drawn. `key` differs for the same option among recents and in the tree. */
export interface OptionRow {
  key: string;
  option: ComboboxOption;
  marks: readonly TextRange[];
}

export interface OptionRows {
  recent: readonly OptionRow[];
  all: readonly OptionRow[];
  /** Matches that are not drawn. */
  hidden: number;
}

/** Options prepared for search, once per list. */
export interface OptionIndex {
  find: (query: string, recentValues: readonly string[], limit: number) => OptionRows;
}

/** Lower case without accents. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Prepares a list of options; 2,000 take a few milliseconds, a query well under one. */
export function createOptionIndex(options: readonly ComboboxOption[]): OptionIndex {
  const ancestors = ancestorsOf(options);
  const own = options.map((option) =>
    fold([option.code, option.label, option.keywords].filter(Boolean).join(' ')),
  );
  const texts = own.map((text, index) => [text, ...(ancestors[index] ?? []).map((at) => own[at])].join('\n'));
  const indexByValue = new Map(options.map((option, index) => [option.value, index]));

  return {
    find(query, recentValues, limit) {
      const words = fold(query).split(/\s+/).filter(Boolean);
      const matches = (index: number) => words.every((word) => texts[index]?.includes(word));
      const row = (index: number, prefix: string): OptionRow[] => {
        const option = options[index];
        if (option === undefined) return [];
        return [{ key: `${prefix}:${option.value}`, option, marks: rangesOf(option.label, words) }];
      };
      const recent = recentValues
        .map((value) => indexByValue.get(value) ?? -1)
        .filter((index) => index >= 0 && options[index]?.group !== true && matches(index))
        .flatMap((index) => row(index, 'recent'));

      const shown = new Set<number>();
      let found = 0;
      for (const [index, option] of options.entries()) {
        if (option.group === true || !matches(index)) continue;
        found += 1;
        if (found > limit) continue;
        for (const heading of ancestors[index] ?? []) shown.add(heading);
        shown.add(index);
      }
      const all = [...shown].sort((one, other) => one - other).flatMap((index) => row(index, 'all'));
      return { recent, all, hidden: Math.max(0, found - limit) };
    },
  };
}

/** For each option the places of the headings above it, outermost first. */
function ancestorsOf(options: readonly ComboboxOption[]): number[][] {
  const open: { index: number; depth: number }[] = [];
  return options.map((option, index) => {
    const depth = option.depth ?? 0;
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const above = open.map((heading) => heading.index);
    if (option.group === true) open.push({ index, depth });
    return above;
  });
}

/** Where the words of a query stand in a label, sorted and without overlap. */
export function rangesOf(label: string, words: readonly string[]): TextRange[] {
  if (words.length === 0) return [];
  // Folding may change a text's length, so each folded letter remembers where it came from.
  const origins: number[] = [];
  let folded = '';
  for (const [offset, letter] of lettersOf(label)) {
    const plain = fold(letter);
    for (const _ of plain) origins.push(offset);
    folded += plain;
  }
  origins.push(label.length);
  const ranges = words
    .map((word) => [folded.indexOf(word), word.length] as const)
    .filter(([start]) => start >= 0)
    .map(([start, length]): TextRange => [origins[start] ?? 0, origins[start + length] ?? label.length])
    .sort((one, other) => one[0] - other[0]);
  return ranges.filter((range, index) => index === 0 || range[0] >= (ranges[index - 1]?.[1] ?? 0));
}

function* lettersOf(text: string): Generator<[number, string]> {
  let offset = 0;
  for (const letter of text) {
    yield [offset, letter];
    offset += letter.length;
  }
}
