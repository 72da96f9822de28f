import { PROBLEM_MEDIA_TYPE, PROBLEM_TYPE_PREFIX } from '../../contract/problem.ts';
import { type Command, queueIdOf, type Receipt } from '../../domain/command.ts';
import type { Owner } from '../../domain/owner.ts';
import { createProtocol } from '../../domain/protocol.ts';

/** An answer as it is on the wire. */
export interface Answer {
  status: number;
  type: string;
  text: string;
  /** Seconds. */
  retryAfter?: number;
}

/** A command that was applied, for whom, and what it said. */
export interface Applied {
  command: Command;
  owner: Owner;
}

/** What it had to refuse; with the ticket where it did not know it. */
export interface Fault {
  what: string;
  withoutTicket?: string;
}

/** The server's promises in a few lines. What it has to refuse although nothing was injected is a fault of the client. */
export interface SimulatedServer {
  readonly applied: readonly Applied[];
  readonly faults: readonly Fault[];
  receiptOf(id: string): Receipt | undefined;
  knows(id: string): boolean;
  apply(command: Command, owner: Owner): Answer;
  lease(id: string, count: number): Answer;
  changes(after: string | undefined): Answer;
}

const FIRST_FREE_SEQUENCE = 50_000_000;
const PAGE = 3;

export function createSimulatedServer(year: number, at: string): SimulatedServer {
  const applied: Applied[] = [];
  const faults: Fault[] = [];
  const known = new Map<string, { content: string; receipt: Receipt }>();
  const protocols = new Set<string>();
  const leases = new Map<string, { first: number; last: number }>();
  let nextSequence = 1;

  return {
    applied,
    faults,
    receiptOf: (id) => known.get(id)?.receipt,
    knows: (id) => known.has(id),
    apply(command, owner) {
      const content = JSON.stringify([owner.userId, command]);
      const before = known.get(command.id);
      if (before?.content === content) return json(200, before.receipt);
      if (before) return refuse(409, 'conflict', { what: `other content under the id ${command.id}` });
      const ticketId = queueIdOf(command);
      if (command.kind !== 'openTicket' && !known.has(ticketId))
        return refuse(404, 'not-found', {
          what: `${command.id} came before its ticket`,
          withoutTicket: ticketId,
        });
      const protocol = protocolOf(command, ticketId);
      if (command.kind === 'openTicket' && protocols.has(protocol))
        return refuse(409, 'conflict', { what: `the protocol ${protocol} was told twice` });
      protocols.add(protocol);
      const receipt = { id: command.id, ticketId, protocol, confirmedAt: at };
      known.set(command.id, { content, receipt });
      applied.push({ command, owner });
      return json(201, receipt);
    },
    lease(id, count) {
      const block = leases.get(id) ?? { first: nextSequence, last: nextSequence + count - 1 };
      if (!leases.has(id)) nextSequence += count;
      leases.set(id, block);
      return json(201, { id, year, ...block, grantedAt: at });
    },
    changes(after) {
      const from = after === undefined ? applied.length : Number(after);
      const items = applied
        .slice(from, from + PAGE)
        .map(({ command }) => ({ kind: 'ticket', id: queueIdOf(command) }));
      const end = from + items.length;
      return json(200, { items, cursor: String(end), more: end < applied.length });
    },
  };

  function protocolOf(command: Command, ticketId: string): string {
    if (command.kind !== 'openTicket') return known.get(ticketId)?.receipt.protocol ?? '';
    return command.protocol ?? createProtocol(year, FIRST_FREE_SEQUENCE + applied.length);
  }

  function refuse(status: number, code: string, fault: Fault): Answer {
    faults.push(fault);
    const text = JSON.stringify({ type: PROBLEM_TYPE_PREFIX + code, title: code, status });
    return { status, type: PROBLEM_MEDIA_TYPE, text };
  }
}

function json(status: number, body: unknown): Answer {
  return { status, type: 'application/json', text: JSON.stringify(body) };
}
