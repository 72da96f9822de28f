import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../support/imports.ts';

const rows = readFileSync(join(projectRoot, 'docs/atendimento.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| field'))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
const filesOf = (cell: string) => [...cell.matchAll(/`([\w./-]+\.tsx?)`/g)].map(([, file]) => file ?? '');

describe('the table of the atendimento', () => {
  it('has no empty cell', () => {
    expect(rows.length).toBeGreaterThan(25);
    expect(rows.filter((cells) => cells.length !== 4 || cells.includes(''))).toEqual([]);
  });

  it('names tests and rules that are there', () => {
    const tests = rows.flatMap(([, , , cell = '']) => filesOf(cell).map((file) => join('test', file)));
    const rules = rows.flatMap(([, , cell = '']) => filesOf(cell));
    expect(tests.length).toBeGreaterThanOrEqual(rows.length);
    expect([...tests, ...rules].filter((file) => !existsSync(join(projectRoot, file)))).toEqual([]);
  });
});
