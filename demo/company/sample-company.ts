import type { Company } from '../../domain/company.ts';
import type { CompanyRule } from '../../domain/company-rule.ts';
import type { ContactChannel } from '../../domain/contact-channel.ts';
import type { Customer } from '../../domain/customer.ts';
import type { TicketType } from '../../domain/ticket-type.ts';
import type { Workflow } from '../../domain/workflow.ts';
import { createSampleCalendar, SAMPLE_TIME_ZONE } from './calendar.ts';
import { createContactChannels, createTicketTypes } from './catalogue.ts';
import { createSampleCustomer } from './customers.ts';
import { createHostRules } from './host-rules.ts';
import { planTickets } from './plans.ts';
import { RIO_PARDO_INDEX } from './rio-pardo.ts';
import { createSampleStaff, type SampleStaff } from './staff.ts';
import { createSampleTickets, type SampleTicket } from './tickets.ts';
import { createWorkflows } from './workflows.ts';

export const SAMPLE_SEED = 318;
export const SAMPLE_CUSTOMERS = 500;
const SAMPLE_TICKETS = 480;

export interface SampleOptions {
  /** Same seed, same company. */
  seed?: number | undefined;
  /** How many customers; the design's own is always among them. */
  customers?: number | undefined;
  /** The moment that its tickets are dated around. */
  now?: Date | undefined;
}

/** A whole fictitious company: a software house in Ribeirão Preto that supports its customers. */
export interface SampleCompany {
  company: Company;
  staff: SampleStaff;
  types: TicketType[];
  workflows: Workflow[];
  channels: ContactChannel[];
  hostRules: CompanyRule[];
  /** Made one by one while they are read: there may be many. */
  customers(): Iterable<Customer>;
  tickets: SampleTicket[];
}

export function createSampleCompany(options: SampleOptions = {}): SampleCompany {
  const { seed = SAMPLE_SEED, customers: count = SAMPLE_CUSTOMERS, now = new Date() } = options;
  const calendar = createSampleCalendar(now);
  const staff = createSampleStaff(seed);
  const workflows = createWorkflows(seed, staff);
  const types = createTicketTypes(seed, staff, workflows);
  const channels = createContactChannels(seed);
  const customerIndexes = sampleIndexes(count);
  const customer = (index: number) => createSampleCustomer(seed, index);
  const plans = planTickets({ seed, calendar, customerIndexes, count: SAMPLE_TICKETS });
  return {
    company: {
      name: 'Aurora Sistemas de Gestão',
      timeZone: SAMPLE_TIME_ZONE,
      areaCode: '16',
      holidays: calendar.holidays,
      sellsServices: true,
    },
    staff,
    types,
    workflows,
    channels,
    hostRules: createHostRules(seed),
    *customers() {
      for (const index of customerIndexes) yield customer(index);
    },
    tickets: createSampleTickets(plans, { seed, calendar, staff, types, workflows, channels, customer }),
  };
}

/** Places of the customers: 1 to `count`, and 318 in any case. */
export function sampleIndexes(count: number): number[] {
  const indexes = Array.from({ length: count }, (_, index) => index + 1);
  if (count < RIO_PARDO_INDEX) indexes[count - 1] = RIO_PARDO_INDEX;
  return indexes;
}
