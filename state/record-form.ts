import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { isCustomerCommand } from '../domain/command.ts';
import {
  type ContactPerson,
  type Customer,
  type CustomerSummary,
  toCustomerSummary,
} from '../domain/customer.ts';
import type { CreateContactPerson } from '../domain/customer-commands.ts';
import { changedFields, withEdits } from '../domain/customer-edits.ts';
import { createId } from '../domain/id.ts';
import { err, ok, type Problem, type Result } from '../domain/result.ts';
import { createReading, type Loadable, readyValue } from './loadable.ts';
import { pendingEditsOf } from './pending-edits.ts';
import type { PanelPorts } from './ports.ts';
import {
  customerToFields,
  NO_PERSON,
  type PersonFields,
  personChange,
  personToFields,
  type RecordFields,
  recordChange,
} from './record-fields.ts';
import { writerOf } from './writer.ts';

/** A contact person that is being written. */
export interface PersonForm {
  /** Null for a new one. */
  base: ContactPerson | null;
  fields: PersonFields;
}

/** One customer's record on screen, and what is being changed of it. What is typed stays until it is saved or undone. */
export interface RecordForm {
  readonly customer: CustomerSummary;
  readonly record: ReadonlySignal<Loadable<Customer>>;
  /** The record with what is on its way to the server. */
  readonly shown: ReadonlySignal<Customer | null>;
  /** Null while there is no record. */
  readonly fields: ReadonlySignal<RecordFields | null>;
  readonly isDirty: ReadonlySignal<boolean>;
  readonly person: ReadonlySignal<PersonForm | null>;
  /** Of the last try to save; `field` as the form names it. */
  readonly problem: ReadonlySignal<Problem | null>;
  load(): Promise<void>;
  change(fields: Partial<RecordFields>): void;
  undo(): void;
  /** Queues the change; false where nothing differs. */
  save(): Promise<Result<boolean>>;
  openPerson(person: ContactPerson | null): void;
  changePerson(fields: Partial<PersonFields>): void;
  closePerson(): void;
  savePerson(): Promise<Result<boolean>>;
  dispose(): void;
}

type Ports = Pick<PanelPorts, 'crm' | 'outbox' | 'session' | 'changed'>;

export function createRecordForm(customer: CustomerSummary, ports: Ports): RecordForm {
  const reading = createReading(() => ports.crm.customerByCode(customer.code));
  const shown = computed(() => {
    const state = reading.state.value;
    if (state.kind !== 'ready') return null;
    return withEdits(state.value, pendingEditsOf(ports.outbox.entries.value, state.value.id, state.asOf));
  });
  /** What is being changed, and the record as it was when that began. */
  const editing = signal<{ base: Customer; fields: RecordFields } | null>(null);
  const person = signal<PersonForm | null>(null);
  const problem = signal<Problem | null>(null);
  const areaCode = () => writerOf(ports.session.state.peek()).company.areaCode;
  const stops: (() => void)[] = [];

  const refuse = <T>(refused: Problem): Result<T> => {
    problem.value = refused;
    return err(refused);
  };

  const follow = () => {
    const confirmed = computed(() =>
      ports.outbox.entries.value
        .filter(({ state, command }) => state === 'confirmed' && isCustomerCommand(command))
        .map(({ id }) => id)
        .join(' '),
    );
    let before = confirmed.peek();
    stops.push(
      effect(() => {
        const now = confirmed.value;
        if (now === before) return;
        before = now;
        void reading.load();
      }),
      effect(() => {
        if (ports.changed.value?.customers.includes(customer.id) === true) void reading.load();
      }),
    );
  };
  follow();

  const isDirty = computed(
    () =>
      editing.value !== null &&
      changedFields(customerToFields(editing.value.base), editing.value.fields) !== null,
  );
  const about = () => ({
    customer:
      readyValue(reading.state.peek()) === null ? customer : toCustomerSummary(shown.peek() ?? customer),
    title: shown.peek()?.name ?? customer.name,
  });

  return {
    customer,
    record: reading.state,
    shown,
    fields: computed(
      () => editing.value?.fields ?? (shown.value === null ? null : customerToFields(shown.value)),
    ),
    isDirty,
    person,
    problem,
    load: reading.load,
    change(fields) {
      const base = editing.peek()?.base ?? shown.peek();
      if (base === null) return;
      problem.value = null;
      editing.value = { base, fields: { ...(editing.peek()?.fields ?? customerToFields(base)), ...fields } };
    },
    undo() {
      problem.value = null;
      editing.value = null;
    },
    save: onceAtATime(saveRecord),
    openPerson(base) {
      problem.value = null;
      person.value = { base, fields: base === null ? NO_PERSON : personToFields(base) };
    },
    changePerson(fields) {
      const open = person.peek();
      if (open === null) return;
      problem.value = null;
      person.value = { ...open, fields: { ...open.fields, ...fields } };
    },
    closePerson() {
      problem.value = null;
      person.value = null;
    },
    savePerson: onceAtATime(saveOpenPerson),
    dispose() {
      for (const stop of stops) stop();
      reading.dispose();
    },
  };

  async function saveRecord(): Promise<Result<boolean>> {
    const open = editing.peek();
    if (open === null) return ok(false);
    const change = recordChange(open.fields, open.base, areaCode());
    if (!change.ok) return refuse(change.error);
    if (change.value !== null) {
      const command = {
        kind: 'editCustomer' as const,
        ...{ id: createId(), customerId: open.base.id, ...change.value },
      };
      const accepted = await ports.outbox.acceptAct(command, about());
      if (!accepted.ok) return refuse(accepted.error);
    }
    problem.value = null;
    const now = editing.peek();
    const base = { ...open.base, ...change.value?.after };
    // What was typed while it was being queued is the beginning of the next change.
    editing.value = now === open || now === null ? null : { base, fields: now.fields };
    return ok(change.value !== null);
  }

  async function saveOpenPerson(): Promise<Result<boolean>> {
    const open = person.peek();
    if (open === null) return ok(false);
    const change = personChange(open.fields, open.base, areaCode());
    if (!change.ok) return refuse({ ...change.error, field: `contact.${change.error.field}` });
    if (change.value !== null) {
      const { before, after } = change.value;
      const accepted = await ports.outbox.acceptAct(
        open.base === null
          ? newPerson(customer.id, after)
          : {
              kind: 'editContactPerson',
              ...{ id: createId(), customerId: customer.id, contactPersonId: open.base.id },
              ...{ before, after },
            },
        about(),
      );
      if (!accepted.ok) return refuse(accepted.error);
    }
    problem.value = null;
    person.value = null;
    return ok(change.value !== null);
  }
}

/** A key that is pressed again while a change is being queued does not queue it twice: both get the one answer. */
function onceAtATime<T>(act: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | null = null;
  return () => {
    underWay ??= act().finally(() => {
      underWay = null;
    });
    return underWay;
  };
}

/** The command that saves a contact person who was checked. */
export function newPerson(
  customerId: string,
  fields: Partial<Omit<CreateContactPerson, 'kind' | 'id' | 'customerId'>>,
): CreateContactPerson {
  return {
    kind: 'createContactPerson',
    id: createId(),
    customerId,
    name: fields.name ?? '',
    role: fields.role ?? null,
    phone: fields.phone ?? null,
    extension: fields.extension ?? null,
    sharedPhone: fields.sharedPhone ?? false,
    email: fields.email ?? null,
  };
}
