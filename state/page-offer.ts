import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { isSameCustomerCode } from '../domain/customer-code.ts';
import type { PageCustomer, PanelPorts } from './ports.ts';

/** The page is about another customer than the screen. */
export interface PageOffer {
  page: PageCustomer;
  /** Null until the name is known, or where the CRM does not know the code. */
  name: string | null;
}

/** Follows the page and the customer on screen; asks for the name only where they differ. */
export function createPageOffer(
  ports: Pick<PanelPorts, 'crm' | 'tab'>,
  customerOnScreen: ReadonlySignal<string | null>,
): { state: ReadonlySignal<PageOffer | null>; dispose(): void } {
  const state = signal<PageOffer | null>(null);
  let asked = 0;

  const nameOf = async (code: string): Promise<string | null> => {
    const kept = await ports.crm.keptCustomerByCode(code);
    if (kept !== null) return kept.value.name;
    const answer = await ports.crm.customerByCode(code);
    if (answer.ok) return answer.value.value.name;
    return (await ports.crm.knownByCode(code))?.value?.name ?? null;
  };

  const stop = effect(() => {
    const page = ports.tab.pageCustomer.value;
    const shown = customerOnScreen.value;
    asked += 1;
    if (page === null || shown === null || isSameCustomerCode(page.code, shown)) {
      state.value = null;
      return;
    }
    const mine = asked;
    state.value = { page, name: null };
    void nameOf(page.code).then((name) => {
      if (mine === asked) state.value = { page, name };
    });
  });

  return {
    state,
    dispose() {
      asked += 1;
      stop();
    },
  };
}
