import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot, sourceFiles } from '../../support/imports.ts';

test('each lock of the database has a number of its own: with another’s it would wait for what never ends', () => {
  const numbers = sourceFiles(['server']).flatMap((file) =>
    [...readFileSync(join(projectRoot, file), 'utf8').matchAll(/_LOCK\w* = ([\d_]+)/g)].map(
      ([, number]) => number,
    ),
  );
  expect(numbers.length).toBeGreaterThan(2);
  expect(new Set(numbers).size).toBe(numbers.length);
});
