import type { Id } from '../../domain/id.ts';
import type { Random } from './random.ts';

/** A UUIDv7 of this time (milliseconds since the epoch) whose other bits come from the random stream. */
export function createSampleId(random: Random, time: number): Id {
  const stamp = Math.floor(time).toString(16).padStart(12, '0');
  const bits = () =>
    Math.floor(random.next() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0');
  const [first, second, third] = [bits(), bits(), bits()];
  const variant = '89ab'[random.integer(0, 3)];
  return [
    stamp.slice(0, 8),
    stamp.slice(8),
    `7${first.slice(0, 3)}`,
    `${variant}${first.slice(4, 7)}`,
    second + third.slice(0, 4),
  ].join('-');
}
