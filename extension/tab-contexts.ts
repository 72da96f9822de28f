import type { TabContext } from '../messaging/panel-events.ts';

/**
 * Which customer each tab is about and whether its panel is shown: filled by what the loaders report, kept so that it
 * outlives the background.
 */
export interface TabContexts {
  get(tabId: number): Promise<TabContext>;
  /** "Não é este cliente": ignores this code in the tab until another is found. */
  dismiss(tabId: number, code: string): Promise<void>;
  /** Hides the panel of the tab and gives the focus back to the page. */
  close(tabId: number): Promise<void>;
}
