import type { Executed } from '../commands/execute.ts';
import type { Answer } from '../http/route.ts';

/** The answer to a command: 201 where it was applied now, 200 where it had been before; the receipt is the same. */
export function commandAnswer({ receipt, isFirst }: Executed): Answer {
  return { status: isFirst ? 201 : 200, body: receipt };
}
