/** Lines of JSON for operators. What is given here must hold no secret and no personal data. */
export interface Log {
  info(event: string, facts?: Record<string, unknown>): void;
  error(event: string, facts?: Record<string, unknown>): void;
}

/** A log that writes each entry as one line. */
export function createLog(write: (line: string) => void, now: () => Date = () => new Date()): Log {
  const entry =
    (level: string) =>
    (event: string, facts: Record<string, unknown> = {}) =>
      write(`${JSON.stringify({ at: now().toISOString(), level, event, ...facts })}\n`);
  return { info: entry('info'), error: entry('error') };
}
