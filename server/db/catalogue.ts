import { asc, sql } from 'drizzle-orm';
import type { ContactChannel } from '../../domain/contact-channel.ts';
import type { TicketType } from '../../domain/ticket-type.ts';
import type { Database } from './connect.ts';
import { contactChannels, ticketTypes } from './schema/index.ts';

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
