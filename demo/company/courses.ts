import type { ResponsibilityCenter } from '../../domain/user.ts';
import type { Route, Workflow } from '../../domain/workflow.ts';
import { followRoute, NO_ROUTE, nextQuestion, type RouteEnd } from '../../domain/workflow-engine.ts';
import type { Standing } from '../../domain/workflow-leads.ts';
import type { Random } from './random.ts';

/**
 * Where each of `count` opinions takes a ticket on its path, the answers picked at random. The last one ends the path
 * where `ends` is true and the path comes to an end in so few; no other one does.
 */
export function createCourse(about: {
  workflow: Workflow;
  centers: readonly ResponsibilityCenter[];
  count: number;
  ends: boolean;
  random: Random;
}): RouteEnd[] {
  const { workflow, centers, count, ends, random } = about;
  let standing: Standing = { workflow, at: { kind: 'enters' }, centerId: null };
  const course: RouteEnd[] = [];
  for (let left = count; left > 0; left -= 1) {
    const possible = endsFrom(standing, centers).filter((end) => !end.closes || (ends && left === 1));
    const timely = possible.filter((end) => stepsToEnd(end, workflow, centers) <= left - 1);
    // A path that can end in time does: else its ticket would be closed in the middle of it.
    const end = random.pick(ends && timely.length > 0 ? timely : possible);
    course.push(end);
    standing = { workflow, at: { kind: 'stands', item: end.item }, centerId: end.centerId };
  }
  return course;
}

/** All ends of the routes from here that stay on the path. */
function endsFrom(standing: Standing, centers: readonly ResponsibilityCenter[], route?: Route): RouteEnd[] {
  const question = nextQuestion(standing, centers, route ?? NO_ROUTE);
  if (question !== null)
    return question.options.flatMap((option) => endsFrom(standing, centers, option.route));
  const followed = followRoute(standing, centers, route);
  return followed.ok ? [followed.value] : [];
}

/** How many opinions more close the ticket at the least; 0 where it is closed. */
function stepsToEnd(end: RouteEnd, workflow: Workflow, centers: readonly ResponsibilityCenter[]): number {
  let ends = [end];
  for (let steps = 0; steps <= workflow.items.length; steps += 1) {
    if (ends.some((one) => one.closes)) return steps;
    const next = ends.flatMap(({ item, centerId }) =>
      endsFrom({ workflow, at: { kind: 'stands', item }, centerId }, centers),
    );
    ends = [...new Map(next.map((one) => [one.item, one])).values()];
  }
  return Number.POSITIVE_INFINITY;
}
