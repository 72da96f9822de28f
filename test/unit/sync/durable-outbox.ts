import { type Command, queueIdOf, type Receipt } from '../../../domain/command.ts';
import type { OutboxEntry } from '../../../domain/delivery.ts';
import { toInstant } from '../../../domain/instant.ts';
import { isSameOwner, type Owner } from '../../../domain/owner.ts';
import type { SenderOutbox } from '../../../sync/ports.ts';

type Row = Pick<
  OutboxEntry,
  | 'id'
  | 'userId'
  | 'ticketId'
  | 'sequence'
  | 'command'
  | 'state'
  | 'attempts'
  | 'retryAt'
  | 'problem'
  | 'receipt'
  | 'mayBeApplied'
> & { serverUrl: string };

/** What stays on the disk when everything else dies. */
export function createDurableOutbox(now: () => number) {
  const rows = new Map<string, Row>();

  const change = (id: string, part: Partial<Row>) => {
    const row = rows.get(id);
    if (row) rows.set(id, { ...row, ...part });
  };
  let last = 0;
  return {
    rows,
    accept(owner: Owner, command: Command): void {
      last += 1;
      const about = {
        id: command.id,
        ...owner,
        ticketId: queueIdOf(command),
        sequence: last,
        command,
      };
      rows.set(command.id, {
        ...about,
        state: 'queued',
        attempts: 0,
        retryAt: null,
        problem: null,
        receipt: null,
      });
    },
    /** Takes a command back where it surely never left; false where it may have. */
    recall(id: string): boolean {
      const row = rows.get(id);
      const isLeft = row === undefined || row.state === 'sending' || row.state === 'confirmed';
      return !isLeft && row.mayBeApplied !== true && rows.delete(id);
    },
    retryNeeds(): void {
      for (const row of rows.values())
        if (row.state === 'needs') change(row.id, { state: 'queued', retryAt: null });
    },
    /** The outbox as one life of the sender sees it. `pass` takes time, and never comes back in a life that ended. */
    connect(pass: (where: string) => Promise<void>): SenderOutbox {
      return {
        async waiting(owner) {
          await pass('list');
          const items = [...rows.values()].filter(
            (row) => isSameOwner(row, owner) && row.state !== 'confirmed',
          );
          return { items, blockedTicketIds: [] };
        },
        async recover(owner) {
          await pass('recover');
          for (const row of rows.values()) {
            if (isSameOwner(row, owner) && row.state === 'sending') change(row.id, { state: 'queued' });
          }
        },
        async claim(id) {
          await pass('claim');
          const row = rows.get(id);
          if (row?.state !== 'queued') return null;
          change(id, { state: 'sending', mayBeApplied: true });
          return row.command;
        },
        async confirm(id: string, receipt: Receipt | null) {
          await pass('confirm');
          change(id, { state: 'confirmed', receipt, retryAt: null, problem: null });
        },
        async postpone(id, failure) {
          await pass('postpone');
          change(id, { state: 'queued', ...failure, retryAt: failure.retryAt ?? toInstant(now()) });
        },
        async refuse(id, problem, mayBeApplied) {
          await pass('refuse');
          change(id, { state: 'needs', problem, retryAt: null, mayBeApplied });
        },
      };
    },
  };
}
