import { createId } from '../domain/id.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Transport } from './ports.ts';

/** The device that numbers are for, and the user who asks: how many they get is counted for the user. */
export interface LeaseAsker {
  owner: string;
  userId: string;
}

export interface LeaseStore {
  countFree(owner: string, year: number): Promise<number>;
  /** Whether the server wants to be left alone by this one. */
  isToWait(asker: LeaseAsker): Promise<boolean>;
  /** The server wants to be left alone by this one for so long (ms). */
  wait(asker: LeaseAsker, duration: number): Promise<void>;
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
 * is written down before it is sent and repeated with the same id, so a lost answer costs no block. Where the server says
 * how long it wants to be left alone, it is.
 */
export async function refillLeases(
  asker: LeaseAsker,
  year: number,
  store: LeaseStore,
  transport: Pick<Transport, 'leaseProtocols'>,
): Promise<Result<void>> {
  const { owner } = asker;
  if ((await store.countFree(owner, year)) >= LOW || (await store.isToWait(asker))) return ok(undefined);
  const id = await store.pendingRequest(owner, year, createId);
  const block = await transport.leaseProtocols(id, BLOCK);
  if (!block.ok) {
    const { retryAfterMs } = block.error;
    if (retryAfterMs !== undefined) await store.wait(asker, retryAfterMs);
    return block;
  }
  await store.add(owner, block.value);
  return ok(undefined);
}
