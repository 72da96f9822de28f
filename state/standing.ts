import type { AddOpinion, OpenTicket } from '../domain/command.ts';
import type { OutboxEntry } from '../domain/delivery.ts';
import type { Draft } from '../domain/draft.ts';
import type { Ticket } from '../domain/ticket.ts';
import { followRoute } from '../domain/workflow-engine.ts';
import type { Centers, Standing } from '../domain/workflow-leads.ts';
import type { Workflows } from './workflows.ts';

/**
 * Where what is written will find its ticket: on its path, on none, or on one that this machine does not know; then the
 * server decides alone.
 */
export type FoundStanding = { kind: 'none' } | { kind: 'unknown' } | { kind: 'known'; standing: Standing };

interface About {
  draft: Draft;
  /** The ticket that is continued; null for a new one, and where it could not be read. */
  ticket: Ticket | null;
  /** Of this user, in the order in which they were accepted. */
  entries: readonly OutboxEntry[];
  centers: Centers;
  workflows: Workflows;
}

/** What is on its way to the server counts as done: its opinions come before this one. */
export async function findStanding(about: About): Promise<FoundStanding> {
  const { draft, ticket, workflows } = about;
  if (draft.target.kind === 'newTicket') return entering(draft.typeId, null, workflows);
  if (ticket === null) return { kind: 'none' };
  const place = await placeAfter(ticket, about);
  const newType = draft.changes?.typeId;
  if (newType !== undefined && newType !== place.typeId) return entering(newType, place.centerId, workflows);
  return place.found;
}

interface Place {
  typeId: string;
  centerId: string | null;
  found: FoundStanding;
}

async function placeAfter(ticket: Ticket, { entries, centers, workflows }: About): Promise<Place> {
  let place: Place = {
    typeId: ticket.typeId,
    centerId: ticket.centerId,
    found: await standingOf(ticket, workflows),
  };
  for (const { command } of entries.filter((entry) => isAhead(entry, ticket))) {
    if (command.kind === 'openTicket') {
      place = { typeId: command.typeId, centerId: null, found: entering(command.typeId, null, workflows) };
      place = await moved(place, command, centers, workflows);
    } else if (command.kind === 'addOpinion') {
      const typeId = command.changes?.typeId;
      if (typeId !== undefined && typeId !== place.typeId) {
        place = { ...place, typeId, found: entering(typeId, place.centerId, workflows) };
      }
      place = await moved(place, command, centers, workflows);
    }
  }
  return place;
}

/** A command of this ticket that what was read of it does not show yet. */
function isAhead(entry: OutboxEntry, ticket: Ticket): boolean {
  if (entry.ticketId !== ticket.id) return false;
  return entry.state !== 'confirmed' || (entry.receipt?.confirmedAt ?? '') > ticket.lastOpinionAt;
}

async function standingOf(ticket: Ticket, workflows: Workflows): Promise<FoundStanding> {
  if (ticket.workflow === null) return { kind: 'none' };
  const workflow = await workflows.find(ticket.workflow);
  if (workflow === null) return { kind: 'unknown' };
  const at = { kind: 'stands' as const, item: ticket.workflow.item };
  return { kind: 'known', standing: { workflow, at, centerId: ticket.centerId } };
}

function entering(typeId: string | null, centerId: string | null, workflows: Workflows): FoundStanding {
  const workflow = workflows.ofType(typeId);
  if (workflow === undefined) return { kind: 'unknown' };
  if (workflow === null) return { kind: 'none' };
  return { kind: 'known', standing: { workflow, at: { kind: 'enters' }, centerId } };
}

/** Where a command takes the ticket; one that the server will refuse leaves it where it is. */
async function moved(
  place: Place,
  { route }: OpenTicket | AddOpinion,
  centers: Centers,
  workflows: Workflows,
): Promise<Place> {
  if (place.found.kind !== 'known') return place;
  const { standing } = place.found;
  const { id: workflowId, version } = standing.workflow;
  // It was asked in this version, which the ticket then keeps, whatever the current one is.
  const asked = route?.version === undefined || route.version === version ? standing.workflow : null;
  const workflow = asked ?? (await workflows.find({ workflowId, version: route?.version ?? version }));
  if (workflow === null) return { ...place, found: { kind: 'unknown' } };
  const followed = followRoute({ ...standing, workflow }, centers, route);
  if (!followed.ok) return place;
  const { item, centerId } = followed.value;
  const at = { kind: 'stands' as const, item };
  return { ...place, centerId, found: { kind: 'known', standing: { workflow, at, centerId } } };
}
