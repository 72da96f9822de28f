import type { CompanyRule } from '../../domain/company-rule.ts';
import type { SampleConfiguration } from './company-file.ts';
import { createRandom } from './random.ts';
import { createSampleId } from './sample-id.ts';

const FOUNDED = Date.UTC(2024, 0, 1, 13);

/** The rules of the file for the demo ERP: the field “Código” of each page about a person, and who calls the softphone. */
export function createHostRules(seed: number, configured: SampleConfiguration['hostRules']): CompanyRule[] {
  const random = createRandom(seed, 'host-rules');
  return configured.map((rule, index) => ({
    id: createSampleId(random, FOUNDED),
    position: index + 1,
    ...rule,
  }));
}
