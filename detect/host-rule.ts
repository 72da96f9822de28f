import type { Certainty } from '../domain/host-rule.ts';

export type { CallStates, Certainty, HostRule } from '../domain/host-rule.ts';

/** What leaves the host page: which rule found which code. Never anything else of the page. */
export interface Evidence {
  ruleId: string;
  /** The rule's name, for the chip. */
  label: string;
  /** The code as the page shows it: 1 to 10 letters or digits. */
  value: string;
  certainty: Certainty;
}

/** A call that a telephone's page shows. */
export interface CallEvidence {
  /** The caller's number as the page shows it; empty where it is withheld. */
  number: string;
  state: 'ringing' | 'answered';
}
