import type { Instant } from '../domain/instant.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { TimelineItem } from './timeline.ts';

/** A CR that a ticket came into. */
export interface PathStep {
  key: string;
  centerId: string | null;
  /** When it came there; null where what is loaded does not say. */
  at: Instant | null;
  /** It stands there now. */
  isHere: boolean;
}

/** The CRs that a ticket went through, as far as its loaded opinions tell. `hasEarlier`: older ones are not loaded. */
export function stepsOfPath(
  ticket: Pick<Ticket, 'centerId'>,
  timeline: readonly TimelineItem[],
  hasEarlier: boolean,
): PathStep[] {
  const steps: Omit<PathStep, 'isHere'>[] = [];
  const add = (key: string, centerId: string | null, at: Instant | null) => {
    if (centerId !== null && steps.at(-1)?.centerId !== centerId) steps.push({ key, centerId, at });
  };
  for (const item of timeline) {
    if (item.kind !== 'opinion') continue;
    const { id, centerBeforeId, centerAfterId, confirmedAt } = item.opinion;
    if (steps.length === 0 && hasEarlier) add(`${id} before`, centerBeforeId, null);
    add(id, centerAfterId, confirmedAt);
  }
  add('here', ticket.centerId, null);
  return steps.map((step, index) => ({ ...step, isHere: index === steps.length - 1 }));
}
