import type { CustomerSummary } from '../domain/customer.ts';
import type { Ticket } from '../domain/ticket.ts';

/** The customer of a ticket as far as the ticket says: what a draft for it begins with. */
export function summaryOfTicket(ticket: Ticket): CustomerSummary {
  return { ...ticket.customer, tradeName: null, document: null, city: null };
}
