import fc from 'fast-check';
import metadata from 'libphonenumber-js/max/metadata';
import { describe, expect, test } from 'vitest';
import { formatPhone, isSamePhone, parsePhone, phoneKeys } from '../../../domain/phone.ts';
import { BRAZIL_METADATA } from '../../../domain/phone-metadata.ts';

const AREA = '11';
const mobile = '+5511981005500';

describe('phones', () => {
  test('Brazil’s part of the library’s numbering plan is the library’s own', () => {
    const whole = metadata as unknown as { version: number; countries: Record<string, unknown> };
    const part = BRAZIL_METADATA as unknown as typeof whole;
    expect(part.countries.BR).toEqual(whole.countries.BR);
    expect(part.version).toBe(whole.version);
  });

  test.each([
    ['(11) 98100-5500', mobile],
    ['98100-5500', mobile],
    ['8100-5500', mobile],
    ['(11) 8100-5500', mobile],
    ['+55 11 98100-5500', mobile],
    ['551181005500', mobile],
    ['0055 11 98100-5500', mobile],
    ['00 15 55 11 98100-5500', mobile],
    ['0XX11 98100-5500', mobile],
    ['0xx 11 8100-5500', mobile],
    ['xx 11 98100-5500', mobile],
    ['0 15 11 98100-5500', mobile],
    ['011 98100-5500', mobile],
    ['(16) 3610-0142 r. 21', '+551636100142'],
    ['16 3610 0142 ramal 21', '+551636100142'],
    ['3610-0140', '+551136100140'],
    ['55 99123-4567', '+5555991234567'],
    ['0800 123 4567', '+558001234567'],
    ['4004-1234', '+5540041234'],
    ['+1 650 253 0000', '+16502530000'],
    ['20 98100-5500', null],
    ['11 1234-5678', null],
    ['123', null],
    ['Recepção', null],
    ['', null],
    [`${mobile}${' '.repeat(60)}`, null],
  ])('%j is %j', (text, expected) => {
    expect(parsePhone(text, AREA)).toBe(expected);
  });

  test.each([
    [mobile, '(11) 98100-5500'],
    ['+551636100142', '(16) 3610-0142'],
    ['+16502530000', '+16502530000'],
    ['ramal', 'ramal'],
  ])('%j is shown as %j', (number, shown) => {
    expect(formatPhone(number)).toBe(shown);
  });

  test('every writing of a mobile number is found by one key', () => {
    const writings = (ddd: string, number: string) => {
      const old = number.slice(1);
      return [number, old].flatMap((local) => [
        `+55${ddd}${local}`,
        `55${ddd}${local}`,
        `0XX${ddd}${local}`,
        `0${ddd}${local}`,
        `015${ddd}${local}`,
        `(${ddd}) ${local.slice(0, -4)}-${local.slice(-4)}`,
        ...(ddd === AREA ? [local, `${local.slice(0, -4)}-${local.slice(-4)}`] : []),
      ]);
    };
    fc.assert(
      fc.property(
        fc.constantFrom('11', '16', '21', '55', '85'),
        fc.stringMatching(/^9[689][0-9]{7}$/),
        (ddd, number) => {
          const keys = writings(ddd, number).map((writing) => phoneKeys(writing, AREA).join());
          expect([...new Set(keys)]).toEqual([`+55${ddd}${number.slice(1)}`]);
        },
      ),
    );
  });

  test('a landline is never taken for the mobile whose last digits it shares', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[2-5][0-9]{7}$/), (number) => {
        expect(isSamePhone(`11${number}`, `119${number}`, AREA)).toBe(false);
      }),
    );
  });

  test('what is no number is the same as nothing, itself neither', () => {
    expect(isSamePhone('ramal', 'ramal', AREA)).toBe(false);
  });
});
