const WORDS: Readonly<Record<string, number>> = {
  um: 1,
  uma: 1,
  dois: 2,
  duas: 2,
  tres: 3,
  quatro: 4,
  cinco: 5,
  seis: 6,
  sete: 7,
  oito: 8,
  nove: 9,
  dez: 10,
  quinze: 15,
  vinte: 20,
  trinta: 30,
};

/** Source of an expression that matches a count in digits or words. */
export const COUNT = `(?:\\d{1,3}|${Object.keys(WORDS).join('|')})`;

/** The count that {@link COUNT} matched. */
export function wordToCount(word: string): number {
  return WORDS[word] ?? Number(word);
}
