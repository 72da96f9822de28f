import { workflowRules as words } from '../locales/pt-BR/rules-workflow.ts';
import type { Problem } from './result.ts';
import type { ResponsibilityCenter } from './user.ts';
import type { Workflow, WorkflowItem } from './workflow.ts';

/**
 * All that keeps this workflow from being stored, in the order of its items. `field` is the path within the workflow,
 * e.g. `items.2.answers.0.to`, and the sentence names the item by its key.
 */
export function checkWorkflow(
  workflow: Pick<Workflow, 'start' | 'items'>,
  centers: readonly Pick<ResponsibilityCenter, 'id' | 'closesTicket'>[],
): Problem[] {
  const problems = [...checkKeys(workflow), ...checkWays(workflow), ...checkCenters(workflow, centers)];
  // What the ways lead to can only be asked where each of them leads somewhere.
  if (problems.length > 0) return problems;
  return [...checkReach(workflow), ...checkLoops(workflow), ...checkEnds(workflow, centers)];
}

/** Keys of the items that may follow this one. */
export function followersOf(item: WorkflowItem): string[] {
  return item.kind === 'decision' ? item.answers.map((answer) => answer.to) : item.next;
}

function checkKeys({ items }: Pick<Workflow, 'items'>): Problem[] {
  const problems: Problem[] = [];
  items.forEach((item, index) => {
    if (items.findIndex((other) => other.key === item.key) < index) {
      problems.push(problem(`items.${index}.key`, words.itemTwice(item.key)));
    }
    if (item.kind !== 'decision') return;
    item.answers.forEach(({ key }, place) => {
      if (item.answers.findIndex((other) => other.key === key) === place) return;
      problems.push(problem(`items.${index}.answers.${place}.key`, words.answerTwice(item.key, key)));
    });
  });
  return problems;
}

function checkWays({ start, items }: Pick<Workflow, 'start' | 'items'>): Problem[] {
  const keys = new Set(items.map((item) => item.key));
  const problems = keys.has(start) ? [] : [problem('start', words.startUnknown(start))];
  items.forEach((item, index) => {
    if (item.kind === 'decision') {
      item.answers.forEach(({ key, to }, place) => {
        if (keys.has(to)) return;
        problems.push(problem(`items.${index}.answers.${place}.to`, words.answerNowhere(item.key, key, to)));
      });
      return;
    }
    item.next.forEach((to, place) => {
      if (!keys.has(to))
        problems.push(problem(`items.${index}.next.${place}`, words.wayNowhere(item.key, to)));
    });
  });
  return problems;
}

function checkCenters(
  { items }: Pick<Workflow, 'items'>,
  centers: readonly Pick<ResponsibilityCenter, 'id'>[],
): Problem[] {
  const ids = new Set(centers.map((center) => center.id));
  return items.flatMap((item, index) =>
    item.kind === 'decision' || ids.has(item.centerId)
      ? []
      : [problem(`items.${index}.centerId`, words.centerUnknown(item.key))],
  );
}

function checkReach({ start, items }: Pick<Workflow, 'start' | 'items'>): Problem[] {
  const reached = reachedFrom([start], items);
  return items.flatMap((item, index) =>
    reached.has(item.key) ? [] : [problem(`items.${index}`, words.unreachable(item.key))],
  );
}

function reachedFrom(starts: readonly string[], items: readonly WorkflowItem[]): Set<string> {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const reached = new Set(starts);
  for (const key of reached) {
    const item = byKey.get(key);
    if (item !== undefined) for (const follower of followersOf(item)) reached.add(follower);
  }
  return reached;
}

/** Decisions from which one can come back to themselves without a CR between: each such circle once. */
function checkLoops({ items }: Pick<Workflow, 'items'>): Problem[] {
  const decisions = items.filter((item) => item.kind === 'decision');
  const told = new Set<string>();
  return decisions.flatMap((decision) => {
    if (told.has(decision.key)) return [];
    const after = reachedFrom(followersOf(decision), decisions);
    if (!after.has(decision.key)) return [];
    const circle = decisions
      .filter(({ key }) => after.has(key))
      .filter((other) => reachedFrom(followersOf(other), decisions).has(decision.key))
      .map(({ key }) => key);
    for (const key of circle) told.add(key);
    return [problem(`items.${items.indexOf(decision)}`, words.loop(circle))];
  });
}

/** From each item a CR that closes the ticket must be within reach. */
function checkEnds(
  { items }: Pick<Workflow, 'items'>,
  centers: readonly Pick<ResponsibilityCenter, 'id' | 'closesTicket'>[],
): Problem[] {
  const closing = new Set(centers.filter((center) => center.closesTicket).map((center) => center.id));
  const isEnd = (item: WorkflowItem) => item.kind === 'center' && closing.has(item.centerId);
  const isDead = (item: WorkflowItem) => followersOf(item).length === 0 && !isEnd(item);
  return items.flatMap((item, index) => {
    if (isDead(item)) return [problem(`items.${index}.next`, words.deadEnd(item.key))];
    const within = reachedFrom([item.key], items);
    const reached = items.filter(({ key }) => within.has(key));
    // A dead end on the way is named already: mending it may mend this.
    return reached.some((one) => isEnd(one) || isDead(one))
      ? []
      : [problem(`items.${index}`, words.noEnd(item.key))];
  });
}

function problem(field: string, message: string): Problem {
  return { code: 'invalid', field, message };
}
