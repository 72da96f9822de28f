import { workflowRules as words } from '../locales/pt-BR/rules-workflow.ts';
import { err, ok, type Problem, type Result } from './result.ts';
import type { Decision, Route, WorkflowCenter, WorkflowDecision, WorkflowItem } from './workflow.ts';
import {
  type Centers,
  centerLead,
  closesTicket,
  itemsByKey,
  type Lead,
  type Standing,
} from './workflow-leads.ts';

/** What OK has to ask. */
export interface Question {
  /** The decision that asks; null where the agent chooses the next CR. */
  decision: { item: string; question: string } | null;
  /** In the order of the workflow; where the next CR is chosen, to stay is the last. */
  options: Option[];
  /** Whether a CR that is not on the path may be chosen instead ({@link Route.otherCenterId}). */
  otherCenters: boolean;
}

/** One way to answer. */
export interface Option {
  key: string;
  /** Of an answer; null where the lead says it all. */
  text: string | null;
  lead: Lead;
  /** The route with this option taken. */
  route: Route;
}

/** Where a route ends. */
export interface RouteEnd {
  /** Null off the path. */
  item: string | null;
  centerId: string | null;
  /** It is another CR than before. */
  moves: boolean;
  /** A CR that closes the ticket was reached. */
  closes: boolean;
  /** What was asked and answered, in the words of the workflow. */
  decisions: Decision[];
}

/** A route on which nothing was answered. */
export const NO_ROUTE: Route = { answers: [], to: null, otherCenterId: null };

/** What OK must ask next, given what was answered so far; null where nothing is left to ask, or the answers are impossible. */
export function nextQuestion(standing: Standing, centers: Centers, route: Route = NO_ROUTE): Question | null {
  const walked = walk(standing, centers, route);
  return walked.kind === 'asks' ? walked.question : null;
}

/** Where the route leads. Refused with the field named (`route…`) where an answer is missing or impossible. */
export function followRoute(
  standing: Standing,
  centers: Centers,
  route: Route | undefined,
): Result<RouteEnd> {
  const walked = walk(standing, centers, route ?? NO_ROUTE);
  switch (walked.kind) {
    case 'ends':
      return ok(walked.end);
    case 'refused':
      return err(walked.problem);
    case 'asks':
      return err(missing(walked.question, route));
  }
}

type Walked =
  | { kind: 'asks'; question: Question }
  | { kind: 'ends'; end: RouteEnd }
  | { kind: 'refused'; problem: Problem };

interface Walk {
  standing: Standing;
  centers: Centers;
  route: Route;
  byKey: ReadonlyMap<string, WorkflowItem>;
  /** Other CRs are offered. */
  others: boolean;
}

function walk(standing: Standing, centers: Centers, route: Route): Walked {
  const { workflow, at } = standing;
  const byKey = itemsByKey(workflow);
  const here = at.kind === 'enters' ? undefined : byKey.get(at.item ?? '');
  const isOff = at.kind === 'stands' && here === undefined;
  const others = isOff || (here?.kind === 'center' && here.otherCenters);
  const about: Walk = { standing, centers, route, byKey, others };

  const ways = here?.kind === 'center' ? waysFrom(here, byKey) : [];
  const [only, second] = ways;
  if (at.kind === 'enters') return goOn(about, byKey.get(workflow.start), null);
  if (here?.kind === 'decision') return goOn(about, here, null);
  // A lone decision after the CR is asked at once: its answers are all that the workflow offers, to stay among them.
  if (only?.kind === 'decision' && second === undefined) return goOn(about, only, only.key);
  if (route.to !== null) {
    if (here !== undefined && route.to === here.key && route.otherCenterId === null) return stay(about, here);
    const way = ways.find(({ key }) => key === route.to);
    return way === undefined ? refused('route.to', words.wayImpossible) : goOn(about, way, route.to);
  }
  if (route.answers.length > 0) return refused('route.answers.0', words.tooManyAnswers);
  if (route.otherCenterId !== null) return goElsewhere(about, []);
  if (ways.length === 0 && !others) return stay(about, here);
  return { kind: 'asks', question: centerQuestion(about, here, ways) };
}

