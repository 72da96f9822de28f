import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Workflow, WorkflowItem } from '../../../domain/workflow.ts';
import { checkWorkflow, followersOf } from '../../../domain/workflow-check.ts';
import {
  CENTERS,
  CLOSED,
  center,
  decision,
  FIRST,
  SECOND,
  saleWorkflow,
  supportWorkflow,
  workflow,
} from './workflow-fixtures.ts';

const end = center('fim', CLOSED, []);

describe('a workflow that may be stored', () => {
  it.each([saleWorkflow, supportWorkflow])('has nothing against it', (stored) => {
    expect(checkWorkflow(stored, CENTERS)).toEqual([]);
  });

  it('may come back to a decision through a CR', () => {
    const stored = workflow([decision('d', { a: 'n1', b: 'fim' }), center('n1', FIRST, ['d']), end]);
    expect(checkWorkflow(stored, CENTERS)).toEqual([]);
  });

  it('may go on from a CR that closes the ticket, for tickets that are reopened', () => {
    const stored = workflow([center('n1', FIRST, ['fim']), center('fim', CLOSED, ['n1'])]);
    expect(checkWorkflow(stored, CENTERS)).toEqual([]);
  });
});

describe('a workflow that may not be stored', () => {
  const cases: [rule: string, items: WorkflowItem[], field: string, names: string][] = [
    [
      'an answer leads nowhere',
      [decision('d', { sim: 'fim', nao: 'longe' }), end],
      'items.0.answers.1.to',
      'longe',
    ],
    ['a CR leads nowhere', [center('n1', FIRST, ['fim', 'longe']), end], 'items.0.next.1', 'n1'],
    [
      'an item is there twice',
      [center('n1', FIRST, ['fim']), end, center('n1', SECOND, ['fim'])],
      'items.2.key',
      'n1',
    ],
    [
      'an item is not reachable',
      [center('n1', FIRST, ['fim']), end, center('ilha', SECOND, ['fim'])],
      'items.2',
      'ilha',
    ],
    ['a CR does not exist', [center('n1', { id: 'x' }, ['fim']), end], 'items.0.centerId', 'n1'],
    [
      'decisions ask in a circle',
      [decision('a', { x: 'b', y: 'fim' }), decision('b', { x: 'a', y: 'fim' }), end],
      'items.0',
      'a, b',
    ],
    ['a decision asks itself', [decision('a', { x: 'a', y: 'fim' }), end], 'items.0', 'a'],
    ['a CR has no way on and does not close', [center('n1', FIRST, [])], 'items.0.next', 'n1'],
    ['no way leads to an end', [center('n1', FIRST, ['n2']), center('n2', SECOND, ['n1'])], 'items.0', 'n1'],
    [
      'one item has no way to the end that others have',
      [decision('d', { x: 'fim', y: 'n1' }), center('n1', FIRST, ['n2']), center('n2', SECOND, ['n1']), end],
      'items.1',
      'n1',
    ],
  ];
  it.each(cases)('because %s, and names the item', (_, items, field, names) => {
    const [problem] = checkWorkflow(workflow(items), CENTERS);
    expect(problem?.field).toBe(field);
    expect(problem?.message).toContain(names);
  });

  it('because it starts nowhere', () => {
    const [problem] = checkWorkflow(workflow([end], 'longe'), CENTERS);
    expect(problem).toMatchObject({ field: 'start', message: expect.stringContaining('longe') });
  });

  it('because two answers of a decision have one key', () => {
    const twice = decision('d', { a: 'fim', b: 'fim' });
    const items = [{ ...twice, answers: twice.answers.map((answer) => ({ ...answer, key: 'a' })) }, end];
    expect(checkWorkflow(workflow(items), CENTERS)[0]?.field).toBe('items.0.answers.1.key');
  });

  it('names a circle of decisions once', () => {
    const items = [decision('a', { x: 'b', y: 'fim' }), decision('b', { x: 'a', y: 'fim' }), end];
    expect(checkWorkflow(workflow(items), CENTERS)).toHaveLength(1);
  });
});

describe('any workflow', () => {
  /** Items with ways to whichever of themselves. */
  const anyWorkflow: fc.Arbitrary<Workflow> = fc
    .array(
      fc.record({ isDecision: fc.boolean(), center: fc.nat(4), to: fc.array(fc.nat(6), { maxLength: 3 }) }),
      {
        minLength: 1,
        maxLength: 7,
      },
    )
    .map((plans) =>
      workflow(
        plans.map(({ isDecision, center: place, to }, index): WorkflowItem => {
          const ways = to.map((way) => `i${way % plans.length}`);
          const [first = 'i0', ...others] = ways;
          return isDecision
            ? decision(`i${index}`, Object.fromEntries([first, ...others].map((way, at) => [`r${at}`, way])))
            : center(`i${index}`, CENTERS[place] ?? CLOSED, ways);
        }),
      ),
    );

  it('that passes has an end within reach of each of its items, and each item within reach of its start', () => {
    let passed = 0;
    fc.assert(
      fc.property(anyWorkflow, (stored) => {
        if (checkWorkflow(stored, CENTERS).length > 0) return;
        passed += 1;
        const byKey = new Map(stored.items.map((item) => [item.key, item]));
        const within = (key: string) => {
          const keys = new Set([key]);
          for (const one of keys) for (const next of followersOf(byKey.get(one) ?? end)) keys.add(next);
          return keys;
        };
        for (const { key } of stored.items) {
          expect(within(stored.start)).toContain(key);
          const ends = [...within(key)].map((one) => byKey.get(one));
          expect(ends.some((one) => one?.kind === 'center' && one.centerId === CLOSED.id)).toBe(true);
        }
      }),
      { numRuns: 3000, seed: 14 },
    );
    expect(passed).toBeGreaterThan(50);
  });
});
