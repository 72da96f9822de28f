import { computed, effect, type ReadonlySignal } from '@preact/signals';
import { isSameOwner, type Owner } from '../domain/owner.ts';
import type { SessionState } from '../state/ports.ts';
import type { StoredSession } from '../storage/settings.ts';

/** Who is, or was last, signed in to the server that is set; null where nobody was. A session with another server is none. */
export function toOwner(serverUrl: string | null, session: StoredSession | null): Owner | null {
  if (session === null || session.serverUrl !== serverUrl) return null;
  return { serverUrl, userId: session.user.id };
}

/** Whose words a page shows: the same object as long as it is the same owner, so that what follows it is not asked again. */
export function createOwnerSignal(state: ReadonlySignal<SessionState>): ReadonlySignal<Owner | null> {
  let last: Owner | null = null;
  return computed(() => {
    const session = state.value;
    const now = 'user' in session ? { serverUrl: session.serverUrl, userId: session.user.id } : null;
    if (!isSameOwner(last, now)) last = now;
    return last;
  });
}

/** Finds the owner that a user of this page was last, also after the session was left. */
export function rememberOwners(owner: ReadonlySignal<Owner | null>): (userId: string) => Owner | null {
  const known = new Map<string, Owner>();
  effect(() => {
    if (owner.value !== null) known.set(owner.value.userId, owner.value);
  });
  return (userId) => known.get(userId) ?? null;
}
