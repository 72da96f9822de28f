import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { CustomerSummary } from '../domain/customer.ts';
import { isSameCustomerCode } from '../domain/customer-code.ts';
import { type CustomerView, createCustomerView } from './customer-view.ts';
import type { PageCustomer, PanelPorts } from './ports.ts';
import { type ShownCustomer, shownByChoice, shownFromPage } from './shown-customer.ts';

/** The customer that the tab "Cliente" is about, with everything that is read of it. */
export interface CustomerInView {
  readonly shown: ReadonlySignal<ShownCustomer | null>;
  readonly view: ReadonlySignal<CustomerView | null>;
  /** True while the agent has to say whether the offered customer is the right one before going on. */
  readonly asksToConfirm: ReadonlySignal<boolean>;
  isAbout(code: string): boolean;
  showPage(page: PageCustomer): void;
  showChosen(customer: CustomerSummary): void;
  showNone(): void;
  ask(): void;
  /** The agent says that it is this one; true where something waited for that. */
  confirm(): boolean;
  dispose(): void;
}

export function createCustomerInView(
  ports: Pick<PanelPorts, 'crm' | 'drafts' | 'outbox' | 'changed'>,
): CustomerInView {
  const shown = signal<ShownCustomer | null>(null);
  const view = signal<CustomerView | null>(null);
  const asksToConfirm = signal(false);
  const confirmedCodes: string[] = [];

  const isAbout = (code: string) => {
    const current = shown.peek();
    return current !== null && isSameCustomerCode(current.code, code);
  };

  const show = (next: ShownCustomer | null) => {
    const before = shown.peek();
    const isSame = next !== null && isAbout(next.code);
    batch(() => {
      shown.value = isSame && next.known === null ? { ...next, known: before?.known ?? null } : next;
      asksToConfirm.value = false;
      if (isSame) return;
      view.peek()?.dispose();
      view.value = next === null ? null : createCustomerView(next.code, next.known, ports);
    });
    if (!isSame) void view.peek()?.load();
  };

  return {
    shown,
    view,
    asksToConfirm,
    isAbout,
    showPage: (page) => show(shownFromPage(page, confirmedCodes)),
    showChosen: (customer) => show(shownByChoice(customer)),
    showNone: () => show(null),
    ask() {
      asksToConfirm.value = true;
    },
    confirm() {
      const current = shown.peek();
      const waited = asksToConfirm.peek();
      asksToConfirm.value = false;
      if (current === null) return false;
      confirmedCodes.push(current.code);
      shown.value = { ...current, confirmed: true };
      return waited;
    },
    dispose: () => view.peek()?.dispose(),
  };
}
