import type { CustomerSummary } from '../domain/customer.ts';
import type { PanelPorts } from './ports.ts';
import { createRecordForm, type RecordForm } from './record-form.ts';

/** The records on screen. One that was left with something typed is found again as it was. */
export interface RecordForms {
  open(customer: CustomerSummary): RecordForm;
  /** Its screen is gone. */
  leave(form: RecordForm): void;
  dispose(): void;
}

export function createRecordForms(
  ports: Pick<PanelPorts, 'crm' | 'outbox' | 'session' | 'changed'>,
): RecordForms {
  const kept = new Map<string, RecordForm>();
  return {
    open(customer) {
      const form = kept.get(customer.id) ?? createRecordForm(customer, ports);
      kept.set(customer.id, form);
      void form.load();
      return form;
    },
    leave(form) {
      if (form.isDirty.peek() || form.person.peek() !== null) return;
      kept.delete(form.customer.id);
      form.dispose();
    },
    dispose() {
      for (const form of kept.values()) form.dispose();
    },
  };
}
