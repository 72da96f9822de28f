import type { Company } from '../../domain/company.ts';
import type { CompanyRule } from '../../domain/company-rule.ts';
import type { ContactChannel } from '../../domain/contact-channel.ts';
import type { Customer } from '../../domain/customer.ts';
import { companyHolidays } from '../../domain/holidays.ts';
import type { TicketType } from '../../domain/ticket-type.ts';
import type { Workflow } from '../../domain/workflow.ts';
import { createSampleCalendar } from './calendar.ts';
import { createContactChannels, createTicketTypes } from './catalogue.ts';
import { readSampleConfiguration, type SampleConfiguration } from './company-file.ts';
import { createSampleCustomer } from './customers.ts';
import { createHostRules } from './host-rules.ts';
import { planTickets } from './plans.ts';
import { RIO_PARDO_INDEX } from './rio-pardo.ts';
import { createSampleStaff, type SampleStaff } from './staff.ts';
import { createTemplates, type SampleTemplate } from './templates.ts';
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
  /** The file that it is made from. */
  configuration: SampleConfiguration;
  company: Company;
  staff: SampleStaff;
  types: TicketType[];
  workflows: Workflow[];
  templates: SampleTemplate[];
  channels: ContactChannel[];
  hostRules: CompanyRule[];
  /** Made one by one while they are read: there may be many. */
  customers(): Iterable<Customer>;
  tickets: SampleTicket[];
}

export function createSampleCompany(options: SampleOptions = {}): SampleCompany {
  const { seed = SAMPLE_SEED, customers: count = SAMPLE_CUSTOMERS, now = new Date() } = options;
  const calendar = createSampleCalendar(now);
  const configuration = readSampleConfiguration();
  const staff = createSampleStaff(seed, configuration);
  const workflows = createWorkflows(seed, staff, configuration.workflows);
  const types = createTicketTypes(seed, staff, configuration.types, workflows);
  const channels = createContactChannels(seed, configuration.channels);
  const customerIndexes = sampleIndexes(count);
  const customer = (index: number) => createSampleCustomer(seed, index);
  const plans = planTickets({ seed, calendar, customerIndexes, count: SAMPLE_TICKETS });
  return {
    configuration,
    company: {
      ...configuration.company,
      holidays: companyHolidays(
        { holidays: configuration.holidays.days, nationalHolidays: configuration.holidays.national },
        now,
      ),
    },
    staff,
    types,
    workflows,
    templates: createTemplates(seed, types, configuration.templates),
    channels,
    hostRules: createHostRules(seed, configuration.hostRules),
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
