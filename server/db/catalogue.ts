import { asc, sql } from 'drizzle-orm';
import type { CompanyRule } from '../../domain/company-rule.ts';
import type { ContactChannel } from '../../domain/contact-channel.ts';
import type { TicketType } from '../../domain/ticket-type.ts';
import type { Database } from './connect.ts';
import { contactChannels, hostRules, ticketTypes } from './schema/index.ts';

/** The whole tree in order of number: `1.10` comes after `1.9`. */
export async function listTicketTypes(database: Database): Promise<TicketType[]> {
  return database.select().from(ticketTypes).orderBy(sql`string_to_array(${ticketTypes.number}, '.')::int[]`);
}

export async function listContactChannels(database: Database): Promise<ContactChannel[]> {
  return database
    .select()
    .from(contactChannels)
    .orderBy(asc(contactChannels.position), asc(contactChannels.name));
}

/** Ties of position are broken by id, so that every client has the same order. */
export async function listHostRules(database: Database): Promise<CompanyRule[]> {
  return database.select().from(hostRules).orderBy(asc(hostRules.position), asc(hostRules.id));
}
