import type { ParecerDatabase } from './database.ts';

/** How far a user's pull has come. */
export interface CursorStore {
  read(userId: string): Promise<string | null>;
  write(userId: string, cursor: string): Promise<void>;
  /** Forgets the user's, or everybody's. */
  clear(userId?: string): Promise<void>;
}

const PREFIX = 'changes-cursor ';

export function createCursorStore({ meta }: ParecerDatabase): CursorStore {
  return {
    async read(userId) {
      const value = (await meta.get(PREFIX + userId))?.value;
      return typeof value === 'string' ? value : null;
    },
    async write(userId, cursor) {
      await meta.put({ key: PREFIX + userId, value: cursor });
    },
    async clear(userId = '') {
      await meta
        .where('key')
        .startsWith(PREFIX + userId)
        .delete();
    },
  };
}
