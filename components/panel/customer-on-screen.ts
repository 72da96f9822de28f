import { isSameCustomerCode } from '../../domain/customer-code.ts';
import type { Panel } from '../../state/panel.ts';
import type { PageCustomer } from '../../state/ports.ts';

/** What the header says: whose screen this is. */
export interface HeaderCustomer {
  /** Null while the record is on its way. */
  name: string | null;
  code: string;
  /** Evidence, where this customer is the one of the page. */
  page: PageCustomer | null;
  confirmed: boolean;
  /** There is no name to wait for: the CRM does not have the code, or could not be asked. */
  isUnknown: boolean;
}

/** The customer of the top screen: of the text or ticket on it, else the one that the tab is about. */
export function headerCustomer(panel: Panel): HeaderCustomer | null {
  const shown = panel.shown.value;
  const screen = panel.navigation.screen.value;
  const owner =
    screen.kind === 'newTicket'
      ? screen.open.writing.draft.value.customer
      : screen.kind === 'ticket'
        ? screen.ticket.customer
        : screen.kind === 'record'
          ? (screen.form.shown.value ?? screen.form.customer)
          : null;
  if (owner !== null) {
    const isShown = shown !== null && isSameCustomerCode(shown.code, owner.code);
    return {
      name: owner.name,
      code: owner.code,
      page: isShown ? shown.page : null,
      confirmed: isShown ? shown.confirmed : true,
      isUnknown: false,
    };
  }
  if (shown === null) return null;
  const view = panel.customer.value;
  const state = view?.record.value;
  const known = view?.summary.value ?? shown.known;
  return {
    name: known?.name ?? null,
    code: known?.code ?? shown.code,
    page: shown.page,
    confirmed: shown.confirmed,
    isUnknown: state?.kind === 'failed' && known === null,
  };
}
