import type { CustomerSummary } from '../domain/customer.ts';
import type { Ticket } from '../domain/ticket.ts';

/** The customer of a ticket as far as the ticket says: what a draft for it begins with. */
export function summaryOfTicket(ticket: Ticket): CustomerSummary {
  const { id, code, name } = ticket.customer;
  return { id, code, name, tradeName: null, document: null, city: null, active: true };
}
