import { type ReadonlySignal, signal } from '@preact/signals';
import type { CustomerSummary } from '../domain/customer.ts';
import type { Instant } from '../domain/instant.ts';
import type { Problem } from '../domain/result.ts';
import type { CrmReader } from './ports.ts';

/** Time that the last key has to be old before the server is asked, in milliseconds. */
const DEBOUNCE = 160;

/** Search of a customer by code, name, document, phone or e-mail. A newer query cancels the older one. */
export interface CustomerSearch {
  readonly query: ReadonlySignal<string>;
  readonly results: ReadonlySignal<CustomerSummary[]>;
  readonly busy: ReadonlySignal<boolean>;
  readonly problem: ReadonlySignal<Problem | null>;
  /** Query whose results are shown; null before the first answer. */
  readonly answered: ReadonlySignal<string | null>;
  /** Of when the results are, where this machine answered and not the server; null where the server did. */
  readonly fromMachine: ReadonlySignal<Instant | null>;
  type(query: string): void;
  /** Asks at once, without waiting for the debounce. */
  now(): Promise<void>;
  dispose(): void;
}

export function createCustomerSearch(crm: Pick<CrmReader, 'searchCustomers'>): CustomerSearch {
  const query = signal('');
  const results = signal<CustomerSummary[]>([]);
  const busy = signal(false);
  const problem = signal<Problem | null>(null);
  const answered = signal<string | null>(null);
  const fromMachine = signal<Instant | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | null = null;

  const stop = () => {
    clearTimeout(timer);
    running?.abort();
    running = null;
  };

  const ask = async () => {
    stop();
    const asked = query.peek().trim();
    if (asked === '') return;
    const mine = new AbortController();
    running = mine;
    busy.value = true;
    const answer = await crm.searchCustomers(asked, mine.signal);
    if (running !== mine) return;
    running = null;
    busy.value = false;
    problem.value = answer.ok ? null : answer.error;
    if (!answer.ok) return;
    results.value = answer.value.value;
    fromMachine.value = answer.value.stale ? answer.value.asOf : null;
    answered.value = asked;
  };

  return {
    query,
    results,
    busy,
    problem,
    answered,
    fromMachine,
    type(text) {
      query.value = text;
      stop();
      if (text.trim() === '') {
        results.value = [];
        answered.value = null;
        fromMachine.value = null;
        busy.value = false;
        problem.value = null;
        return;
      }
      busy.value = true;
      timer = setTimeout(ask, DEBOUNCE);
    },
    now: ask,
    dispose: stop,
  };
}
