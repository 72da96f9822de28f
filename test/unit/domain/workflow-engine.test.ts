import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Route, Workflow } from '../../../domain/workflow.ts';
import { followRoute, NO_ROUTE, nextQuestion } from '../../../domain/workflow-engine.ts';
import { type Standing, waysOn } from '../../../domain/workflow-leads.ts';
import { workflowIdOfType } from '../../../domain/workflow-of-type.ts';
import {
  CENTERS,
  CLOSED,
  center,
  decision,
  FIRST,
  MAKERS,
  SALES,
  SECOND,
  saleWorkflow,
  supportWorkflow,
  workflow,
} from './workflow-fixtures.ts';

const enters = (path: Workflow, centerId: string | null = null): Standing => ({
  workflow: path,
  at: { kind: 'enters' },
  centerId,
});
const stands = (path: Workflow, item: string | null, centerId: string): Standing => ({
  workflow: path,
  at: { kind: 'stands', item },
  centerId,
});
const answered = (...answers: [item: string, answer: string][]): Route => ({
  ...NO_ROUTE,
  answers: answers.map(([item, answer]) => ({ item, answer })),
});
const atFirst = stands(supportWorkflow, 'n1', FIRST.id);
const atSales = stands(saleWorkflow, 'comercial', SALES.id);

describe('the workflow of a type', () => {
  const types = new Map([
    ['1', { parentId: null, workflowId: 'root' }],
    ['1.1', { parentId: '1', workflowId: null }],
    ['1.1.1', { parentId: '1.1', workflowId: null }],
    ['1.2', { parentId: '1', workflowId: 'own' }],
    ['2', { parentId: null, workflowId: null }],
    ['lost', { parentId: 'gone', workflowId: null }],
    ['round', { parentId: 'round', workflowId: null }],
  ]);
  it.each([
    ['1.2', 'own'],
    ['1.1.1', 'root'],
    ['2', null],
    ['lost', null],
    ['round', null],
    ['unknown', null],
    [null, null],
  ])('of %s is %s', (type, found) => {
    expect(workflowIdOfType(type, (id) => types.get(id) ?? null)).toBe(found);
  });
});

describe('what OK asks', () => {
  it('is the first decision of a new ticket, with where each answer leads', () => {
    const question = nextQuestion(enters(saleWorkflow), CENTERS);
    expect(question).toMatchObject({
      decision: { item: 'contato', question: 'contato?' },
      otherCenters: false,
    });
    expect(question?.options.map(({ key, lead }) => [key, lead])).toEqual([
      ['sim', { kind: 'question', question: 'sucesso?' }],
      ['nao', { kind: 'center', centerId: SALES.id, closes: false, stays: false }],
    ]);
  });

  it('is the next decision after an answer that leads to one, and nothing after one that leads to a CR', () => {
    const first = nextQuestion(enters(saleWorkflow), CENTERS);
    const next = nextQuestion(enters(saleWorkflow), CENTERS, first?.options[0]?.route);
    expect(next?.decision?.item).toBe('sucesso');
    expect(nextQuestion(enters(saleWorkflow), CENTERS, first?.options[1]?.route)).toBeNull();
  });

  it('is nothing for a new ticket of a workflow that begins with a CR', () => {
    expect(nextQuestion(enters(supportWorkflow), CENTERS)).toBeNull();
  });

  it('is the lone decision after the CR where the ticket stands', () => {
    const question = nextQuestion(atSales, CENTERS);
    expect(question?.decision?.item).toBe('contato');
    expect(question?.options[1]?.lead).toEqual({
      kind: 'center',
      centerId: SALES.id,
      closes: false,
      stays: true,
    });
  });

  it('is the next CR where there are several ways on, to stay among them', () => {
    const question = nextQuestion(atFirst, CENTERS);
    expect(question?.decision).toBeNull();
    expect(question?.options.map(({ key, lead }) => [key, lead.kind])).toEqual([
      ['n2', 'center'],
      ['confirma', 'question'],
      ['n1', 'center'],
    ]);
    expect(question?.options[2]?.lead).toMatchObject({ stays: true });
    expect(question?.otherCenters).toBe(true);
  });

  it('is asked also before a lone CR: an opinion does not move the ticket by itself', () => {
    const question = nextQuestion(stands(supportWorkflow, 'dev', MAKERS.id), CENTERS);
    expect(question?.options.map(({ key }) => key)).toEqual(['n2', 'dev']);
    expect(question?.otherCenters).toBe(false);
  });

  it('is nothing at the end, for a ticket that was reopened there', () => {
    const standing = stands(saleWorkflow, 'fim', CLOSED.id);
    expect(nextQuestion(standing, CENTERS)).toBeNull();
    expect(followRoute(standing, CENTERS, undefined)).toMatchObject({
      value: { item: 'fim', moves: false, closes: false },
    });
  });

  it('off the path is to stay, or another CR', () => {
    const off = stands(supportWorkflow, null, SALES.id);
    const question = nextQuestion(off, CENTERS);
    expect(question?.options.map(({ lead }) => lead)).toEqual([
      { kind: 'center', centerId: SALES.id, closes: false, stays: true },
    ]);
    expect(question?.otherCenters).toBe(true);
    expect(followRoute(off, CENTERS, question?.options[0]?.route)).toMatchObject({
      value: { item: null, centerId: SALES.id, moves: false },
    });
  });
});

