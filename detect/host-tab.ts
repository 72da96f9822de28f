import type { Call } from '../domain/call.ts';
import { isCompanyRuleId } from '../domain/company-rule.ts';
import type { CustomerSummary } from '../domain/customer.ts';
import { customerCodeKey } from '../domain/customer-code.ts';
import type { Certainty, Evidence } from './host-rule.ts';

/** What is known of one tab that shows a host page. Plain data: it is kept while the background sleeps. */
export interface HostTab {
  /** Origin of the host page. */
  origin: string;
  /** What the rules found; empty when the page shows no customer. */
  evidence: Evidence[];
  /** Codes that the agent said are not the customer; forgotten when the page shows another. */
  dismissed: string[];
  /** What the CRM says of the code on top; null while it was not asked or did not know. */
  customer: CustomerSummary | null;
  /** Is the panel docked, so that it is shown again when the page loads again? */
  docked: boolean;
  /** Does something of the page lie over the panel? */
  covered: boolean;
  /** The call that this tab was told of. */
  call: TabCall | null;
}

/** A call as one tab shows it. */
export interface TabCall {
  call: Call;
  /** Who calls, for the launcher; empty while nobody is certain. */
  caller: string;
  /** It waits for the agent to say what becomes of it. */
  asks: boolean;
  /** Its card is open, unless the panel is docked. */
  card: boolean;
  /** Other calls that tickets were begun for: who writes about them hears of their ends. */
  taken?: Call[] | undefined;
}

export type HostTabEvent =
  /** A new document; nothing was looked for yet. */
  | { type: 'loaded'; origin: string }
  | { type: 'evidence'; evidence: Evidence[] }
  | { type: 'looked-up'; code: string; customer: CustomerSummary | null }
  /** Somebody else is signed in, or nobody: what the CRM said is not theirs to see. */
  | { type: 'forgotten' }
  | { type: 'dismissed'; code: string }
  | { type: 'docked'; docked: boolean }
  | { type: 'covered'; covered: boolean }
  | { type: 'call'; call: TabCall | null };

export interface Reason {
  /** The rule's name. */
  label: string;
  value: string;
  /** The company wrote the rule. */
  company?: true;
}

/** The customer that a page speaks of, and why. */
export interface FoundCustomer {
  code: string;
  certainty: Certainty;
  because: Reason[];
}

export function createHostTab(origin: string): HostTab {
  return { origin, evidence: [], dismissed: [], customer: null, docked: false, covered: false, call: null };
}

/** What a tab is after something happened in it. */
export function reduceHostTab(tab: HostTab, event: HostTabEvent): HostTab {
  if (event.type === 'loaded') {
    if (event.origin !== tab.origin) return createHostTab(event.origin);
    // The agent's word and the open panel outlive a load; what the page before showed does not.
    return { ...tab, evidence: [], customer: null, covered: false };
  }
  if (event.type === 'evidence') return withEvidence(tab, event.evidence);
  if (event.type === 'looked-up') {
    const found = foundCustomer(tab);
    return found && isSameCode(found.code, event.code) ? { ...tab, customer: event.customer } : tab;
  }
  if (event.type === 'forgotten') return { ...tab, customer: null, call: null };
  if (event.type === 'dismissed') {
    return withEvidence({ ...tab, dismissed: [...tab.dismissed, customerCodeKey(event.code)] }, tab.evidence);
  }
  if (event.type === 'docked') return { ...tab, docked: event.docked, covered: event.docked && tab.covered };
  if (event.type === 'call') return { ...tab, call: event.call };
  return { ...tab, covered: event.covered };
}

/** How the panel's frame stands over the page. */
export function panelModeOf({ docked, call }: HostTab): 'hidden' | 'card' | 'docked' {
  return docked ? 'docked' : call?.card ? 'card' : 'hidden';
}

/** The customer on top of the evidence: the surest that was not dismissed, or null. */
export function foundCustomer({ evidence, dismissed }: HostTab): FoundCustomer | null {
  const left = evidence.filter(({ value }) => !dismissed.includes(customerCodeKey(value)));
  const [top] = left;
  if (!top) return null;
  const because = left.map(
    ({ ruleId, label, value }): Reason =>
      isCompanyRuleId(ruleId) ? { label, value, company: true } : { label, value },
  );
  // What is left after the agent ruled one of several out is still a guess.
  return { code: top.value, certainty: top.certainty, because };
}

function withEvidence(tab: HostTab, evidence: Evidence[]): HostTab {
  const before = foundCustomer(tab);
  const shown = new Set(evidence.map(({ value }) => customerCodeKey(value)));
  const another = shown.size > 0 && tab.dismissed.every((code) => !shown.has(code));
  const next: HostTab = { ...tab, evidence, dismissed: another ? [] : tab.dismissed };
  const after = foundCustomer(next);
  const same = before !== null && after !== null && isSameCode(before.code, after.code);
  return same ? next : { ...next, customer: null };
}

function isSameCode(one: string, other: string): boolean {
  return customerCodeKey(one) === customerCodeKey(other);
}