/** From this item through the answers to a CR, or to the first question without an answer. `chosen` may be the route's `to`. */
function goOn(about: Walk, from: WorkflowItem | undefined, chosen: string | null): Walked {
  const { route, byKey } = about;
  if (route.to !== null && route.to !== chosen) return refused('route.to', words.wayImpossible);
  const decisions: Decision[] = [];
  let item = from;
  for (const [index, given] of route.answers.entries()) {
    const field = `route.answers.${index}`;
    if (item?.kind !== 'decision') return refused(field, words.tooManyAnswers);
    if (given.item !== item.key) return refused(`${field}.item`, words.otherQuestion(item.question));
    const answer = item.answers.find(({ key }) => key === given.answer);
    if (answer === undefined) return refused(`${field}.answer`, words.otherAnswer(item.question));
    decisions.push({ item: item.key, question: item.question, answer: answer.key, text: answer.text });
    item = byKey.get(answer.to);
  }
  if (item?.kind === 'decision') {
    if (route.otherCenterId !== null) return goElsewhere(about, decisions);
    return { kind: 'asks', question: decisionQuestion(about, item) };
  }
  if (route.otherCenterId !== null) return refused('route.otherCenterId', words.otherCenterForbidden);
  // A workflow that was checked leads somewhere; on another one the ticket stays where it is.
  return item === undefined ? stay(about, undefined) : arrive(about, item.key, item.centerId, decisions);
}

function arrive(
  { standing, centers }: Walk,
  item: string | null,
  centerId: string,
  decisions: Decision[],
): Walked {
  const moves = centerId !== standing.centerId;
  return {
    kind: 'ends',
    end: { item, centerId, moves, closes: closesTicket(centerId, centers), decisions },
  };
}

/** Where it stood before: closing comes with reaching a CR, so the next opinion of a reopened ticket does not close it. */
function stay({ standing, route }: Walk, here: WorkflowItem | undefined, decisions: Decision[] = []): Walked {
  if (route.answers.length > decisions.length) {
    return refused(`route.answers.${decisions.length}`, words.tooManyAnswers);
  }
  const end = {
    item: here?.key ?? null,
    centerId: standing.centerId,
    moves: false,
    closes: false,
    decisions,
  };
  return { kind: 'ends', end };
}

/** To a CR of the agent's choice; on the path again where the path has it. */
function goElsewhere(about: Walk, decisions: Decision[]): Walked {
  const { route, centers, standing, others } = about;
  const centerId = route.otherCenterId ?? '';
  if (!others) return refused('route.otherCenterId', words.otherCenterForbidden);
  const isOff = standing.at.kind === 'stands' && !about.byKey.has(standing.at.item ?? '');
  if (centerId === standing.centerId) {
    // Off the path, this is how the agent says that it stays.
    return isOff ? stay(about, undefined) : refused('route.otherCenterId', words.otherCenterSame);
  }
  if (!centers.some(({ id, active }) => id === centerId && active !== false)) {
    return refused('route.otherCenterId', words.otherCenterUnknown);
  }
  const onPath = standing.workflow.items.find((item) => item.kind === 'center' && item.centerId === centerId);
  return arrive(about, onPath?.key ?? null, centerId, decisions);
}

function waysFrom(item: WorkflowCenter, byKey: ReadonlyMap<string, WorkflowItem>): WorkflowItem[] {
  const keys = new Set(item.next.filter((key) => key !== item.key));
  return [...keys].map((key) => byKey.get(key)).filter((way) => way !== undefined);
}

function decisionQuestion(about: Walk, { key: item, question, answers }: WorkflowDecision): Question {
  const { route, byKey, others } = about;
  return {
    decision: { item, question },
    options: answers.map(({ key, text, to }) => ({
      key,
      text,
      lead: leadTo(about, byKey.get(to)),
      route: { ...route, answers: [...route.answers, { item, answer: key }] },
    })),
    otherCenters: others,
  };
}

function centerQuestion(
  about: Walk,
  here: WorkflowItem | undefined,
  ways: readonly WorkflowItem[],
): Question {
  const { standing, route, others } = about;
  const options: Option[] = ways.map((way) => ({
    key: way.key,
    text: null,
    lead: leadTo(about, way),
    route: { ...route, to: way.key },
  }));
  if (standing.centerId !== null) {
    const staying = here === undefined ? { otherCenterId: standing.centerId } : { to: here.key };
    options.push({
      key: here?.key ?? 'here',
      text: null,
      lead: { kind: 'center', centerId: standing.centerId, closes: false, stays: true },
      route: { ...route, ...staying },
    });
  }
  return { decision: null, options, otherCenters: others };
}

function leadTo({ centers, standing }: Walk, item: WorkflowItem | undefined): Lead {
  if (item?.kind === 'decision') return { kind: 'question', question: item.question };
  return centerLead(item?.centerId ?? '', standing, centers);
}

/** Without any route the whole of it is missing, as in a command of a panel that did not ask. */
function missing({ decision }: Question, route: Route | undefined): Problem {
  const message = decision === null ? words.centerMissing : words.decisionMissing(decision.question);
  const part = decision === null ? 'route.to' : `route.answers.${route?.answers.length}`;
  return { code: 'route-missing', field: route === undefined ? 'route' : part, message };
}

function refused(field: string, message: string): Walked {
  return { kind: 'refused', problem: { code: 'invalid', field, message } };
}
