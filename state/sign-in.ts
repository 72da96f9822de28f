import { type ReadonlySignal, signal } from '@preact/signals';
import type { Problem } from '../domain/result.ts';
import type { SessionPort } from './ports.ts';

/** The sign-in form. The password leaves the model with the answer, whatever it is. */
export interface SignInModel {
  readonly busy: ReadonlySignal<boolean>;
  readonly problem: ReadonlySignal<Problem | null>;
  submit(login: string, password: string): Promise<boolean>;
}

export function createSignIn(session: Pick<SessionPort, 'signIn'>): SignInModel {
  const busy = signal(false);
  const problem = signal<Problem | null>(null);
  return {
    busy,
    problem,
    async submit(login, password) {
      if (busy.peek()) return false;
      busy.value = true;
      problem.value = null;
      const answer = await session.signIn(login.trim(), password);
      busy.value = false;
      if (!answer.ok) problem.value = answer.error;
      return answer.ok;
    },
  };
}
