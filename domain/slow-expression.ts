/** Host texts are cut to this before an expression is tried on them (`detect/customer-code.ts`). */
const LONGEST_TEXT = 120;

/**
 * How many characters may be looked at, by a count that is six times too high where it matters. Two free repetitions side by side
 * stay below it and are done in a blink; with three and more a hostile text takes seconds to hours.
 */
const MOST_STEPS = 4 * LONGEST_TEXT ** 3;

/** In this order: escapes, a class, what opens a group, a quantifier, and any other character. */
const TOKEN =
  /\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|[\s\S])|\[(?:\\[\s\S]|[^\]\\])*\]|\((?:\?(?:<?[=!]|:|<[^>]*>))?|[*+?]\??|\{\d+(?:,\d*)?\}\??|[\s\S]/g;
const QUANTIFIER = /^(?:[*+?]|\{\d)/;
/** Escapes that are weighed here. Others, as references to groups, no code needs. */
const KNOWN_ESCAPE = /^\\(?:[dDsSwWbBtnrfv]|u[\da-fA-F]{4}|x[\da-fA-F]{2}|\W)$/;
/** What stands for no character, or for one that is not among the samples. */
const OPAQUE = /^(?:[|^]$|\(\?<?[=!]|\\[bBux]|\[[\s\S]*\\[bux])/;

/**
 * Whether an expression may take very long on some text of the longest length: it repeats a group, or leaves too many ways to
 * share a text out among its repetitions, as `(\w*\w*\w*\w*)!` does. A repetition that what follows cannot go on with, as `\s*` before
 * a digit, has one way to end and multiplies nothing. It errs towards slow.
 */
export function isSlowExpression(source: string): boolean {
  const tokens = source.match(TOKEN) ?? [];
  const escapes = source.match(/\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|[\s\S])/g) ?? [];
  if (!escapes.every((one) => KNOWN_ESCAPE.test(one))) return true;
  const samples = samplesFor(source);
  // A search begins anew at every character of the text.
  let paths = tokens[0] === '^' ? 1 : LONGEST_TEXT;
  let steps = paths;
  for (const [index, token] of tokens.entries()) {
    if (token === '|') paths *= 2;
    if (!QUANTIFIER.test(token)) continue;
    const before = tokens[index - 1] ?? '';
    if (before === ')' && !token.startsWith('?')) return true;
    const ways = waysOf(token);
    steps += paths * ways;
    if (before === ')' || !endsOneWay(before, tokens, index + 1, samples)) paths *= ways;
  }
  return Math.max(steps, paths) > MOST_STEPS;
}

/** In how many lengths a quantifier can match a text of the longest length. */
function waysOf(quantifier: string): number {
  if (quantifier.startsWith('?')) return 2;
  const [, from = '0', comma, to] = /^\{(\d+)(,?)(\d*)/.exec(quantifier) ?? ['', '0', ',', ''];
  if (comma === '') return 1;
  const most = to === '' || to === undefined ? LONGEST_TEXT : Math.min(Number(to), LONGEST_TEXT);
  return Math.max(1, most - Math.min(Number(from), LONGEST_TEXT) + 1);
}

/** Whether the repetition of `atom` can be left at one place only, because nothing that it repeats can come next. */
function endsOneWay(
  atom: string,
  tokens: readonly string[],
  from: number,
  samples: readonly string[],
): boolean {
  if (OPAQUE.test(atom)) return false;
  const isPlain = !tokens.some(
    (token, index) => token === '|' || (token === ')' && isOptional(tokens, index)),
  );
  const repeated = new RegExp(`^(?:${atom})$`);
  for (let index = from; ; index += 1) {
    const next = tokens[index];
    if (next === undefined || next === '$') return true;
    if (isPlain && /^(?:\)|\((?:\?:|\?<[^=!].*)?)$/.test(next)) continue;
    if (/^[()]/.test(next) || QUANTIFIER.test(next) || OPAQUE.test(next)) return false;
    const following = new RegExp(`^(?:${next})$`);
    if (samples.some((character) => repeated.test(character) && following.test(character))) return false;
    if (!isOptional(tokens, index)) return true;
    index += 1;
  }
}

/** Whether what stands at this place may be left out. */
function isOptional(tokens: readonly string[], index: number): boolean {
  return /^(?:[*?]|\{0+[,}])/.test(tokens[index + 1] ?? '');
}

/**
 * Characters of which two classes that overlap share one: all up to U+00FF, one of each kind beyond, and those that the
 * source names with their neighbours, for two ranges that overlap share an end of one of them.
 */
function samplesFor(source: string): string[] {
  const named = Array.from({ length: source.length }, (_, index) => source.charCodeAt(index));
  const around = named.flatMap((code) => [code - 1, code, code + 1]).filter((code) => code > 0xff);
  const kinds = [0x1680, 0x2003, 0x2028, 0x3000, 0xfeff, 0x4e00];
  const codes = new Set([...Array(0x100).keys(), ...kinds, ...around]);
  return [...codes].map((code) => String.fromCharCode(code));
}
