import parsePhoneNumber, { type PhoneNumber } from 'libphonenumber-js/core';
import { BRAZIL_METADATA } from './phone-metadata.ts';

/** A ramal after the number: `r. 21`, `ramal 21`, `ext 21`. */
const EXTENSION = /\s*(?:\b(?:r|ramal|ext)\b\.?|[#;])\s*:?\s*[0-9]+\s*$/iu;

/** Longer texts are no telephone number, and are not searched for one. */
const LONGEST_TEXT = 60;

/** Carrier chosen for a call from abroad, before Brazil's own country code: `00 15 55 …`. */
const ABROAD_CARRIER = /^00(?:1[245]|2[1-35]|31|4[13]|[56]5|99)(?=55[0-9]{10,11}$)/;

/**
 * A number as people and exchanges write it, as E.164. Without DDD the company's own is taken (`areaCode`); `0XX` and
 * carrier prefixes are dropped; an old mobile number gets its ninth digit (all of Brazil has it since 2016). Numbers of
 * other countries need their `+` and are not checked. Null for what is no number that can exist.
 */
export function parsePhone(text: string, areaCode: string): string | null {
  if (text.length > LONGEST_TEXT) return null;
  const bare = text.replace(EXTENSION, '').replace(/\bx{2}(?=[\s(-]*[1-9])|(?<=\b0)x{2}/iu, '');
  if (/[a-z]/iu.test(bare)) return null;
  const digits = bare.replace(/[^0-9]/gu, '').replace(ABROAD_CARRIER, '00');
  const isInternational = bare.trim().startsWith('+') || /^00[1-9]/.test(digits);
  if (isInternational) {
    const number = digits.replace(/^00/, '');
    if (!number.startsWith('55')) return /^[1-9][0-9]{7,14}$/.test(number) ? `+${number}` : null;
    return nationalToE164(number.slice(2), areaCode);
  }
  return nationalToE164(/^55[0-9]{10,11}$/.test(digits) ? digits.slice(2) : digits, areaCode);
}

/** `+5511981005500` → `(11) 98100-5500`; numbers of other countries and unknown ones stay as they are. */
export function formatPhone(number: string): string {
  const parsed = brazilian(number);
  return parsed?.country === 'BR' ? parsed.formatNational() : number;
}

/**
 * What a number is found by: two writings of one number share a key, whichever of +55, DDD, ninth digit, carrier prefix
 * and punctuation they have. Empty for what is no number. Old mobile numbers began with 6 to 9, so only `9[6-9]…`
 * loses its ninth digit, and no landline is taken for a mobile.
 */
export function phoneKeys(text: string, areaCode: string): string[] {
  const number = parsePhone(text, areaCode);
  if (number === null) return [];
  const mobile = /^\+55([0-9]{2})9([6-9][0-9]{7})$/.exec(number);
  return [mobile === null ? number : `+55${mobile[1]}${mobile[2]}`];
}

/** Whether two writings may be the same line. */
export function isSamePhone(one: string, other: string, areaCode: string): boolean {
  const keys = phoneKeys(one, areaCode);
  return phoneKeys(other, areaCode).some((key) => keys.includes(key));
}

function nationalToE164(digits: string, areaCode: string): string | null {
  const subscriber = /^[2-9][0-9]{7,8}$/.test(digits) && !isNonGeographic(digits);
  const number = brazilian(subscriber ? areaCode + digits : digits);
  if (number?.country !== 'BR') return null;
  const old = /^([1-9][1-9])([6-9][0-9]{7})$/.exec(number.nationalNumber);
  const whole = old === null ? number : brazilian(`${old[1]}9${old[2]}`);
  return whole?.isValid() ? whole.number : null;
}

/** Numbers that are dialled alike everywhere and have no DDD: 4004 1234, 3003 1234. */
function isNonGeographic(digits: string): boolean {
  return digits.length === 8 && (brazilian(digits)?.isValid() ?? false);
}

function brazilian(text: string): PhoneNumber | undefined {
  return parsePhoneNumber(text, { defaultCountry: 'BR', extract: false }, BRAZIL_METADATA);
}
