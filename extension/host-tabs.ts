import { z } from 'zod';
import { createHostTab, type HostTab, type HostTabEvent, reduceHostTab } from '../detect/host-tab.ts';
import { callSchema } from '../domain/call.ts';
import { customerSummarySchema } from '../domain/customer.ts';
import { evidenceSchema } from '../messaging/host-schema.ts';
import type { ValueArea } from '../storage/setting.ts';

const hostTabSchema = z.object({
  origin: z.string(),
  evidence: z.array(evidenceSchema),
  dismissed: z.array(z.string()),
  customer: customerSummarySchema.nullable(),
  docked: z.boolean(),
  covered: z.boolean(),
  call: z
    .object({
      ...{ call: callSchema, caller: z.string(), asks: z.boolean(), card: z.boolean() },
      taken: z.array(callSchema).optional(),
    })
    .nullable(),
}) satisfies z.ZodType<HostTab>;

/** The host tabs, kept in an area that outlives the background and ends with the browser. */
export interface HostTabs {
  read(tabId: number): Promise<HostTab>;
  /** What the tab was and is now. Changes of one tab happen one after the other. */
  change(tabId: number, event: HostTabEvent): Promise<{ before: HostTab; after: HostTab }>;
  forget(tabId: number): Promise<void>;
}

export function createHostTabs(area: ValueArea): HostTabs {
  const keyOf = (tabId: number) => `host-tab:${tabId}`;
  const turns = new Map<number, Promise<unknown>>();
  async function read(tabId: number): Promise<HostTab> {
    const stored = hostTabSchema.safeParse(await area.get(keyOf(tabId)));
    return stored.success ? stored.data : createHostTab('');
  }
  function inTurn<T>(tabId: number, act: () => Promise<T>): Promise<T> {
    const turn = (turns.get(tabId) ?? Promise.resolve()).then(act, act);
    turns.set(tabId, turn);
    return turn;
  }
  return {
    read,
    change: (tabId, event) =>
      inTurn(tabId, async () => {
        const before = await read(tabId);
        const after = reduceHostTab(before, event);
        await area.set(keyOf(tabId), after);
        return { before, after };
      }),
    async forget(tabId) {
      await inTurn(tabId, () => area.remove(keyOf(tabId)));
      turns.delete(tabId);
    },
  };
}
