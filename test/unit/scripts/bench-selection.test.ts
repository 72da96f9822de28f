import { describe, expect, it } from 'vitest';
import { median, quantile } from '../../bench/bench.ts';
import { missing, wantedIds } from '../../bench/selection.ts';

const ids = ['host.script.*', 'host.nodes', 'panel.warm.p50', 'panel.warm.p95'];

describe('npm run bench -- --only', () => {
  it.each([
    [undefined, ids],
    [['host.nodes'], ['host.nodes']],
    [['host'], ['host.script.*', 'host.nodes']],
    [['host.script.5000'], ['host.script.5000']],
    [['panel.warm'], ['panel.warm.p50', 'panel.warm.p95']],
    [['host.no'], []],
  ])('%j measures %j', (only, wanted) => {
    expect(wantedIds(ids, only)).toEqual(wanted);
  });

  it('names what was asked for and not measured', () => {
    const row = { id: 'host.script.0', value: 1, unit: 'ms' as const, floor: 1, goal: 3, runs: 5 };
    expect(missing(['host.script', 'panel.warm'], [row])).toEqual(['panel.warm']);
  });
});

describe('summaries', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
  ])('the median of %j is %d', (values, middle) => expect(median(values)).toBe(middle));

  it('a quantile lies between its neighbours', () => {
    expect(quantile([10, 20], 0.25)).toBe(12.5);
    expect(() => quantile([], 0.5)).toThrow('Nothing was measured');
  });
});
