import type pg from 'pg';
import type { Closing } from '../../domain/closing.ts';
import { err, ok, type Problem, type Result } from '../../domain/result.ts';
import { checkRoute } from '../../domain/route-rules.ts';
import type { Route, Workflow } from '../../domain/workflow.ts';
import type { RouteEnd } from '../../domain/workflow-engine.ts';
import type { Centers, Standing } from '../../domain/workflow-leads.ts';
import { workflowRules } from '../../locales/pt-BR/rules-workflow.ts';

/** Which path a command goes on, and from where. */
export interface RoutingStart {
  /** Null where the ticket follows no workflow. */
  workflowId: string | null;
  /** Null: the ticket begins with the version that the agent was asked, else with the current one. */
  version: number | null;
  at: Standing['at'];
  /** The CR that it stands in. */
  centerId: string | null;
}

/** Where OK takes a ticket, with the version of the workflow that it keeps. */
export interface Routed extends RouteEnd {
  workflowId: string;
  version: number;
}

const WORKFLOW = `select w.id, w.version, w.name, w.definition,
  (select coalesce(json_agg(json_build_object('id', id, 'closesTicket', closes_ticket, 'active', active)), '[]')
   from responsibility_centers) as centers
from workflows w where w.id = $1 and ($2::int is null or w.version = $2)
order by w.version desc limit 1`;

interface WorkflowRow extends Pick<Workflow, 'id' | 'version' | 'name'> {
  definition: Pick<Workflow, 'start' | 'items'>;
  centers: Centers;
}

/** Follows the command's route by the rules of `domain/`; null where the ticket follows no workflow. */
export async function readRouted(
  pool: pg.Pool,
  start: RoutingStart,
  route: Route | undefined,
  closing: Closing,
): Promise<Result<Routed | null>> {
  const row = start.workflowId === null ? null : await readWorkflow(pool, start, route);
  // The command names a version that never was; a ticket's own is kept for ever.
  if (row === undefined && start.version === null && route?.version !== undefined) {
    return err(versionUnknown());
  }
  const standing =
    row == null
      ? null
      : {
          workflow: { id: row.id, version: row.version, name: row.name, ...row.definition },
          at: start.at,
          centerId: start.centerId,
        };
  const checked = checkRoute({ standing, centers: row?.centers ?? [], route, closing });
  if (!checked.ok) return checked;
  if (row == null || checked.value === null) return ok(null);
  return ok({ ...checked.value, workflowId: row.id, version: row.version });
}

async function readWorkflow(
  pool: pg.Pool,
  { workflowId, version }: RoutingStart,
  route: Route | undefined,
): Promise<WorkflowRow | undefined> {
  const { rows } = await pool.query<WorkflowRow>({
    name: 'workflow-of-command',
    text: WORKFLOW,
    values: [workflowId, version ?? route?.version],
  });
  return rows[0];
}

function versionUnknown(): Problem {
  return { code: 'invalid', field: 'route.version', message: workflowRules.versionUnknown };
}
