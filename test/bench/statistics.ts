/**
 * The interval that holds the mean of paired differences with 95 % confidence (Student's t).
 * @throws when there are fewer than two pairs
 */
export function interval95(differences: readonly number[]): [low: number, high: number] {
  const count = differences.length;
  if (count < 2) throw new Error('An interval needs at least two pairs.');
  const mean = differences.reduce((sum, one) => sum + one, 0) / count;
  const variance = differences.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (count - 1);
  const half = t975(count - 1) * Math.sqrt(variance / count);
  return [mean - half, mean + half];
}

/**
 * Quantile 0.975 of Student's distribution: Cornish-Fisher's expansion about the normal one (Abramowitz and Stegun,
 * 26.7.5), right to 0.01 from 4 degrees of freedom on.
 */
function t975(degrees: number): number {
  const z = 1.959964;
  const g1 = (z ** 3 + z) / 4;
  const g2 = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const g3 = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + g1 / degrees + g2 / degrees ** 2 + g3 / degrees ** 3;
}

/** The same things in another order each round, so that none is always first. */
export function rotated<T>(things: readonly T[], round: number): T[] {
  const start = round % things.length;
  return [...things.slice(start), ...things.slice(0, start)];
}
