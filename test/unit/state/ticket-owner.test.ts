import { expect, test } from 'vitest';
import { ticketFromCommand } from '../../../state/local-ticket.ts';
import { summaryOfTicket } from '../../../state/ticket-owner.ts';
import { aWrittenDraft, draftToTestCommands } from '../../support/crm/words.ts';
import { anEntry, aTicket, rioPardoSummary } from '../../support/screens/fixtures.ts';

test.each([true, false])('a ticket says whether its customer is active: %s', (active) => {
  const ticket = aTicket(1, 'Um atendimento');
  expect(summaryOfTicket({ ...ticket, customer: { ...ticket.customer, active } }).active).toBe(active);
  const [command] = draftToTestCommands(aWrittenDraft('ainda aqui'));
  const entry = anEntry(2, 'ainda aqui', { customer: { ...rioPardoSummary, active } });
  const local = ticketFromCommand({ ...entry, command: command ?? entry.command });
  expect(local?.customer.active).toBe(active);
});
