import { type Row, verdictOf } from './bench.ts';

const headings = ['id', 'value', 'unit', 'floor', 'goal', 'runs', ''];

/** The rows as a table for reading, each with whether its goal is met. */
export function formatTable(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.id,
    number(row.value),
    row.unit,
    row.floor === null ? '–' : number(row.floor),
    row.goal === null ? '–' : `${row.unit === 'per second' ? '≥' : '≤'} ${number(row.goal)}`,
    `${row.runs}`,
    verdictOf(row),
  ]);
  const table = [headings, ...cells];
  const widths = headings.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  return table
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function number(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) < 100 ? 2 : 0 });
}
