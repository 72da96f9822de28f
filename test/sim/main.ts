import { parseArgs } from 'node:util';
import { simulate } from './simulate.ts';

/** `npm run sim`: 1,000 seeds; `-- --seeds 100000 --from 5000` runs others. Each seed of a run in which a promise was broken is told. */
const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '1000' }, from: { type: 'string', default: '1' } },
});
const [count, from] = [Number(values.seeds), Number(values.from)];
if (!Number.isSafeInteger(count) || !Number.isSafeInteger(from) || count < 1) {
  console.error('Seeds are whole numbers, such as --seeds 1000 --from 1.');
  process.exit(2);
}

const TELL_EVERY = 500;
let [applied, steps, broken] = [0, 0, 0];
for (let seed = from; seed < from + count; seed += 1) {
  const run = await simulate(seed);
  applied += run.applied;
  steps += run.trace.steps;
  if (run.broken.length > 0) {
    broken += 1;
    console.error(`seed ${seed}:\n  ${run.broken.join('\n  ')}`);
  }
  if ((seed - from + 1) % TELL_EVERY === 0) console.log(`${seed - from + 1} of ${count}`);
}
console.log(
  `${count} runs, ${steps} steps, ${applied} commands applied, ${broken} runs with a broken promise`,
);
process.exitCode = broken === 0 ? 0 : 1;
