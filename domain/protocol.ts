/** Digits of a protocol: year (4), sequence of the year (8), check digit (1). */
export const PROTOCOL_LENGTH = 13;

/** Highest sequence of a year. */
export const LAST_SEQUENCE = 99_999_999;

/**
 * Check digit of ISO/IEC 7064 MOD 11,10 (the standard's hybrid system): from P = 10, each digit d gives
 * S = (P + d) mod 10, taken as 10 when 0, and P = 2 S mod 11; the check digit is the c with (P + c) mod 10 = 1.
 * It finds every changed digit and 440 of the 450 kinds of swapped neighbours.
 */
export function mod11And10(digits: string): number {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10;
}

/** The 13 digits of a protocol. Throws when year or sequence cannot be written in their places. */
export function createProtocol(year: number, sequence: number): string {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) throw new RangeError(`Year ${year}`);
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > LAST_SEQUENCE) {
    throw new RangeError(`Sequence ${sequence}`);
  }
  const digits = `${year}${String(sequence).padStart(8, '0')}`;
  return digits + mod11And10(digits);
}

/** The 13 digits out of `2026 0000 4231-9`, with or without spaces and hyphens; null when they are not a protocol. */
export function parseProtocol(text: string): string | null {
  const digits = text.replace(/[\s-]/gu, '');
  if (!/^[1-9][0-9]{12}$/.test(digits)) return null;
  return mod11And10(digits.slice(0, 12)) === Number(digits[12]) ? digits : null;
}

/** `2026000042319` as it is told and shown: `2026 0000 4231-9`. */
export function formatProtocol(protocol: string): string {
  return protocol.replace(/^(\d{4})(\d{4})(\d{4})(\d)$/, '$1 $2 $3-$4');
}
