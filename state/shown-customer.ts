import type { CustomerSummary } from '../domain/customer.ts';
import { isSameCustomerCode } from '../domain/customer-code.ts';
import type { PageCustomer } from './ports.ts';

/** The customer at the head of the panel, and who said so. */
export interface ShownCustomer {
  code: string;
  /** What is known before the server answers. */
  known: CustomerSummary | null;
  /** Evidence of the page; null where the agent chose. */
  page: PageCustomer | null;
  /** Whether a new ticket may be opened without asking: certain, chosen, or confirmed by the agent. */
  confirmed: boolean;
}

/** The customer that a page is about, as far as the page can say. */
export function shownFromPage(page: PageCustomer, confirmedCodes: readonly string[]): ShownCustomer {
  const confirmed =
    page.certainty === 'certain' || confirmedCodes.some((code) => isSameCustomerCode(code, page.code));
  return { code: page.code, known: null, page, confirmed };
}

/** A customer that the agent chose by search, from the queue or from a draft. */
export function shownByChoice(customer: CustomerSummary): ShownCustomer {
  return { code: customer.code, known: customer, page: null, confirmed: true };
}
