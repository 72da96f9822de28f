import type { ResponsibilityCenter } from './user.ts';
import type { Workflow, WorkflowItem } from './workflow.ts';

/** What of the company's CRs rules need. */
export type Centers = readonly Pick<ResponsibilityCenter, 'id' | 'closesTicket' | 'active'>[];

/** Where a ticket is on its path before OK. */
export interface Standing {
  /** In the version that the ticket began with. */
  workflow: Workflow;
  /** `enters`: a new ticket, or one that got a new type; else the item that it stands on, null off the path. */
  at: { kind: 'enters' } | { kind: 'stands'; item: string | null };
  /** The CR that it stands in; null for one that is not opened yet. */
  centerId: string | null;
}

/** A CR that something leads to. `closes`: it closes the ticket; `stays`: the ticket stands in it already. */
export interface CenterLead {
  kind: 'center';
  centerId: string;
  closes: boolean;
  stays: boolean;
}

/** Where an answer or a choice leads. */
export type Lead = CenterLead | { kind: 'question'; question: string };

export function centerLead(
  centerId: string,
  standing: Pick<Standing, 'centerId'>,
  centers: Centers,
): CenterLead {
  return {
    kind: 'center',
    centerId,
    closes: closesTicket(centerId, centers),
    stays: centerId === standing.centerId,
  };
}

export function closesTicket(centerId: string, centers: Centers): boolean {
  return centers.some((center) => center.id === centerId && center.closesTicket);
}

export function itemsByKey({ items }: Pick<Workflow, 'items'>): Map<string, WorkflowItem> {
  return new Map(items.map((item) => [item.key, item]));
}

/** The CRs that the path may lead to next from here, whatever is asked between; each once. */
export function waysOn(standing: Standing, centers: Centers): CenterLead[] {
  const { workflow, at } = standing;
  const byKey = itemsByKey(workflow);
  const here = byKey.get(at.kind === 'enters' ? workflow.start : (at.item ?? ''));
  if (here === undefined) return [];
  const ways = new Map<string, CenterLead>();
  const keys = new Set(here.kind === 'center' ? here.next : [here.key]);
  // A set that grows while it is gone through gives what was added, too.
  for (const key of keys) {
    const item = byKey.get(key);
    if (item?.kind === 'decision') for (const { to } of item.answers) keys.add(to);
    else if (item !== undefined) ways.set(item.centerId, centerLead(item.centerId, standing, centers));
  }
  return [...ways.values()].filter((way) => !way.stays);
}
