import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { protocolLeaseRequestSchema } from '../../contract/protocol-leases.ts';
import type { Command } from '../../domain/command.ts';

/** Everything that creates records with the caller's id: the agent's commands, and what a device asks for by itself. */
export type ServerCommand = Command | LeaseProtocols;

export type LeaseProtocols = z.infer<typeof protocolLeaseRequestSchema> & { kind: 'leaseProtocols' };

/** What makes two sendings the same command: who gave it, and all of its content, whatever the order of keys. */
export function hashCommand(userId: string, command: ServerCommand): Buffer {
  return createHash('sha256').update(canonicalJson({ userId, command })).digest();
}

/**
 * JSON with the keys of every object sorted (as RFC 8785 has them) and without those that are null: a command that waited
 * in an outbox while fields were added to its kind must still be the same command, so new fields are nullable.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, child]) => child !== undefined && child !== null)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, child]) => `${JSON.stringify(key)}:${canonicalJson(child)}`).join(',')}}`;
}
