/** First wait (ms), and the longest: an agent who looks every few minutes always finds a recent try. */
const FIRST = 2_000;
const LONGEST = 5 * 60_000;

/**
 * How long (ms) to wait after this many failed tries: it doubles, and lies anywhere in its upper half, so that many
 * machines that lost one server do not come back in step ("equal jitter").
 * @param random a number in [0, 1)
 */
export function backoff(attempts: number, random: number): number {
  const whole = Math.min(LONGEST, FIRST * 2 ** Math.min(attempts - 1, 16));
  return Math.round(whole / 2 + (whole / 2) * random);
}
