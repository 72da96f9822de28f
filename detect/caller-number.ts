/** What numbers are written with: digits, the plus of a country, brackets, hyphens, the `x` of carriers, an extension. */
const NUMBER = /^\+?[\d().\s/x-]{3,32}(?:(?:r|ramal|ext)[.:\s]*\d+)?$/i;

/**
 * The number in a text that a rule read, as it is written there. Empty for a caller who withholds it (`Anônimo`) and for everything else that is
 * no number: nothing but a number leaves the page. With an expression, its group has to be one.
 */
export function textToCallerNumber(raw: string, expression?: string): string {
  const text = raw.trim().slice(0, 60);
  const number = expression ? (new RegExp(expression).exec(text)?.[1] ?? '') : text;
  return NUMBER.test(number) && /\d/.test(number) ? number : '';
}
