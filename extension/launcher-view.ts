import { foundCustomer, type HostTab } from '../detect/host-tab.ts';
import { host as texts } from '../locales/pt-BR/host.ts';
import type { LauncherView, Theme } from '../messaging/host.ts';

/** How the launcher of a tab looks. */
export function hostTabToLauncher(tab: HostTab, theme: Theme): LauncherView {
  const found = foundCustomer(tab);
  if (!found) {
    return { state: tab.docked ? 'hidden' : 'none', name: '', code: '', label: texts.launcherNone, theme };
  }
  const name = tab.customer ? (tab.customer.tradeName ?? tab.customer.name) : texts.unnamed;
  const code = tab.customer?.code ?? found.code;
  const label =
    found.certainty === 'certain' ? texts.launcherFound(name, code) : texts.launcherOffered(name, code);
  return { state: tab.docked ? 'hidden' : found.certainty, name, code, label, theme };
}
