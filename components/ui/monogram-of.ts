/** Small words of names that give no letter. */
const PARTICLES = new Set([
  'da',
  'de',
  'di',
  'do',
  'das',
  'dos',
  'e',
  'a',
  'o',
  'comercial',
  'companhia',
  'cia',
]);

/** Colours that the theme has for people. */
const COLOURS = 5;

/** Two letters for a name: of the first and last word of a person, of the first two of a company. `?` without letters. */
export function initialsOf(name: string, kind: 'person' | 'company'): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !PARTICLES.has(word.toLocaleLowerCase('pt-BR')));
  const chosen = telling.length > 0 ? telling : words;
  const second = kind === 'person' ? chosen.at(-1) : chosen[1];
  const letters = (chosen[0]?.[0] ?? '?') + (chosen.length > 1 ? (second?.[0] ?? '') : '');
  return letters.toLocaleUpperCase('pt-BR');
}

/** A colour from 1 to 5 that is always the same for the same name (FNV-1a over its letters). */
export function colourOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const letter of name.normalize('NFC').toLocaleLowerCase('pt-BR')) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  return ((hash >>> 0) % COLOURS) + 1;
}
