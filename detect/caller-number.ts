/**
 * The number that a text which a rule read begins with, as it is written there: digits, brackets, hyphens, the `x` of carriers. Empty for a caller
 * who withholds it (`Anônimo`) and for everything else that is no number: nothing but a number leaves the page. With an expression, its
 * group has to be one.
 */
export function textToCallerNumber(raw: string, expression?: string): string {
  const text = expression ? (new RegExp(expression).exec(raw)?.[1] ?? '') : raw;
  return /^[+(\d][\d()\s.x-]{2,39}/i.exec(text.trim())?.[0].trim() ?? '';
}
