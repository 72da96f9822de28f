import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { createId } from '../domain/id.ts';
import type { PeriodContext } from '../domain/period-words.ts';
import type { Problem, Result } from '../domain/result.ts';
import {
  criteriaToFilters,
  isSearchEmpty,
  type SavedSearch,
  type SearchCriteria,
} from '../domain/saved-search.ts';
import { createReading, type Loadable } from './loadable.ts';
import type { CrmReader, FoundTickets } from './ports.ts';

/** Time that the last key has to be old before the server is asked, in milliseconds. */
const DEBOUNCE = 250;

/** Search of tickets by words and filters, and the searches that the user keeps. A newer question takes the place of an older one. */
export interface TicketSearch {
  readonly criteria: ReadonlySignal<SearchCriteria>;
  readonly isEmpty: ReadonlySignal<boolean>;
  /** What was found for the criteria that were asked last; null before the first answer. */
  readonly found: ReadonlySignal<FoundTickets | null>;
  readonly busy: ReadonlySignal<boolean>;
  readonly problem: ReadonlySignal<Problem | null>;
  readonly saved: ReadonlySignal<Loadable<SavedSearch[]>>;
  type(query: string): void;
  /** Sets filters, or takes away those that are undefined, and asks at once. */
  filter(criteria: Omit<SearchCriteria, 'query'>): void;
  /** Asks what a kept search asks. */
  run(search: SavedSearch): void;
  clear(): void;
  /** Asks at once, without waiting for the debounce; resolves with the answer. */
  now(): Promise<void>;
  /** Adds the next page. */
  more(): Promise<void>;
  loadSaved(): Promise<void>;
  save(name: string): Promise<Result<SavedSearch>>;
  /** Keeps again what was deleted. */
  restore(search: SavedSearch): Promise<Result<SavedSearch>>;
  remove(id: string): Promise<Result<void>>;
  dispose(): void;
}

type Crm = Pick<CrmReader, 'searchTickets' | 'savedSearches' | 'saveSearch' | 'deleteSavedSearch'>;

export function createTicketSearch(crm: Crm, context: () => PeriodContext): TicketSearch {
  const criteria = signal<SearchCriteria>({});
  const found = signal<FoundTickets | null>(null);
  const busy = signal(false);
  const problem = signal<Problem | null>(null);
  const reading = createReading(() => crm.savedSearches());
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waits = false;
  let asked = 0;

  const stop = () => {
    clearTimeout(timer);
    waits = false;
    asked += 1;
  };

  const ask = async () => {
    stop();
    const mine = asked;
    const filters = criteriaToFilters(criteria.peek(), context());
    if (filters === null || isSearchEmpty(criteria.peek())) {
      found.value = null;
      problem.value = null;
      busy.value = false;
      return;
    }
    busy.value = true;
    const answer = await crm.searchTickets(filters);
    if (mine !== asked) return;
    busy.value = false;
    problem.value = answer.ok ? null : answer.error;
    found.value = answer.ok ? answer.value.value : null;
  };

  const set = (next: SearchCriteria) => {
    criteria.value = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined));
  };

  const keep = async (search: SavedSearch) => {
    const answer = await crm.saveSearch(search);
    if (answer.ok) await reading.load();
    return answer;
  };

  return {
    criteria,
    isEmpty: computed(() => isSearchEmpty(criteria.value)),
    found,
    busy,
    problem,
    saved: reading.state,
    type(query) {
      stop();
      set({ ...criteria.peek(), query: query === '' ? undefined : query });
      if (isSearchEmpty(criteria.peek())) {
        void ask();
        return;
      }
      busy.value = true;
      waits = true;
      timer = setTimeout(ask, DEBOUNCE);
    },
    filter(filters) {
      set({ ...criteria.peek(), ...filters });
      void ask();
    },
    run(search) {
      set(search.criteria);
      void ask();
    },
    clear() {
      set({});
      void ask();
    },
    // Enter right after typing means what was typed; what is already on its way is not asked again.
    now: async () => {
      if (waits || found.peek() === null) await ask();
    },
    async more() {
      const shown = found.peek();
      const filters = criteriaToFilters(criteria.peek(), context());
      if (shown === null || shown.next === null || filters === null || busy.peek()) return;
      stop();
      const mine = asked;
      busy.value = true;
      const answer = await crm.searchTickets(filters, shown.next);
      if (mine !== asked) return;
      busy.value = false;
      problem.value = answer.ok ? null : answer.error;
      if (answer.ok)
        found.value = { ...answer.value.value, items: [...shown.items, ...answer.value.value.items] };
    },
    loadSaved: reading.load,
    save: (name) => keep({ id: createId(), name, criteria: criteria.peek() }),
    restore: keep,
    async remove(id) {
      const answer = await crm.deleteSavedSearch(id);
      if (answer.ok) reading.update((searches) => searches.filter((search) => search.id !== id));
      return answer;
    },
    dispose() {
      stop();
      reading.dispose();
    },
  };
}
