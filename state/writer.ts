import type { Company } from '../domain/company.ts';
import type { CurrentUser } from '../domain/user.ts';
import type { SessionState } from './ports.ts';

/** Who writes: the signed-in user, or the last one while the session has ended by itself. */
export interface Writer {
  user: CurrentUser;
  company: Company;
}

/** Null where nobody may write on this machine now. */
export function findWriter(state: SessionState): Writer | null {
  return state.kind === 'signed-in' || state.kind === 'expired' ? state : null;
}

/** @throws where a screen is used that only exists while somebody may write */
export function writerOf(state: SessionState): Writer {
  const writer = findWriter(state);
  if (writer === null) throw new Error(`Nobody may write in the session state ${state.kind}.`);
  return writer;
}
