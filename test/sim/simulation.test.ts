import { describe, expect, it } from 'vitest';
import { simulate } from './simulate.ts';

/** More of them, from another one on: `PARECER_SIM_SEEDS=10000 PARECER_SIM_FROM=1 npm test -- --only unit`. */
const SEEDS = Number(process.env.PARECER_SIM_SEEDS ?? 20);
const FROM = Number(process.env.PARECER_SIM_FROM ?? 1);
/** A bound for what hangs, far from what a busy machine needs. */
const timeout = 60_000 + SEEDS * 2_000;

describe('storage and sending, under any order of faults, stops and clocks', () => {
  it('apply each accepted command once and in its order, lose no text that was shown as kept, and do the same from the same seed', {
    timeout,
  }, async () => {
    let applied = 0;
    for (let seed = FROM; seed < FROM + SEEDS; seed += 1) {
      const run = await simulate(seed);
      expect(run.broken, `seed ${seed}`).toEqual([]);
      expect(await simulate(seed)).toEqual(run);
      applied += run.applied;
    }
    // Runs in which nothing happens prove nothing.
    expect(applied).toBeGreaterThan(SEEDS);
  });

  it('goes another way from another seed', async () => {
    expect((await simulate(1)).trace).not.toEqual((await simulate(2)).trace);
  });
});
