import { effect, signal } from '@preact/signals';
import type { Requester } from '../messaging/message.ts';
import type { TabContext } from '../messaging/panel-events.ts';
import type { PanelRequests } from '../messaging/panel-requests.ts';
import type { CallPort, TabCall, TabContextPort } from '../state/ports.ts';
import { watchFrameSight } from './frame-sight.ts';
import { onPanelEvent } from './panel-events.ts';
import { shootPage } from './shoot-page.ts';

/** The tab that this panel stands in, and what it was told of calls. */
export type TabPort = TabContextPort & Pick<CallPort, 'current' | 'isCard'>;

/** The tab that this panel stands in. It asks once, and is told of every change after. */
export function createTabPort(ask: Requester<PanelRequests>): TabPort {
  const pageCustomer = signal<TabContext['pageCustomer']>(null);
  const visible = signal(false);
  const current = signal<TabCall | null>(null);
  const isCard = signal(false);
  const sight = watchFrameSight();
  /** What the dock says where the frame itself cannot know. */
  let covered = false;
  let tabId: number | null = null;
  let shown = false;
  const early: { tabId: number; context: TabContext }[] = [];
  onPanelEvent((event) => {
    if (tabId === null) early.push(event);
    else if (event.tabId === tabId) take(event.context);
  });
  void ask('tab.hello', {}).then((hello) => {
    if (!hello.ok) return;
    tabId = hello.value.tabId;
    // What was told while the answer was on its way is newer than the answer.
    take(early.filter((event) => event.tabId === tabId).at(-1)?.context ?? hello.value.context);
    early.length = 0;
  });

  function take(context: TabContext): void {
    // A page that shows the same customer again, with the same reasons, changes nothing on screen.
    if (JSON.stringify(pageCustomer.peek()) !== JSON.stringify(context.pageCustomer)) {
      pageCustomer.value = context.pageCustomer;
    }
    const { call = null, card = false } = context;
    if (JSON.stringify(current.peek()) !== JSON.stringify(call)) current.value = call;
    isCard.value = card;
    covered = context.covered === true;
    shown = context.visible;
    if (!shown) visible.value = false;
    // Painted first, then told: what follows of it (the times, the focus, asking the server) must not delay the first picture.
    else if (!visible.peek()) requestAnimationFrame(() => setTimeout(tellShown));
  }
  function tellShown(): void {
    visible.value = shown;
  }
  effect(() => sight?.follow(visible.value || isCard.value));

  return {
    pageCustomer,
    visible,
    current,
    isCard,
    refuses(event) {
      if (!event.isTrusted) return 'not-by-hand';
      return (sight?.isCovered() ?? covered) ? 'covered' : null;
    },
    async dismiss() {
      const code = pageCustomer.peek()?.code;
      if (code !== undefined) await ask('tab.dismiss', { code });
    },
    async close() {
      await ask('tab.close', {});
    },
    shoot: (onWait) => shootPage(ask, onWait),
    async openOptions(section) {
      await ask('tab.openOptions', { section });
    },
  };
}
