/** A CPF or CNPJ without punctuation, upper case. */
export interface TaxDocument {
  kind: 'cpf' | 'cnpj';
  value: string;
}

const CNPJ_FIRST = [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
const CNPJ_SECOND = [6, ...CNPJ_FIRST];

/** Reads a CPF or a CNPJ, punctuation and spaces ignored; null when length, characters or check digits are wrong. */
export function parseDocument(text: string): TaxDocument | null {
  const cpf = parseCpf(text);
  if (cpf !== null) return { kind: 'cpf', value: cpf };
  const cnpj = parseCnpj(text);
  return cnpj === null ? null : { kind: 'cnpj', value: cnpj };
}

/** The 11 digits of a CPF; null when it is none. A digit repeated 11 times passes the sums but is never given out. */
export function parseCpf(text: string): string | null {
  const value = bare(text);
  if (!/^[0-9]{11}$/.test(value) || isOneCharacter(value)) return null;
  return cpfCheckDigits(value.slice(0, 9)) === value.slice(9) ? value : null;
}

/** The 14 places of a CNPJ, alphanumeric ones too; null when it is none. */
export function parseCnpj(text: string): string | null {
  const value = bare(text);
  if (!/^[0-9A-Z]{12}[0-9]{2}$/.test(value) || isOneCharacter(value)) return null;
  return cnpjCheckDigits(value.slice(0, 12)) === value.slice(12) ? value : null;
}

/** `12864073000100` → `12.864.073/0001-00`, `39053344705` → `390.533.447-05`; anything else stays as it is. */
export function formatDocument(value: string): string {
  if (/^[0-9]{11}$/.test(value)) return value.replace(/^(.{3})(.{3})(.{3})(..)$/, '$1.$2.$3-$4');
  return value.replace(/^([0-9A-Z]{2})([0-9A-Z]{3})([0-9A-Z]{3})([0-9A-Z]{4})([0-9]{2})$/, '$1.$2.$3/$4-$5');
}

/** Check digits of the 9 first digits of a CPF: weights 10…2, then 11…2; remainder 0 or 1 gives 0, else 11 − remainder. */
export function cpfCheckDigits(base: string): string {
  const first = checkDigit(base, [10, 9, 8, 7, 6, 5, 4, 3, 2]);
  return first + checkDigit(base + first, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
}

/**
 * Check digits of the 12 first places of a CNPJ. A character is worth its ASCII code − 48, so that digits keep their
 * value and A is 17 (Instrução Normativa RFB 2.229/2024, in force since July 2026).
 */
export function cnpjCheckDigits(base: string): string {
  const first = checkDigit(base, CNPJ_FIRST);
  return first + checkDigit(base + first, CNPJ_SECOND);
}

function checkDigit(text: string, weights: readonly number[]): string {
  const sum = weights.reduce((total, weight, index) => total + weight * (text.charCodeAt(index) - 48), 0);
  const remainder = sum % 11;
  return String(remainder < 2 ? 0 : 11 - remainder);
}

function bare(text: string): string {
  return text.replace(/[\s./-]/gu, '').toUpperCase();
}

function isOneCharacter(value: string): boolean {
  return value === value.charAt(0).repeat(value.length);
}
