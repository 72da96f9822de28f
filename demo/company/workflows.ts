import type { Workflow } from '../../domain/workflow.ts';
import { toDefinition } from '../../server/company/definition.ts';
import type { SampleConfiguration } from './company-file.ts';
import { createRandom } from './random.ts';
import { createSampleId } from './sample-id.ts';
import type { SampleStaff } from './staff.ts';

const FOUNDED = Date.UTC(2024, 0, 1, 14);

/** The workflows of the file, each with the id of its place there. */
export function createWorkflows(
  seed: number,
  { centerId }: SampleStaff,
  configured: SampleConfiguration['workflows'],
): Workflow[] {
  const random = createRandom(seed, 'workflows');
  return configured.map((workflow) => ({
    id: createSampleId(random, FOUNDED),
    version: 1,
    name: workflow.name,
    ...toDefinition(workflow, centerId),
  }));
}
