import { parseCnpj, parseCpf } from './documents.ts';

/** A number in a text that tells who somebody is or pays for them: where it begins and ends (exclusive). */
export interface SensitiveNumber {
  kind: 'cpf' | 'cnpj' | 'card';
  start: number;
  end: number;
}

const CPF = /(?<!\d)\d{3}[.\s]?\d{3}[.\s]?\d{3}[-.\s]?\d{2}(?!\d)/g;
const CNPJ = /(?<![0-9A-Z])[0-9A-Z]{2}[.\s]?[0-9A-Z]{3}[.\s]?[0-9A-Z]{3}[/\s]?[0-9A-Z]{4}[-\s]?\d{2}(?!\d)/gi;
/** Groups as they are embossed, and digits without any. Groups of four that go on are an invoice's key, not a card. */
const CARDS = [
  /(?<!\d)(?<!\d{4}[ .-])\d{4}([\s.-])\d{4}\1\d{4}\1\d{4}(?!\d)(?!\1\d{4})/g,
  /(?<!\d)\d{4}([\s.-])\d{4}\1\d{4}\1\d{4}\1\d{3}(?!\d)/g,
  /(?<!\d)\d{4}([\s-])\d{6}\1\d{5}(?!\d)/g,
  /(?<!\d)\d{13,19}(?!\d)/g,
];

/** CPF, CNPJ and card numbers whose check digits are right, in the order of the text; overlapping ones are all given. */
export function findSensitiveNumbers(text: string): SensitiveNumber[] {
  const found = [
    ...matches(text, CPF, 'cpf', (value) => parseCpf(value) !== null),
    ...matches(text, CNPJ, 'cnpj', (value) => parseCnpj(value) !== null),
    ...CARDS.flatMap((pattern) => matches(text, pattern, 'card', isCardNumber)),
  ];
  return found.sort((a, b) => a.start - b.start);
}

/** Whether this is a payment card's number: 13 to 19 digits of a known kind whose Luhn sum is right (ISO/IEC 7812-1). */
export function isCardNumber(text: string): boolean {
  const digits = text.replace(/[\s.-]/g, '');
  if (!/^[2-6]\d{12,18}$/.test(digits) || /^(\d)\1+$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, character, index) => {
    const digit = Number(character) * (index % 2 === 0 ? 1 : 2);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return sum % 10 === 0;
}

function matches(
  text: string,
  pattern: RegExp,
  kind: SensitiveNumber['kind'],
  isRight: (value: string) => boolean,
): SensitiveNumber[] {
  const found: SensitiveNumber[] = [];
  const seeker = new RegExp(pattern);
  for (let match = seeker.exec(text); match !== null; match = seeker.exec(text)) {
    const [value] = match;
    if (isRight(value)) found.push({ kind, start: match.index, end: match.index + value.length });
    // What was none may hide one that begins later in it.
    else seeker.lastIndex = match.index + 1;
  }
  return found;
}
