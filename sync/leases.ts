import { createId } from '../domain/id.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Transport } from './ports.ts';

export interface LeaseStore {
  countFree(owner: string, year: number): Promise<number>;
  /** Id of the request under way, made where there is none. */
  pendingRequest(owner: string, year: number, createId: () => string): Promise<string>;
  add(
    owner: string,
    block: { id: string; year: number; first: number; last: number; grantedAt: string },
  ): Promise<void>;
}

/** Fewer free numbers than this, and another block is asked for. */
const LOW = 10;
const BLOCK = 20;

/**
 * Keeps protocol numbers ahead of need: they are told at the beginning of a call, with or without a network. The request
 * is written down before it is sent and repeated with the same id, so a lost answer costs no block.
 */
export async function refillLeases(
  owner: string,
  year: number,
  store: LeaseStore,
  transport: Pick<Transport, 'leaseProtocols'>,
): Promise<Result<void>> {
  if ((await store.countFree(owner, year)) >= LOW) return ok(undefined);
  const id = await store.pendingRequest(owner, year, createId);
  const block = await transport.leaseProtocols(id, BLOCK);
  if (!block.ok) return block;
  await store.add(owner, block.value);
  return ok(undefined);
}