describe('where a route leads', () => {
  const ends: [name: string, Standing, Route | undefined, object][] = [
    [
      'to the first CR',
      enters(supportWorkflow),
      undefined,
      { item: 'n1', centerId: FIRST.id, moves: true, closes: false },
    ],
    [
      'to the CR of an answer',
      enters(saleWorkflow),
      answered(['contato', 'nao']),
      { item: 'comercial', centerId: SALES.id },
    ],
    [
      'to a CR that closes',
      atSales,
      answered(['contato', 'sim'], ['sucesso', 'sim'], ['venda', 'sim']),
      { item: 'fim', moves: true, closes: true },
    ],
    [
      'back to where it stands',
      atSales,
      answered(['contato', 'nao']),
      { item: 'comercial', moves: false, closes: false },
    ],
    [
      'to the chosen CR',
      atFirst,
      { ...NO_ROUTE, to: 'n2' },
      { item: 'n2', centerId: SECOND.id, moves: true },
    ],
    ['nowhere', atFirst, { ...NO_ROUTE, to: 'n1' }, { item: 'n1', centerId: FIRST.id, moves: false }],
    [
      'through the chosen decision',
      atFirst,
      { ...answered(['confirma', 'sim']), to: 'confirma' },
      { item: 'fim', closes: true },
    ],
    [
      'off the path',
      atFirst,
      { ...NO_ROUTE, otherCenterId: SALES.id },
      { item: null, centerId: SALES.id, moves: true },
    ],
    [
      'back to the path by its CR',
      stands(supportWorkflow, null, SALES.id),
      { ...NO_ROUTE, otherCenterId: MAKERS.id },
      { item: 'dev', centerId: MAKERS.id },
    ],
    [
      'to another CR in the middle of the questions',
      atFirst,
      { ...NO_ROUTE, to: 'confirma', otherCenterId: CLOSED.id },
      { item: 'fim', closes: true, decisions: [] },
    ],
    [
      'to the first item of a new type',
      enters(supportWorkflow, SALES.id),
      undefined,
      { item: 'n1', centerId: FIRST.id, moves: true },
    ],
  ];
  it.each(ends)('is %s', (_, standing, route, expected) => {
    expect(followRoute(standing, CENTERS, route)).toMatchObject({ ok: true, value: expected });
  });

  it('comes with the trail in the words of the workflow', () => {
    const followed = followRoute(atSales, CENTERS, answered(['contato', 'sim'], ['sucesso', 'nao']));
    expect(followed.ok && followed.value.decisions).toEqual([
      { item: 'contato', question: 'contato?', answer: 'sim', text: 'sim.' },
      { item: 'sucesso', question: 'sucesso?', answer: 'nao', text: 'nao.' },
    ]);
  });
});

describe('a route is refused with its field', () => {
  const refusals: [name: string, Standing, Route | undefined, field: string][] = [
    ['without any, where something is asked', atSales, undefined, 'route'],
    ['without the choice of a CR', atFirst, NO_ROUTE, 'route.to'],
    ['without the second answer', atSales, answered(['contato', 'sim']), 'route.answers.1'],
    ['with the answer to another question', atSales, answered(['venda', 'sim']), 'route.answers.0.item'],
    ['with an answer that is not there', atSales, answered(['contato', 'talvez']), 'route.answers.0.answer'],
    ['with an answer too many', atSales, answered(['contato', 'nao'], ['sucesso', 'sim']), 'route.answers.1'],
    ['with an answer where a CR is chosen', atFirst, answered(['confirma', 'sim']), 'route.answers.0'],
    [
      'with an answer beside staying',
      atFirst,
      { ...answered(['confirma', 'sim']), to: 'n1' },
      'route.answers.0',
    ],
    ['with a way that is not there', atFirst, { ...NO_ROUTE, to: 'dev' }, 'route.to'],
    [
      'with a choice where there is none',
      enters(saleWorkflow),
      { ...answered(['contato', 'nao']), to: 'fim' },
      'route.to',
    ],
    [
      'with another CR where none is offered',
      atSales,
      { ...NO_ROUTE, otherCenterId: FIRST.id },
      'route.otherCenterId',
    ],
    [
      'with another CR after the path led to one',
      atFirst,
      { ...NO_ROUTE, to: 'n2', otherCenterId: SALES.id },
      'route.otherCenterId',
    ],
    [
      'with another CR beside staying',
      atFirst,
      { ...NO_ROUTE, to: 'n1', otherCenterId: SALES.id },
      'route.to',
    ],
    ['with a CR that does not exist', atFirst, { ...NO_ROUTE, otherCenterId: 'x' }, 'route.otherCenterId'],
    ['with the CR where it stands', atFirst, { ...NO_ROUTE, otherCenterId: FIRST.id }, 'route.otherCenterId'],
  ];
  it.each(refusals)('%s', (_, standing, route, field) => {
    expect(followRoute(standing, CENTERS, route)).toMatchObject({ ok: false, error: { field } });
  });
});

