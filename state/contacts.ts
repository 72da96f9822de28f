import { computed, type ReadonlySignal } from '@preact/signals';
import type { ContactPerson, CustomerSummary } from '../domain/customer.ts';
import type { CustomerView } from './customer-view.ts';
import { createReading, readyValue } from './loadable.ts';
import type { CrmReader } from './ports.ts';

/** Contact persons of a draft's customer: from the screen that shows that customer, else asked for. */
export interface ContactsModel {
  readonly persons: ReadonlySignal<ContactPerson[]>;
  dispose(): void;
}

export function createContacts(
  customer: CustomerSummary,
  shown: CustomerView | null,
  crm: Pick<CrmReader, 'customer'>,
): ContactsModel {
  const isShown = shown?.summary.peek()?.id === customer.id;
  const reading = createReading(() => crm.customer(customer.id));
  if (!isShown) void reading.load();
  return {
    persons: computed(() => {
      const record =
        isShown && shown !== null
          ? (readyValue(shown.record.value) ?? shown.directory.value?.value)
          : readyValue(reading.state.value);
      const persons = record?.contactPersons ?? [];
      return persons
        .filter((person) => person.active)
        .map((person) => ({ ...person, customerId: customer.id }));
    }),
    dispose: reading.dispose,
  };
}
