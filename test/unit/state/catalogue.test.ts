import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { ok } from '../../../domain/result.ts';
import { createCatalogue } from '../../../state/catalogue.ts';
import type { Catalogue, Changed } from '../../../state/ports.ts';

const AT = '2026-07-16T17:35:30.000Z';

function start() {
  let reads = 0;
  const changed = signal<Changed | null>(null);
  const value = {} as Catalogue;
  const catalogue = createCatalogue({
    changed,
    crm: {
      catalogue: async () => {
        reads += 1;
        return ok({ value, asOf: AT, stale: false });
      },
    },
  });
  return { catalogue, changed, reads: () => reads };
}

test('the catalogue is read again when the company configured something else, and not for anything other', () => {
  const { catalogue, changed, reads } = start();
  void catalogue.load();
  changed.value = { tickets: ['a'], customers: [], catalogue: false, at: AT };
  changed.value = { tickets: [], customers: [], at: AT };
  expect(reads()).toBe(1);
  changed.value = { tickets: [], customers: [], catalogue: true, at: AT };
  expect(reads()).toBe(2);
});

test('a catalogue that nobody needs any more reads nothing', () => {
  const { catalogue, changed, reads } = start();
  catalogue.dispose();
  changed.value = { tickets: [], customers: [], catalogue: true, at: AT };
  expect(reads()).toBe(0);
});
