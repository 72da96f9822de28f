import { isCustomerCode } from '../domain/customer-code.ts';

/** Code first, then a separator and whatever: `000318 - Comercial Rio Pardo`. */
const LEADING = /^([a-z\d]{1,10})(?:\s+[-–—|/·]\s|$)/i;

/** Longest text that is looked at: codes are short, and a rule's own expression must not run over a whole page. */
export const LONGEST_TEXT = 120;

/**
 * The code in a text that a rule read, or null.
 * With an expression, its group must be a code. Without one the whole text must be. A guess (`offered`) accepts a code followed by a name,
 * and wants at least one digit: beside “Cliente” there may as well stand a name of ten letters.
 */
export function textToCode(raw: string, expression?: string, guess?: boolean): string | null {
  const text = raw.trim();
  if (!text || text.length > LONGEST_TEXT) return null;
  const code = expression ? new RegExp(expression).exec(text)?.[1] : guess ? LEADING.exec(text)?.[1] : text;
  return code && isCustomerCode(code) && (!guess || /\d/.test(code)) ? code : null;
}
