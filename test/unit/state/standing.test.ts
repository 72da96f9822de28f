import { describe, expect, test } from 'vitest';
import type { AddOpinion } from '../../../domain/command.ts';
import type { OutboxEntry } from '../../../domain/delivery.ts';
import type { Route, Workflow } from '../../../domain/workflow.ts';
import { NO_ROUTE } from '../../../domain/workflow-engine.ts';
import { stepsOfPath } from '../../../state/path-steps.ts';
import { findStanding } from '../../../state/standing.ts';
import type { Workflows } from '../../../state/workflows.ts';
import { aDraft, anEntry, anOpinion, aTicket, testId } from '../../support/screens/fixtures.ts';
import {
  CENTERS,
  CLOSED,
  FIRST,
  MAKERS,
  SALES,
  SECOND,
  saleWorkflow,
  supportWorkflow,
} from '../domain/workflow-fixtures.ts';

const SALE_TYPE = testId(26);
/** Types of the sale, of nothing, and one whose workflow is not here; older versions only where they are given. */
const workflowsWith = (...older: Workflow[]): Workflows => {
  const known: Workflows['known'] = (place) =>
    [saleWorkflow, supportWorkflow, ...older].find(
      (one) => one.id === place.workflowId && one.version === place.version,
    ) ?? null;
  return {
    ofType: (id) => (id === SALE_TYPE ? saleWorkflow : id === testId(99) ? undefined : null),
    known,
    find: async (place) => known(place),
  };
};
const target = { kind: 'ticket' as const, ticketId: testId(300), protocol: '2026000042175', title: 'Erro' };
const place = (item: string | null, version = 1) => ({ workflowId: supportWorkflow.id, version, item });
const atFirst = aTicket(300, 'Erro', { centerId: FIRST.id, workflow: place('n1') });

function find(about: Partial<Parameters<typeof findStanding>[0]>) {
  return findStanding({
    ...{ draft: aDraft({ target }), ticket: atFirst, entries: [], centers: CENTERS },
    workflows: workflowsWith(),
    ...about,
  });
}

function waiting(id: number, route: Route | undefined, more: Partial<OutboxEntry> = {}): OutboxEntry {
  const entry = anEntry(id, 'Segue', more);
  const command = { ...(entry.command as AddOpinion), ...(route === undefined ? {} : { route }) };
  return { ...entry, command };
}

describe('an opinion finds its ticket', () => {
  test('where the server has it', async () => {
    expect(await find({})).toMatchObject({
      kind: 'known',
      standing: { at: { kind: 'stands', item: 'n1' }, centerId: FIRST.id },
    });
  });

  test('on no path where it began without one, and where the ticket could not be read', async () => {
    expect(await find({ ticket: { ...atFirst, workflow: null } })).toEqual({ kind: 'none' });
    expect(await find({ ticket: null })).toEqual({ kind: 'none' });
  });

  test('on a path that is not known here, unless its version can be asked for', async () => {
    const ticket = { ...atFirst, workflow: place('n1', 7) };
    expect(await find({ ticket })).toEqual({ kind: 'unknown' });
    const workflows = workflowsWith({ ...supportWorkflow, version: 7 });
    expect(await find({ ticket, workflows })).toMatchObject({ kind: 'known' });
  });

  test('where those that wait before it take it, in their order', async () => {
    const entries = [
      waiting(510, { ...NO_ROUTE, to: 'n2' }),
      waiting(511, { ...NO_ROUTE, to: 'dev' }, { state: 'sending' }),
    ];
    expect(await find({ entries })).toMatchObject({
      standing: { at: { item: 'dev' }, centerId: MAKERS.id },
    });
  });

  test('where it is, by one that the server will refuse', async () => {
    const entries = [waiting(510, { ...NO_ROUTE, to: 'dev' }), waiting(511, undefined)];
    expect(await find({ entries })).toMatchObject({ standing: { at: { item: 'n1' } } });
  });

  test('with what was confirmed since it was read, and not twice with what it shows already', async () => {
    const receipt = (confirmedAt: string) => ({
      ...{ id: testId(510), ticketId: atFirst.id, protocol: atFirst.protocol, confirmedAt },
    });
    const confirmed = (at: string) =>
      waiting(510, { ...NO_ROUTE, to: 'n2' }, { state: 'confirmed', receipt: receipt(at) });
    const later = await find({ entries: [confirmed('2026-07-16T14:30:00.000Z')] });
    expect(later).toMatchObject({ standing: { at: { item: 'n2' }, centerId: SECOND.id } });
    const shown = await find({ entries: [confirmed(atFirst.lastOpinionAt)] });
    expect(shown).toMatchObject({ standing: { at: { item: 'n1' } } });
  });

  test('at the beginning of the new type where it changes the type', async () => {
    const draft = aDraft({ target, changes: { typeId: SALE_TYPE } });
    expect(await find({ draft })).toMatchObject({
      standing: { workflow: { id: saleWorkflow.id }, at: { kind: 'enters' }, centerId: FIRST.id },
    });
    const same = aDraft({ target, changes: { typeId: atFirst.typeId } });
    expect(await find({ draft: same })).toMatchObject({ standing: { at: { item: 'n1' } } });
  });
});

test('a new ticket enters the path of its type, none, or one that is not here', async () => {
  const of = (typeId: string) => find({ ticket: null, draft: aDraft({ typeId }) });
  expect(await of(SALE_TYPE)).toMatchObject({
    kind: 'known',
    standing: { at: { kind: 'enters' }, centerId: null },
  });
  expect(await of(testId(23))).toEqual({ kind: 'none' });
  expect(await of(testId(99))).toEqual({ kind: 'unknown' });
});

describe('the steps of a path', () => {
  const opinion = (id: number, before: string | null, after: string) => ({
    ...{ kind: 'opinion' as const, id: testId(id), at: '', delivery: null },
    opinion: anOpinion(id, 'Segue', { centerBeforeId: before, centerAfterId: after }),
  });
  const centersOf = (steps: ReturnType<typeof stepsOfPath>) => steps.map((step) => step.centerId);

  test('are the CRs in their order, each stay once, the last one where it stands', () => {
    const timeline = [
      opinion(1, null, FIRST.id),
      opinion(2, FIRST.id, FIRST.id),
      opinion(3, FIRST.id, SECOND.id),
      opinion(4, SECOND.id, FIRST.id),
    ];
    const steps = stepsOfPath({ centerId: FIRST.id }, timeline, false);
    expect(centersOf(steps)).toEqual([FIRST.id, SECOND.id, FIRST.id]);
    expect(steps.map((step) => step.isHere)).toEqual([false, false, true]);
  });

  test('begin before the first opinion that is loaded, where it moved, and end where the ticket stands', () => {
    const timeline = [opinion(9, SALES.id, SECOND.id)];
    expect(centersOf(stepsOfPath({ centerId: CLOSED.id }, timeline, true))).toEqual([
      SALES.id,
      SECOND.id,
      CLOSED.id,
    ]);
    expect(centersOf(stepsOfPath({ centerId: SECOND.id }, [], true))).toEqual([SECOND.id]);
  });
});
