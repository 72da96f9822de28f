import { parseByteSize } from '../../domain/byte-size.ts';
import { parentNumber } from '../../domain/company-configuration/check.ts';
import { toClosingPolicy } from '../../domain/company-configuration/closing.ts';
import type { ContactChannel } from '../../domain/contact-channel.ts';
import type { TicketType } from '../../domain/ticket-type.ts';
import type { Workflow } from '../../domain/workflow.ts';
import type { SampleConfiguration } from './company-file.ts';
import { createRandom } from './random.ts';
import { createSampleId } from './sample-id.ts';
import type { SampleStaff } from './staff.ts';

const FOUNDED = Date.UTC(2024, 0, 1, 13);

/** The types of the file, each with the id of its place there. */
export function createTicketTypes(
  seed: number,
  staff: SampleStaff,
  configured: SampleConfiguration['types'],
  workflows: readonly Workflow[],
): TicketType[] {
  const random = createRandom(seed, 'ticket-types');
  const types: TicketType[] = [];
  for (const type of configured) {
    const { group, initialCenter, closing, attachmentLimit, workflow, ...rest } = type;
    types.push({
      ...rest,
      id: createSampleId(random, FOUNDED),
      parentId: types.find(({ number }) => number === parentNumber(type.number))?.id ?? null,
      selectable: !group,
      initialCenterId: initialCenter === null ? null : staff.centerId(initialCenter),
      closingPolicy: toClosingPolicy(closing),
      attachmentLimit: attachmentLimit === null ? null : parseByteSize(attachmentLimit),
      workflowId: workflows.find(({ name }) => name === workflow)?.id ?? null,
    });
  }
  return types;
}

/** The channels of the file, in its order. */
export function createContactChannels(
  seed: number,
  configured: SampleConfiguration['channels'],
): ContactChannel[] {
  const random = createRandom(seed, 'contact-channels');
  return configured.map((channel, index) => ({
    id: createSampleId(random, FOUNDED),
    ...channel,
    position: index + 1,
  }));
}
