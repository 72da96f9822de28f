import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createProtocol, formatProtocol, parseProtocol } from '../../../domain/protocol.ts';

const protocols = fc
  .tuple(fc.integer({ min: 2000, max: 9999 }), fc.integer({ min: 1, max: 99_999_999 }))
  .map(([year, sequence]) => createProtocol(year, sequence));

describe('protocol', () => {
  test('has year, sequence and check digit, and is told in four groups', () => {
    expect(createProtocol(2026, 4231)).toBe('2026000042319');
    expect(formatProtocol('2026000042319')).toBe('2026 0000 4231-9');
  });

  test.each([['2026 0000 4231-9'], ['2026000042319'], ['2026-0000-4231-9'], [' 2026 00004231 9 ']])(
    'is read from %j',
    (text) => {
      expect(parseProtocol(text)).toBe('2026000042319');
    },
  );

  test.each([
    [''],
    ['2026 0000 4231-8'],
    ['202600004231'],
    ['20260000423190'],
    ['0026000042319'],
    ['2026 0000 4231-x'],
  ])('is not read from %j', (text) => {
    expect(parseProtocol(text)).toBeNull();
  });

  test('is read back from its own writing', () => {
    fc.assert(fc.property(protocols, (protocol) => parseProtocol(formatProtocol(protocol)) === protocol));
  });

  test('shows every digit that was changed', () => {
    fc.assert(
      fc.property(protocols, fc.nat(12), fc.integer({ min: 1, max: 9 }), (protocol, place, shift) => {
        const digit = (Number(protocol[place]) + shift) % 10;
        expect(parseProtocol(protocol.slice(0, place) + digit + protocol.slice(place + 1))).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  test('shows every pair of swapped neighbours but the one in 45 that the standard leaves', () => {
    let swapped = 0;
    let missed = 0;
    for (let sequence = 1; sequence <= 20_000; sequence += 7) {
      const protocol = createProtocol(2026, sequence);
      for (let place = 0; place < 12; place += 1) {
        const [one, other] = [protocol.charAt(place), protocol.charAt(place + 1)];
        if (one === other) continue;
        swapped += 1;
        const text = protocol.slice(0, place) + other + one + protocol.slice(place + 2);
        if (parseProtocol(text) !== null) missed += 1;
      }
    }
    expect(missed / swapped).toBeLessThan(0.03);
  });

  test.each([
    [2026, 0],
    [2026, 100_000_000],
    [2026, 1.5],
    [26, 1],
  ])('cannot be made of %j and %j', (year, sequence) => {
    expect(() => createProtocol(year, sequence)).toThrow(RangeError);
  });
});
