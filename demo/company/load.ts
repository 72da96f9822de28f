import { parseByteSize } from '../../domain/byte-size.ts';
import type { Customer } from '../../domain/customer.ts';
import { type BulkLoader, bulkLoad } from '../../server/db/bulk-load.ts';
import { customerToRow } from '../../server/db/customer-row.ts';
import { hashPassword } from '../../server/db/passwords.ts';
import * as tables from '../../server/db/schema/index.ts';
import { createSampleCompany, type SampleCompany, type SampleOptions } from './sample-company.ts';
import type { SampleUser } from './staff.ts';
import type { SampleTicket } from './tickets.ts';

/** Customers that are held in memory at a time. */
const CHUNK = 2_000;

/** Fills an empty database of this schema version with the sample company, in one transaction. */
export async function loadSampleCompany(databaseUrl: string, options: SampleOptions = {}): Promise<void> {
  const sample = createSampleCompany(options);
  await bulkLoad(databaseUrl, async (loader) => {
    await loader.insert(tables.company, [companyToRow(sample)]);
    await loadStaff(loader, sample);
    await loader.insert(
      tables.workflows,
      sample.workflows.map(({ start, items, ...workflow }) => ({
        ...workflow,
        definition: { start, items },
      })),
    );
    await loader.insert(tables.ticketTypes, sample.types);
    await loader.insert(tables.opinionTemplates, sample.templates);
    await loader.insert(tables.contactChannels, sample.channels);
    await loader.insert(tables.hostRules, sample.hostRules);
    await loadCustomers(loader, sample.customers());
    await loadTickets(loader, sample.tickets);
  });
}

function companyToRow({ configuration }: SampleCompany): typeof tables.company.$inferInsert {
  const { company, holidays, limits, subjects, functions, alerts } = configuration;
  return {
    ...company,
    holidays: holidays.days,
    nationalHolidays: holidays.national,
    attachmentCeiling: parseByteSize(limits.attachment),
    ...{ subjects, functions, alerts },
  };
}

async function loadStaff(loader: BulkLoader, { staff }: SampleCompany): Promise<void> {
  await loader.insert(tables.responsibilityCenters, staff.centers);
  await loader.insert(tables.users, await Promise.all(staff.users.map(userToRow)));
  const memberships = staff.users.flatMap((user) =>
    user.centerIds.map((centerId) => ({ userId: user.id, centerId })),
  );
  await loader.insert(tables.userCenters, memberships);
}

async function userToRow({ password, role: _, centerIds: __, ...user }: SampleUser) {
  return { ...user, passwordHash: await hashPassword(password) };
}

async function loadCustomers(loader: BulkLoader, customers: Iterable<Customer>): Promise<void> {
  let chunk: Customer[] = [];
  const write = async () => {
    await loader.insert(tables.customers, chunk.map(customerToRow));
    await loader.insert(
      tables.contactPersons,
      chunk.flatMap((customer) => customer.contactPersons),
    );
    await loader.insert(
      tables.ownedProducts,
      chunk.flatMap(({ id, products }) =>
        products.map((product, position) => ({ ...product, customerId: id, position })),
      ),
    );
    chunk = [];
  };
  for (const customer of customers) {
    chunk.push(customer);
    if (chunk.length === CHUNK) await write();
  }
  await write();
}

async function loadTickets(loader: BulkLoader, tickets: readonly SampleTicket[]): Promise<void> {
  await loader.insert(tables.tickets, tickets.map(ticketToRow));
  await loader.insert(tables.opinions, tickets.flatMap(opinionsToRows));
  await loader.insert(
    tables.ticketEvents,
    tickets.flatMap(({ events }) => events.map((event) => ({ ...event, at: new Date(event.at) }))),
  );
  for (const [year, last] of lastSequences(tickets)) await loader.takeProtocols(year, last);
}

function ticketToRow({ ticket }: SampleTicket): typeof tables.tickets.$inferInsert {
  const { customer, nextContact, internalContact, product, workflow, ...others } = ticket;
  const { openedAt, lastOpinionAt, closedAt, watcherIds: _, links: __, ...rest } = others;
  return {
    ...rest,
    customerId: customer.id,
    openedAt: new Date(openedAt),
    productId: product?.id ?? null,
    productName: product?.name ?? null,
    productVersion: product?.version ?? null,
    internalContactUserId: internalContact?.userId ?? null,
    internalContactAt: internalContact === null ? null : new Date(internalContact.at),
    workflowId: workflow?.workflowId ?? null,
    workflowVersion: workflow?.version ?? null,
    workflowItem: workflow?.item ?? null,
    nextContactUserId: nextContact.userId,
    nextContactAt: nextContact.at === null ? null : new Date(nextContact.at),
    lastOpinionAt: new Date(lastOpinionAt),
    closedAt: closedAt === null ? null : new Date(closedAt),
  };
}

function opinionsToRows({ opinions }: SampleTicket): (typeof tables.opinions.$inferInsert)[] {
  return opinions.map(({ attachments: _, ...opinion }, index) => ({
    ...opinion,
    number: index + 1,
    startedAt: new Date(opinion.startedAt),
    endedAt: new Date(opinion.endedAt),
    confirmedAt: new Date(opinion.confirmedAt),
  }));
}

function lastSequences(tickets: readonly SampleTicket[]): Map<number, number> {
  const last = new Map<number, number>();
  for (const { ticket } of tickets) {
    const year = Number(ticket.protocol.slice(0, 4));
    last.set(year, Math.max(last.get(year) ?? 0, Number(ticket.protocol.slice(4, 12))));
  }
  return last;
}
