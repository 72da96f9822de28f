import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../../server/commands/command.ts';

test('canonical JSON does not depend on the order of keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
    }),
  );
});

test('canonical JSON tells values apart', () => {
  const values = [
    {},
    [],
    '',
    0,
    false,
    null,
    { a: 1 },
    { a: '1' },
    { a: [1] },
    { a: { 1: 1 } },
    [1, 2],
    [2, 1],
    [null],
  ];
  expect(new Set(values.map(canonicalJson)).size).toBe(values.length);
});

test('a field that is null is as one that is not there, so that commands outlive new fields', () => {
  expect(canonicalJson({ a: 1, later: null, deep: { later: null } })).toBe(canonicalJson({ deep: {}, a: 1 }));
});

test('canonical JSON is JSON of the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(withoutNulls(value));
    }),
  );
});

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return JSON.parse(JSON.stringify(value));
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, child]) => (child === null ? [] : [[key, withoutNulls(child)]])),
  );
}
