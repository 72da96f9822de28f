import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Counts, stageCounts } from './counts.ts';
import { type Stage, stages } from './stages.ts';

/** `npm test`: every stage, even after one that failed; `-- --only unit --only server` runs a part. */
const root = dirname(dirname(import.meta.dirname));
const names = stages.map((stage) => stage.name);
const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
const unknown = values.only?.find((name) => !names.includes(name));
if (unknown) {
  console.error(`There is no stage "${unknown}": choose from ${names.join(', ')}.`);
  process.exit(2);
}

await mkdir(join(root, 'test-results'), { recursive: true });
const total: Counts = { passed: 0, failed: 0 };
const summary: string[] = [];
for (const stage of stages.filter(({ name }) => values.only?.includes(name) ?? true)) {
  console.log(`\n── ${stage.name} ──`);
  const started = Date.now();
  const counts = await run(stage);
  total.passed += counts.passed;
  total.failed += counts.failed;
  const seconds = Math.round((Date.now() - started) / 1000);
  summary.push(`${stage.name.padEnd(14)} ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
}
console.log(`\n${summary.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function run(stage: Stage): Promise<Counts> {
  const [program = '', ...args] = stage.command;
  if (stage.report) await rm(join(root, stage.report), { force: true });
  const child = spawn(join(root, 'node_modules', '.bin', program), args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...stage.env },
  });
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    const counts = stage.read ? await stage.read() : { passed: code === 0 ? 1 : 0, failed: 0 };
    return stageCounts(code, counts);
  } catch (error) {
    // A program that cannot be started, or a report that cannot be read, must not hide the stages after it.
    console.error(error);
    return stageCounts(null, undefined);
  }
}
