import { isCustomerCommand } from '../domain/command.ts';
import type { CustomerCommand } from '../domain/customer-commands.ts';
import type { OutboxEntry } from '../domain/delivery.ts';
import type { Instant } from '../domain/instant.ts';

/**
 * Changes of this customer's record that what was read at `asOf` cannot show yet, in the order in which they were asked for: on their
 * way, or confirmed since. What was refused waits for the agent and counts for nothing.
 */
export function pendingEditsOf(
  entries: readonly OutboxEntry[],
  customerId: string,
  asOf: Instant,
): CustomerCommand[] {
  return entries
    .toSorted((one, other) => one.sequence - other.sequence)
    .filter(
      ({ state, confirmedAt }) =>
        state === 'queued' || state === 'sending' || (confirmedAt !== null && confirmedAt > asOf),
    )
    .map(({ command }) => command)
    .filter(isCustomerCommand)
    .filter((command) => command.customerId === customerId);
}