it('to an inactive CR is refused, but for staying in it', () => {
  const centers = CENTERS.map((one) => (one === SALES ? { ...one, active: false } : one));
  const route = { ...NO_ROUTE, otherCenterId: SALES.id };
  expect(followRoute(atFirst, centers, route)).toMatchObject({
    ok: false,
    error: { field: 'route.otherCenterId' },
  });
  expect(followRoute(stands(supportWorkflow, null, SALES.id), centers, route)).toMatchObject({ ok: true });
});

describe('any route', () => {
  it('that the questions lead to is possible, and ends within as many answers as there are items', () => {
    const paths = [saleWorkflow, supportWorkflow];
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.array(fc.nat(20), { minLength: 8, maxLength: 40 }),
        (path, picks) => {
          let standing = enters(path);
          let route: Route = NO_ROUTE;
          for (const pick of picks) {
            const question = nextQuestion(standing, CENTERS, route);
            if (question !== null) {
              route = question.options[pick % question.options.length]?.route ?? route;
              expect(route.answers.length).toBeLessThanOrEqual(path.items.length);
              continue;
            }
            const followed = followRoute(standing, CENTERS, route);
            if (!followed.ok) throw new Error(followed.error.field);
            const { item, centerId, closes } = followed.value;
            expect(path.items.find(({ key }) => key === item)).toMatchObject({ kind: 'center', centerId });
            expect(closes).toBe(centerId === CLOSED.id && standing.centerId !== CLOSED.id);
            standing = stands(path, item, centerId ?? '');
            route = NO_ROUTE;
          }
        },
      ),
      { numRuns: 500, seed: 14 },
    );
  });

  it('of noise is refused or ends at an item of the path, and never throws', () => {
    const key = fc.constantFrom(...supportWorkflow.items.map((item) => item.key), 'sim', 'nao', 'x');
    const anyRoute = fc.record({
      answers: fc.array(fc.record({ item: key, answer: key }), { maxLength: 4 }),
      to: fc.option(key),
      otherCenterId: fc.option(fc.constantFrom(...CENTERS.map(({ id }) => id), 'x')),
    });
    fc.assert(
      fc.property(fc.option(key), fc.constantFrom(...CENTERS), anyRoute, (item, { id }, route) => {
        const followed = followRoute(stands(supportWorkflow, item, id), CENTERS, route);
        if (followed.ok) expect(CENTERS.some((one) => one.id === followed.value.centerId)).toBe(true);
        else expect(followed.error.field).toMatch(/^route/);
      }),
      { numRuns: 2000, seed: 14 },
    );
  });
});

describe('the ways on that a ticket is drawn with', () => {
  it('are the CRs behind the questions, each once', () => {
    expect(waysOn(atFirst, CENTERS).map((way) => way.centerId)).toEqual([SECOND.id, CLOSED.id]);
    expect(waysOn(atSales, CENTERS).map((way) => [way.centerId, way.closes])).toEqual([[CLOSED.id, true]]);
  });

  it('are none off the path and at the end', () => {
    expect(waysOn(stands(supportWorkflow, null, SALES.id), CENTERS)).toEqual([]);
    expect(waysOn(stands(supportWorkflow, 'fim', CLOSED.id), CENTERS)).toEqual([]);
  });

  it('go through decisions that follow one another', () => {
    const path = workflow([
      center('n1', FIRST, ['a']),
      decision('a', { x: 'b', y: 'n2' }),
      decision('b', { x: 'fim' }),
      center('n2', SECOND, ['a']),
      center('fim', CLOSED, []),
    ]);
    const ways = waysOn(stands(path, 'n1', FIRST.id), CENTERS);
    expect(ways.map((way) => way.centerId).toSorted()).toEqual([SECOND.id, CLOSED.id].toSorted());
  });
});
