import type { OpinionTemplate } from '../../domain/opinion-template.ts';
import type { TicketType } from '../../domain/ticket-type.ts';
import type { SampleConfiguration } from './company-file.ts';
import { createRandom } from './random.ts';
import { createSampleId } from './sample-id.ts';

const FOUNDED = Date.UTC(2024, 0, 1, 15);

/** A template with its place among those of its company. */
export type SampleTemplate = OpinionTemplate & { position: number };

/** The templates of the file, each with the id of its place there. */
export function createTemplates(
  seed: number,
  types: readonly TicketType[],
  configured: SampleConfiguration['templates'],
): SampleTemplate[] {
  const random = createRandom(seed, 'templates');
  return configured.map(({ type: number, name, body, active }, index) => {
    const type = types.find((one) => one.number === number);
    if (type === undefined || body === undefined) throw new Error('Not in the sample company');
    return { id: createSampleId(random, FOUNDED), typeId: type.id, name, position: index + 1, body, active };
  });
}
