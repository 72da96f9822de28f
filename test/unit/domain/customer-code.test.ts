import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customerCodeKey, isCustomerCode, isSameCustomerCode } from '../../../domain/customer-code.ts';
import { customerCodeSchema } from '../../../domain/customer-code-schema.ts';

describe('customer code', () => {
  test.each([
    ['123', '000123'],
    ['a1', 'A1'],
    ['00a1', 'A1'],
    ['0', '000'],
  ])('%j and %j are one customer', (one, other) => {
    expect(isSameCustomerCode(one, other)).toBe(true);
  });

  test.each([
    ['123', '1230'],
    ['1', 'A1'],
    ['100', '1'],
  ])('%j and %j are two', (one, other) => {
    expect(isSameCustomerCode(one, other)).toBe(false);
  });

  test.each([
    ['000318', true],
    ['AB12', true],
    ['', false],
    ['12345678901', false],
    ['12-3', false],
    ['é1', false],
    ['1 2', false],
  ])('%j is a code: %j', (text, expected) => {
    expect(isCustomerCode(text)).toBe(expected);
    expect(customerCodeSchema.safeParse(text).success).toBe(expected);
  });

  test('zeros in front and case never change the customer', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9]{1,6}$/), fc.nat(4), (code, zeros) => {
        expect(customerCodeKey('0'.repeat(zeros) + code)).toBe(customerCodeKey(code.toLowerCase()));
      }),
    );
  });
});
