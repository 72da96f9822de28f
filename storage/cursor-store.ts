import type { Owner } from '../domain/owner.ts';
import { CURSOR_PREFIX } from './bind-to-server.ts';
import type { ParecerDatabase } from './database.ts';

/** How far a user's pull from a server has come. */
export interface CursorStore {
  read(owner: Owner): Promise<string | null>;
  write(owner: Owner, cursor: string): Promise<void>;
  /** Forgets the owner's, or everybody's. */
  clear(owner?: Owner): Promise<void>;
}

export function createCursorStore({ meta }: ParecerDatabase): CursorStore {
  return {
    async read(owner) {
      const value = (await meta.get(keyOf(owner)))?.value;
      return typeof value === 'string' ? value : null;
    },
    async write(owner, cursor) {
      await meta.put({ key: keyOf(owner), value: cursor });
    },
    async clear(owner) {
      if (owner !== undefined) await meta.delete(keyOf(owner));
      else await meta.where('key').startsWith(CURSOR_PREFIX).delete();
    },
  };
}

function keyOf({ serverUrl, userId }: Owner): string {
  return `${CURSOR_PREFIX}${serverUrl} ${userId}`;
}
