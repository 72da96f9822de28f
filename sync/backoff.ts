const FIRST_WAIT = 2_000;
/** In ms, as all waits here: an agent who looks every few minutes always finds a recent try. */
export const LONGEST_WAIT = 5 * 60_000;

/**
 * How long (ms) to wait after this many failed tries: it doubles, and lies anywhere in its upper half, so that many
 * machines that lost one server do not come back in step ("equal jitter").
 * @param random a number in [0, 1)
 * @param asked what the server asked for (ms): the wait is not shorter, unless it asked for more than the longest
 */
export function backoff(attempts: number, random: number, asked?: number): number {
  const whole = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(attempts - 1, 16));
  const own = Math.round(whole / 2 + (whole / 2) * random);
  if (asked === undefined) return own;
  return Math.min(LONGEST_WAIT, Math.max(own, asked + Math.round(FIRST_WAIT * random)));
}
