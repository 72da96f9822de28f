import { isCustomerCommand } from '../../domain/command.ts';
import { isTroubled, type OutboxEntry } from '../../domain/delivery.ts';
import { formatProtocol } from '../../domain/protocol.ts';
import { attachments as attachmentWords } from '../../locales/pt-BR/attachments.ts';
import { numbers } from '../../locales/pt-BR/numbers.ts';
import { pending as words } from '../../locales/pt-BR/pending.ts';
import { ticket as ticketWords } from '../../locales/pt-BR/ticket.ts';
import { usePanel } from '../panel/panel-context.ts';
import { useTimes } from '../panel/use-times.ts';
import { Delivery } from '../ui/Delivery.tsx';
import { EntryActions } from './EntryActions.tsx';
import { useEntryState } from './entry-state.ts';
import { textOfEntry } from './text-of-entry.ts';

/** One command on its way: whose, what, where it is; and, where it needs the agent, why and the choices. */
export function OutboxItem({ entry }: { entry: OutboxEntry }) {
  const panel = usePanel();
  const times = useTimes();
  const protocol = entry.receipt?.protocol ?? protocolOf(entry);
  const { delivery, waits, isHeld, hasChoices } = useEntryState(entry);
  const details = [
    protocol === null || isHeld ? null : formatProtocol(protocol),
    ...filesOf(entry),
    entry.confirmedAt === null ? waits : words.confirmedAt(times.time(entry.confirmedAt)),
  ].filter((part) => part !== null);
  return (
    <li class={entry.state === 'needs' ? 'obx obx--needs' : 'obx'} data-entry={entry.id}>
      <div class="obx__head">
        <button
          type="button"
          class="obx__open cut"
          data-row=""
          data-key={entry.id}
          title={entry.customer.name}
          onClick={() =>
            isCustomerCommand(entry.command)
              ? panel.showRecord(entry.customer)
              : panel.openTicket(entry.ticketId, null, entry.customer)
          }
        >
          {entry.customer.name}
        </button>
        <Delivery state={delivery} />
      </div>
      <p class="obx__text cut">{textOfEntry(entry)}</p>
      {entry.state === 'needs' && (
        <p class="obx__why">
          <b>{entry.problem?.message ?? words.unknownReason}</b> {entry.draft !== null && ticketWords.safe}
        </p>
      )}
      {isTroubled(entry) && entry.problem !== null && <p class="obx__why">{entry.problem.message}</p>}
      {details.length > 0 && (
        <div class="obx__sub obx__sub--wrap">
          {details.map((part, index) => (
            <span key={part} class={index === 0 ? undefined : 'dot-sep'}>
              {part}
            </span>
          ))}
        </div>
      )}
      {hasChoices && (
        <div class="obx__acts obx__acts--wrap">
          <EntryActions entry={entry} />
        </div>
      )}
    </li>
  );
}

/** How many files go with it, and how much they weigh. */
function filesOf({ command }: OutboxEntry): string[] {
  const files = 'opinion' in command ? (command.opinion.attachments ?? []) : [];
  if (files.length === 0) return [];
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return [attachmentWords.weight(files.length, numbers.bytes(bytes))];
}

function protocolOf(entry: OutboxEntry): string | null {
  if (entry.command.kind === 'openTicket') return entry.command.protocol;
  return entry.draft?.target.protocol ?? null;
}
