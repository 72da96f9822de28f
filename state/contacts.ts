import { computed, type ReadonlySignal } from '@preact/signals';
import type { ContactPerson, Customer, CustomerSummary, OwnedProduct } from '../domain/customer.ts';
import { withEdits } from '../domain/customer-edits.ts';
import type { CustomerView } from './customer-view.ts';
import { createReading, readyValue } from './loadable.ts';
import { pendingEditsOf } from './pending-edits.ts';
import type { PanelPorts } from './ports.ts';

/** Contact persons of a draft's customer: from the screen that shows that customer, else asked for; those on their way are among them. */
export interface ContactsModel {
  readonly persons: ReadonlySignal<ContactPerson[]>;
  /** The customer's record, where there is one: it says what has to be known before anything is written. */
  readonly record: ReadonlySignal<Customer | null>;
  /** Null while the record is not known here: the directory on this machine holds none. */
  readonly products: ReadonlySignal<OwnedProduct[] | null>;
  dispose(): void;
}

export function createContacts(
  customer: CustomerSummary,
  shown: CustomerView | null,
  { crm, outbox }: Pick<PanelPorts, 'crm' | 'outbox'>,
): ContactsModel {
  const isShown = shown?.summary.peek()?.id === customer.id;
  const reading = createReading(() => crm.customer(customer.id));
  if (!isShown) void reading.load();
  const state = () => (isShown && shown !== null ? shown.record.value : reading.state.value);
  return {
    record: computed(() => readyValue(state())),
    persons: computed(() => {
      const read = state();
      const known = isShown ? shown?.directory.value : null;
      const persons = readyValue(read)?.contactPersons ?? known?.value?.contactPersons ?? [];
      const asOf = read.kind === 'ready' ? read.asOf : (known?.asOf ?? NEVER);
      const own = persons.map((person) => ({ ...person, customerId: customer.id }));
      const edits = pendingEditsOf(outbox.entries.value, customer.id, asOf);
      return withEdits({ id: customer.id, contactPersons: own }, edits).contactPersons.filter(
        (person) => person.active,
      );
    }),
    products: computed(() => readyValue(state())?.products ?? null),
    dispose: reading.dispose,
  };
}

/** Whatever was asked for came after. */
const NEVER = '';
