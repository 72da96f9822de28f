import { writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { benches } from './all.ts';
import type { Row } from './bench.ts';
import { createBenchContext } from './context.ts';
import { formatPage } from './markdown.ts';
import { missing, wantedIds } from './selection.ts';
import { formatTable } from './table.ts';

/**
 * `npm run bench`: prints the table; `-- --only ID…` measures a part, `-- --json FILE` writes the rows too, and
 * `-- --markdown FILE` the page of figures (`docs/measured.md`).
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    markdown: { type: 'string' },
    only: { type: 'string', multiple: true },
  },
});
// `--only a b` gives the ids after the first as positionals.
const only = values.only && [...values.only, ...positionals];
// Others at work on the machine make everything slower, the floors too: it is told.
const load = loadavg()[0] ?? 0;
const context = createBenchContext();
const rows: Row[] = [];
let failures = 0;

for (const bench of benches) {
  const wanted = wantedIds(bench.ids, only);
  if (wanted.length === 0) continue;
  try {
    rows.push(...(await bench.run(context, wanted)));
  } catch (error) {
    failures += 1;
    console.error(`${bench.ids.join(', ')}:`, error);
  }
}

console.log(formatTable(rows));
const file = values.json && resolve(process.env.INIT_CWD ?? '.', values.json);
if (file) await writeFile(file, `${JSON.stringify(rows, null, 2)}\n`);
const page = values.markdown && resolve(process.env.INIT_CWD ?? '.', values.markdown);
const machine = `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB, load ${load.toFixed(1)} at the start`;
const command = 'npm run bench -- --markdown docs/measured.md';
if (page) await writeFile(page, formatPage(rows, { command, at: new Date(), machine }));
const unmeasured = missing(only, rows);
if (unmeasured.length > 0) console.error(`Not measured: ${unmeasured.join(', ')}`);
process.exit(failures + unmeasured.length > 0 ? 1 : 0);
