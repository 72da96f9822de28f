import { useEffect, useMemo } from 'preact/hooks';
import type { CustomerSummary } from '../../domain/customer.ts';
import { createContacts } from '../../state/contacts.ts';
import { usePanel } from '../panel/panel-context.ts';

/** The customer's contact persons, for as long as the form is on screen. */
export function useContacts(customer: CustomerSummary) {
  const panel = usePanel();
  const contacts = useMemo(
    () => createContacts(customer, panel.customer.peek(), panel.ports),
    [panel, customer.id],
  );
  useEffect(() => () => contacts.dispose(), [contacts]);
  return contacts;
}
