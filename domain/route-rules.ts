import { workflowRules as words } from '../locales/pt-BR/rules-workflow.ts';
import { type Closing, canClose } from './closing.ts';
import { err, ok, type Result } from './result.ts';
import type { Route } from './workflow.ts';
import { followRoute, type RouteEnd } from './workflow-engine.ts';
import type { Centers, Standing } from './workflow-leads.ts';

export interface Routing {
  /** Null where the ticket follows no workflow. */
  standing: Standing | null;
  centers: Centers;
  /** Undefined where OK asked nothing. */
  route: Route | undefined;
  /** Who would close, should the route end in a CR that closes the ticket. */
  closing: Closing;
}

/**
 * Where OK takes the ticket; null where it follows no workflow. Refused with the field named (`route…`) where an answer is
 * missing or impossible, and where the route closes the ticket and the closing policy does not let this user.
 */
export function checkRoute({ standing, centers, route, closing }: Routing): Result<RouteEnd | null> {
  if (standing === null) {
    return route === undefined ? ok(null) : err({ code: 'invalid', field: 'route', message: words.notAsked });
  }
  const followed = followRoute(standing, centers, route);
  if (!followed.ok || !followed.value.closes) return followed;
  const allowed = canClose(closing);
  return allowed.ok ? followed : err({ ...allowed.error, field: 'route' });
}
