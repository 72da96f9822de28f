import { effect, untracked } from '@preact/signals';
import type { CustomerInView } from './customer-in-view.ts';
import type { PageCustomer, PanelPorts } from './ports.ts';

export interface PageFollowing {
  ports: Pick<PanelPorts, 'tab'>;
  inView: CustomerInView;
  /** Whether there is text on screen that must stay there. */
  isWriting(): boolean;
  /** Leaves the screens over the tab, for a customer who is not theirs. */
  leaveAll(): Promise<boolean>;
}

/**
 * A panel in which nothing is being written follows the page; a text stays with its customer whatever the page does.
 * Returns the way to stop.
 */
export function followPage({ ports, inView, isWriting, leaveAll }: PageFollowing): () => void {
  const follow = (page: PageCustomer | null) => {
    if (page === null) {
      if (inView.shown.peek()?.page != null) inView.showNone();
      return;
    }
    if (!inView.isAbout(page.code)) void leaveAll();
    inView.showPage(page);
  };

  let pageCode: string | null = null;
  return effect(() => {
    const page = ports.tab.pageCustomer.value;
    untracked(() => {
      const moved = page?.code !== pageCode;
      pageCode = page?.code ?? null;
      if (isWriting()) return;
      // New evidence for the same code is no reason to leave a customer that the agent chose meanwhile.
      if (moved || inView.shown.peek()?.page?.code === page?.code) follow(page);
    });
  });
}
