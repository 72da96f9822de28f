import type { SampleCalendar } from './calendar.ts';
import { createRandom, type Random } from './random.ts';
import { RIO_PARDO_INDEX } from './rio-pardo.ts';
import { businessScenarios } from './texts/business-scenarios.ts';
import { fiscalScenarios } from './texts/fiscal-scenarios.ts';
import type { Scenario } from './texts/scenario.ts';
import { supportScenarios } from './texts/support-scenarios.ts';

const SCENARIOS: readonly Scenario[] = [...supportScenarios, ...fiscalScenarios, ...businessScenarios];

/** When an open ticket is due, seen from now. */
export type DueKind = 'overdue' | 'today' | 'soon' | 'far' | 'unassigned';

/** What a ticket is to become, before a word of it is written. */
export interface TicketPlan {
  customerIndex: number;
  /** Null: a rollout, told day by day. */
  scenario: Scenario | null;
  openedAt: number;
  /** Entries after the opening one. */
  followUps: number;
  /** Null: it is closed. */
  due: DueKind | null;
  /** Who has it, where it matters. */
  login: string | null;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Tickets of the sample company in the order in which they were opened. */
export function planTickets(about: {
  seed: number;
  calendar: SampleCalendar;
  customerIndexes: readonly number[];
  count: number;
}): TicketPlan[] {
  const { seed, calendar, customerIndexes, count } = about;
  const random = createRandom(seed, 'plans');
  const ago = (days: number) => calendar.now - days * DAY;
  const others = customerIndexes.filter((index) => index !== RIO_PARDO_INDEX);
  const busiest = others.slice(0, Math.ceil(count / 3));
  const plans = rioPardoPlans(random, calendar);
  const rollouts: [days: number, followUps: number][] = [
    [320, 420],
    [200, 150],
  ];
  for (const [days, followUps] of rollouts) {
    const customerIndex = random.pick(busiest.length > 0 ? busiest : [RIO_PARDO_INDEX]);
    const openedAt = calendar.officeTime(random, ago(days), ago(days - 3));
    plans.push({ customerIndex, scenario: null, openedAt, followUps, due: 'soon', login: null });
  }
  while (plans.length < count) {
    // The first ones call most: a few customers have long lists, most have one or two.
    const customerIndex = busiest[Math.floor(random.next() ** 2 * busiest.length)] ?? RIO_PARDO_INDEX;
    plans.push(
      random.chance(0.35)
        ? openPlan(random, calendar, customerIndex)
        : closedPlan(random, calendar, customerIndex),
    );
  }
  return plans.sort((one, other) => one.openedAt - other.openedAt);
}

function openPlan(random: Random, calendar: SampleCalendar, customerIndex: number): TicketPlan {
  const scenario = random.pick(SCENARIOS);
  const days = random.chance(0.6) ? random.integer(0, 6) : random.integer(7, 40);
  const openedAt = calendar.officeTime(
    random,
    calendar.now - days * DAY - DAY,
    calendar.now - days * DAY - HOUR,
  );
  const due = random.pick<DueKind>(['overdue', 'today', 'today', 'soon', 'soon', 'far', 'unassigned']);
  return {
    customerIndex,
    scenario,
    openedAt,
    followUps: days === 0 ? 0 : random.integer(0, scenario.followUps.length),
    due,
    login: null,
  };
}

function closedPlan(random: Random, calendar: SampleCalendar, customerIndex: number): TicketPlan {
  const scenario = random.pick(SCENARIOS);
  const days = random.integer(8, 400);
  const openedAt = calendar.officeTime(random, calendar.now - days * DAY, calendar.now - (days - 1) * DAY);
  return {
    customerIndex,
    scenario,
    openedAt,
    followUps: random.integer(1, scenario.followUps.length),
    due: null,
    login: null,
  };
}

/** The design's customer: one due today, one overdue, a proposal, a long rollout, and two dozen closed. */
function rioPardoPlans(random: Random, calendar: SampleCalendar): TicketPlan[] {
  const open = (name: string, days: number, due: DueKind, login: string): TicketPlan => {
    const scenario = SCENARIOS.find((one) => one.name === name) ?? null;
    const openedAt = calendar.officeTime(random, calendar.now - (days + 1) * DAY, calendar.now - days * DAY);
    return {
      customerIndex: RIO_PARDO_INDEX,
      scenario,
      openedAt,
      followUps: scenario?.followUps.length ?? 240,
      due,
      login,
    };
  };
  return [
    open('rejeicao-ncm', 1, 'today', 'jonas'),
    open('xml-lote', 12, 'overdue', 'caio'),
    open('proposta', 6, 'soon', 'bruna'),
    open('rollout', 280, 'soon', 'jonas'),
    ...Array.from({ length: 24 }, () => closedPlan(random, calendar, RIO_PARDO_INDEX)),
  ];
}
