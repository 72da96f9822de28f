import type { Problem } from '../domain/result.ts';
import type { Setting } from '../storage/setting.ts';
import type { Settings } from '../storage/settings.ts';

type Connection = Settings['connection'] extends Setting<infer T> ? T : never;

/** What a request's outcome says about the connection. A refusal by the CRM itself is a connection that works. */
export function problemToConnection(problem: Problem | null): Connection {
  if (problem === null) return 'online';
  const { code, status } = problem;
  if (code === 'offline' || code === 'timeout') return 'offline';
  if (code === 'bad-answer' || code === 'server-error' || (status !== undefined && status >= 500)) {
    return 'server-trouble';
  }
  return 'online';
}

/**
 * Whether an outcome of a command says something about the connection. That the server fails over it does not: it fails over this one,
 * and each read that works would call the connection back, which sends it once more. What is down for all is seen by the reads.
 */
export function isNewsOfConnection(problem: Problem | null): boolean {
  return (
    problem === null || problemToConnection(problem) !== 'server-trouble' || problem.code === 'bad-answer'
  );
}

/**
 * Keeps the last state where all pages can follow it; written only when it changes.
 * @param onBack called when the server answers again after it did not
 */
export function createConnectionKeeper(
  setting: Setting<Connection>,
  onBack: () => void,
): (problem: Problem | null) => void {
  let turn: Promise<void> = Promise.resolve();
  return (problem) => {
    const next = problemToConnection(problem);
    turn = turn
      .then(async () => {
        if ((await setting.read()) === next) return;
        await setting.write(next);
        if (next === 'online') onBack();
      })
      // What could not be noted is noted with the next request: one failure must not end the turns.
      .catch((error: unknown) => console.error(error));
  };
}
