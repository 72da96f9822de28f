import { v7 } from 'uuid';
import { z } from 'zod';

/**
 * UUID version 7 (RFC 9562), made by the client that creates the record; lower case with hyphens. Capitals are taken for the same
 * id, as the RFC has it, and do not go any further: what follows compares ids as text.
 */
export const idSchema = z.uuidv7().toLowerCase();

export type Id = string;

/** A new id; ids made later sort after ids made earlier. */
export function createId(): Id {
  return v7();
}
