import { type Browser, browser } from 'wxt/browser';
import { PAGES, type PanelEvent, panelEventSchema, type TabContext } from '../messaging/panel-events.ts';

/** Tells the panels of a tab that its context changed. Nobody listening is no failure: they ask when they come. */
export async function tellPanels(tabId: number, context: TabContext): Promise<void> {
  const event: PanelEvent = { to: PAGES, tabId, context };
  await send(() => browser.runtime.sendMessage(event));
  // In Firefox a frame inside of a page hears only what is said to its tab. The scripts in the page hear it too, and it means nothing to them.
  if (import.meta.env.FIREFOX) await send(() => browser.tabs.sendMessage(tabId, event));
}

async function send(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch {
    // The browser rejects when no page of ours is open.
  }
}

/** Follows what the background tells the panels of this tab; returns how to stop. */
export function onPanelEvent(listener: (event: PanelEvent) => void): () => void {
  const receive = (message: unknown, sender: Browser.runtime.MessageSender): undefined => {
    // The background stands in no tab. What comes from one, a content script's too, says nothing to panels.
    if (sender.id !== browser.runtime.id || sender.tab !== undefined) return;
    const event = panelEventSchema.safeParse(message);
    if (event.success) listener(event.data);
  };
  browser.runtime.onMessage.addListener(receive);
  return () => browser.runtime.onMessage.removeListener(receive);
}
