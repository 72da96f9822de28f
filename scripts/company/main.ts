import { resolve } from 'node:path';
import { Problem } from '../problem.ts';
import { readTask } from './options.ts';
import { runTask } from './tasks.ts';

const root = resolve(import.meta.dirname, '..', '..');

try {
  const task = readTask(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd(), process.env);
  process.exitCode = await runTask(root, task);
} catch (error) {
  console.error(error instanceof Problem ? error.message : error);
  process.exitCode = 1;
}
// The channel to the script that started us would keep the process.
process.disconnect?.();
