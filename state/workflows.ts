import { signal } from '@preact/signals';
import type { Workflow, WorkflowPlace } from '../domain/workflow.ts';
import { workflowIdOfType } from '../domain/workflow-of-type.ts';
import type { CatalogueModel } from './catalogue.ts';
import type { CrmReader } from './ports.ts';

/** The workflows that this machine knows: the current versions, and older ones that tickets began with. */
export interface Workflows {
  /** Of new tickets of this type: null where it has none, undefined where it is not known here. */
  ofType(typeId: string | null): Workflow | null | undefined;
  /** The version that a ticket keeps, as far as it was read; null where it was not. Follows what is read. */
  known(place: Pick<WorkflowPlace, 'workflowId' | 'version'>): Workflow | null;
  /** The same, asked of the server where it is not known; null where it cannot be asked either. */
  find(place: Pick<WorkflowPlace, 'workflowId' | 'version'>): Promise<Workflow | null>;
}

export function createWorkflows(crm: Pick<CrmReader, 'workflow'>, catalogue: CatalogueModel): Workflows {
  const older = signal<readonly Workflow[]>([]);
  const current = (id: string) => catalogue.all.value.workflows.find((workflow) => workflow.id === id);

  const workflows: Workflows = {
    ofType(typeId) {
      const id = workflowIdOfType(typeId, catalogue.type);
      return id === null ? null : current(id);
    },
    known({ workflowId, version }) {
      const one = current(workflowId);
      if (one?.version === version) return one;
      return older.value.find((other) => other.id === workflowId && other.version === version) ?? null;
    },
    async find(place) {
      const known = workflows.known(place);
      if (known !== null) return known;
      const answer = await crm.workflow(place.workflowId, place.version);
      if (!answer.ok) return null;
      if (workflows.known(place) === null) older.value = [...older.peek(), answer.value.value];
      return answer.value.value;
    },
  };
  return workflows;
}
