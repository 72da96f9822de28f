import type { ConfiguredWorkflow } from '../../domain/company-configuration/schema.ts';
import type { Id } from '../../domain/id.ts';
import type { Workflow } from '../../domain/workflow.ts';

/** The items of a workflow with the ids of their CRs. */
export function toDefinition(
  { start, items }: Pick<ConfiguredWorkflow, 'start' | 'items'>,
  centerId: (name: string) => Id,
): Pick<Workflow, 'start' | 'items'> {
  return {
    start,
    items: items.map((item) => {
      if (item.kind === 'decision') return item;
      const { center, ...rest } = item;
      return { ...rest, centerId: centerId(center) };
    }),
  };
}
