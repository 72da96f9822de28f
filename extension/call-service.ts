import { z } from 'zod';
import type { CallEvidence } from '../detect/host-rule.ts';
import type { TabCall } from '../detect/host-tab.ts';
import { telToNumber } from '../detect/tel-number.ts';
import {
  currentCall,
  followDialling,
  followPageCall,
  isAsking,
  type TrackedCall,
} from '../detect/tracked-call.ts';
import { callSchema } from '../domain/call.ts';
import type { CallerMatch } from '../domain/caller.ts';
import { type Instant, toInstant } from '../domain/instant.ts';
import type { Result } from '../domain/result.ts';
import type { ValueArea } from '../storage/setting.ts';
import type { EnabledHosts } from './enabled-hosts.ts';
import type { HostPage } from './host-page.ts';
import type { CallDisplay } from './host-service.ts';

/** Whose number is it? */
export type CallerLookup = (number: string) => Promise<Result<{ number: string; matches: CallerMatch[] }>>;

/** What host pages tell of calls. */
export interface CallWatch {
  /** A telephone's page shows this call now; null: none. */
  seen(tabId: number, evidence: CallEvidence | null): Promise<void>;
  /** A number was clicked to call it: what its `tel:` link says after the colon. */
  dialled(tabId: number, link: string): Promise<void>;
  /** The tab is in front now: a call that waits is shown in it. */
  cameToFront(tabId: number): Promise<void>;
  /** Opens the card of the call that this tab was told of; false where none asks. */
  expand(tabId: number): Promise<boolean>;
}

/** The calls of this machine: which there are, in which tabs they are shown, what the agent did about them. */
export interface CallService extends CallWatch {
  /** A ticket is begun because of the call, in this tab. */
  take(id: string, tabId: number): Promise<void>;
  /** The agent wants nothing of it. */
  dismiss(id: string): Promise<void>;
  /** Forgets every call, with who it was. */
  forget(): Promise<void>;
  /** Back to the launcher, where it goes on ringing. */
  collapse(id: string): Promise<void>;
}

export interface CallServiceParts {
  /** Ends with the browser, outlives the background. */
  area: ValueArea;
  hosts: Pick<EnabledHosts, 'isEnabled'>;
  page: Pick<HostPage, 'inFront'>;
  display: CallDisplay;
  lookUp: CallerLookup;
  /** Is or was somebody signed in, so that there is a panel to show? */
  hasUser(): Promise<boolean>;
  now(): number;
}

const KEY = 'calls';
const storedSchema = z.object({
  calls: z.array(
    z.object({
      call: callSchema,
      tabId: z.number().int(),
      caller: z.string(),
      answer: z.enum(['open', 'collapsed', 'taken', 'dismissed']),
    }),
  ),
  /** Tabs that were told of the current call. */
  shownIn: z.array(z.number().int()),
});
type Stored = z.infer<typeof storedSchema>;

export function createCallService(parts: CallServiceParts): CallService {
  const { area, display } = parts;
  let turn: Promise<unknown> = Promise.resolve();

  /** One change after the other; what is shown follows each. */
  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const next = turn.then(act, act);
    turn = next;
    return next;
  }
  async function read(): Promise<Stored> {
    const stored = storedSchema.safeParse(await area.get(KEY));
    return stored.success ? stored.data : { calls: [], shownIn: [] };
  }
  /** `needsUser`: nothing changes where nobody would see it. Asked in its turn, so that no hang-up overtakes its ringing meanwhile. */
  function change(
    follow: (calls: TrackedCall[], at: Instant) => TrackedCall[],
    needsUser = false,
  ): Promise<void> {
    return inTurn(async () => {
      if (needsUser && !(await parts.hasUser())) return;
      const before = await read();
      const calls = follow(before.calls, toInstant(parts.now()));
      if (JSON.stringify(calls) === JSON.stringify(before.calls)) return;
      const current = currentCall(calls);
      const isNew = current !== null && current.call.id !== currentCall(before.calls)?.call.id;
      const shownIn = isNew ? [...new Set([...before.shownIn, ...(await tabsInFront())])] : before.shownIn;
      await area.set(KEY, { calls, shownIn: current === null ? [] : shownIn } satisfies Stored);
      await Promise.all(shownIn.map((tabId) => display.showCall(tabId, toTabCall(current, calls), false)));
      if (isNew) void nameCaller(current);
    });
  }
  const changeAnswer = (id: string, answer: TrackedCall['answer']) =>
    change((calls) => calls.map((one) => (one.call.id === id ? { ...one, answer } : one)));

  async function tabsInFront(): Promise<number[]> {
    const tabs = await parts.page.inFront();
    const enabled = await Promise.all(tabs.map(({ url }) => parts.hosts.isEnabled(url)));
    return tabs.flatMap(({ id }, index) => (enabled[index] ? [id] : []));
  }
  /** A name for the launcher, only where nobody else can be meant. The card asks for itself. */
  async function nameCaller({ call }: TrackedCall): Promise<void> {
    if (call.number === '') return;
    const found = await parts.lookUp(call.number);
    const [match, ...others] = found.ok ? found.value.matches : [];
    if (match === undefined || match.shared || others.length > 0) return;
    const { customer, contactPerson } = match;
    const caller = contactPerson?.name ?? customer.tradeName ?? customer.name;
    await change((calls) => calls.map((one) => (one.call.id === call.id ? { ...one, caller } : one)));
  }

  return {
    forget: () =>
      inTurn(async () => {
        const { shownIn } = await read();
        await area.set(KEY, { calls: [], shownIn: [] } satisfies Stored);
        await Promise.all(shownIn.map((tabId) => display.showCall(tabId, null, false)));
      }),
    seen: (tabId, evidence) =>
      change((calls, at) => followPageCall(calls, tabId, evidence, at), evidence !== null),
    async dialled(tabId, link) {
      const number = telToNumber(link);
      if (number !== '') await change((calls, at) => followDialling(calls, tabId, number, at), true);
    },
    cameToFront: (tabId) =>
      inTurn(async () => {
        const { calls, shownIn } = await read();
        const current = currentCall(calls);
        if (current === null || !isAsking(current) || !(await tabsInFront()).includes(tabId)) return;
        await area.set(KEY, { calls, shownIn: [...new Set([...shownIn, tabId])] } satisfies Stored);
        await display.showCall(tabId, toTabCall(current, calls), false);
      }),
    expand: (tabId) =>
      inTurn(async () => {
        const { calls, shownIn } = await read();
        const current = currentCall(calls);
        if (current === null || !isAsking(current) || !shownIn.includes(tabId)) return false;
        const open: TrackedCall = { ...current, answer: 'open' };
        const next = calls.map((one) => (one === current ? open : one));
        await area.set(KEY, { calls: next, shownIn } satisfies Stored);
        await Promise.all(shownIn.map((id) => display.showCall(id, toTabCall(open, calls), id === tabId)));
        return true;
      }),
    async take(id, tabId) {
      await changeAnswer(id, 'taken');
      await display.dockForCall(tabId);
    },
    dismiss: (id) => changeAnswer(id, 'dismissed'),
    collapse: (id) => changeAnswer(id, 'collapsed'),
  };
}

function toTabCall(current: TrackedCall | null, calls: readonly TrackedCall[]): TabCall | null {
  if (current === null) return null;
  const { call, caller, answer } = current;
  const taken = calls.flatMap((one) => (one.answer === 'taken' && one.call.id !== call.id ? [one.call] : []));
  return {
    ...{ call, caller, asks: isAsking(current), card: answer === 'open' },
    ...(taken.length === 0 ? {} : { taken }),
  };
}
