import { canClose } from '../domain/closing.ts';
import type { Draft } from '../domain/draft.ts';
import { checkDraft, closingOf, type DraftContext } from '../domain/draft-rules.ts';
import { err, ok, type Problem, type Result } from '../domain/result.ts';
import type { Route } from '../domain/workflow.ts';
import { followRoute, NO_ROUTE, nextQuestion, type Question } from '../domain/workflow-engine.ts';
import type { Centers, Standing } from '../domain/workflow-leads.ts';
import type { FoundStanding } from './standing.ts';

/** What OK asks before it sends. */
export type Asking =
  | {
      kind: 'question';
      standing: Standing;
      question: Question;
      /** What was answered so far. */
      route: Route;
      /** Why this user may not take an answer that closes the ticket; null where he or she may. */
      closingProblem: Problem | null;
      /** The ticket was moved since the answers were given: they are asked anew. */
      again: boolean;
    }
  /** Its workflow is not on this machine: the server decides, and asks later if it must. */
  | { kind: 'unknown' };

/** What the agent said to what OK asked: the route so far, or to send without one. */
export type Answered = Route | 'server-decides';

/** What OK does next: asks, or sends by this route. */
export interface Routing {
  /** Null: nothing is left to ask. */
  asks: Asking | null;
  routed?: DraftContext['routed'];
}

const BY_THE_SERVER: Routing = { asks: null };

/** Whether OK has to ask something before this draft goes; refused where it breaks a rule. */
export function routeDraft(about: {
  draft: Draft;
  context: DraftContext;
  found: FoundStanding;
  centers: Centers;
  answered: Answered | undefined;
}): Result<Routing> {
  const { draft, context, found, centers, answered } = about;
  const [problem] = checkDraft(draft, context);
  if (problem !== undefined) return err(problem);
  if (found.kind === 'none') return ok(BY_THE_SERVER);
  if (found.kind === 'unknown') {
    return ok(answered === 'server-decides' ? BY_THE_SERVER : { asks: { kind: 'unknown' } });
  }
  const { standing } = found;
  const route = answered === undefined || answered === 'server-decides' ? NO_ROUTE : answered;
  const closing = closingOf(draft, context);
  const allowed = closing === null ? ok(undefined) : canClose(closing);
  const closingProblem = allowed.ok ? null : allowed.error;
  const ask = (question: Question, from: Route, again: boolean): Result<Routing> =>
    ok({ asks: { kind: 'question', standing, question, route: from, closingProblem, again } });

  const question = nextQuestion(standing, centers, route);
  if (question !== null) return ask(question, route, false);
  const followed = followRoute(standing, centers, route);
  if (!followed.ok) {
    const first = nextQuestion(standing, centers);
    return first === null ? followed : ask(first, NO_ROUTE, true);
  }
  const end = followed.value;
  if (end.closes && closingProblem !== null) return err({ ...closingProblem, field: 'route' });
  const isAsked = nextQuestion(standing, centers) !== null;
  // A ticket begins with the version that was asked, though a new one may come before this arrives.
  const version = standing.at.kind === 'enters' ? { version: standing.workflow.version } : {};
  return ok({ asks: null, routed: { end, route: isAsked ? { ...route, ...version } : undefined } });
}
