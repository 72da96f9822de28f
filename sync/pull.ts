import { ok, type Result } from '../domain/result.ts';
import { failureKind } from './outcome.ts';
import type { Transport } from './ports.ts';

/** Ids of what changed on the server since the last pull. */
export interface PulledChanges {
  tickets: string[];
  customers: string[];
  /** Of these the customers themselves, whose records have to be read again. */
  records: string[];
  /** Ticket types, channels, users or responsibility centers. */
  catalogue: boolean;
  /** The server cannot say what changed (another or a restored database): anything may have. */
  everything: boolean;
}

export interface PullOptions {
  transport: Pick<Transport, 'changes'>;
  cursor: {
    read(): Promise<string | null>;
    write(cursor: string): Promise<void>;
  };
  /** Marks copies as outdated and tells the screens; runs before the cursor moves on, and may run twice. */
  apply(changes: PulledChanges): Promise<void>;
}

/**
 * Reads the change log from where the last pull ended. The first pull only takes the cursor of now: what is on screen
 * was read after it. A cursor that the server refuses is given up, and everything counts as changed. The cursor moves after its page was applied, so a stop in between repeats a page and skips none.
 */
export async function pullChanges({ transport, cursor, apply }: PullOptions): Promise<Result<void>> {
  for (;;) {
    const after = await cursor.read();
    const page = await transport.changes(after ?? undefined);
    if (!page.ok) {
      if (after === null || failureKind(page.error) !== 'refused') return page;
      // Taken before the screens read anew: what changes after it is told by it, what changed before is read.
      const present = await transport.changes();
      if (!present.ok) return present;
      await apply({ tickets: [], customers: [], records: [], catalogue: true, everything: true });
      await cursor.write(present.value.cursor);
      return ok(undefined);
    }
    if (after !== null && page.value.items.length > 0) {
      const idsOf = (...kinds: string[]) => [
        ...new Set(page.value.items.filter((item) => kinds.includes(item.kind)).map((item) => item.id)),
      ];
      await apply({
        tickets: idsOf('ticket'),
        // A contact person's id is not its customer's: the screens of customers look again in any case.
        customers: idsOf('customer', 'contact-person'),
        // The server notes a contact person's customer beside it.
        records: idsOf('customer'),
        catalogue: page.value.items.some((item) => item.kind === 'catalogue'),
        everything: false,
      });
    }
    const isStuck = page.value.cursor === after;
    await cursor.write(page.value.cursor);
    if (after === null || !page.value.more || isStuck) return ok(undefined);
  }
}
