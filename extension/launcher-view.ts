import { foundCustomer, type HostTab, type TabCall } from '../detect/host-tab.ts';
import { formatPhone } from '../domain/phone.ts';
import { call as callTexts } from '../locales/pt-BR/call.ts';
import { host as texts } from '../locales/pt-BR/host.ts';
import type { LauncherView, Theme } from '../messaging/host.ts';

/** How the launcher of a tab looks. */
export function hostTabToLauncher(tab: HostTab, theme: Theme): LauncherView {
  if (tab.call?.asks)
    return { ...callToLauncher(tab.call), ...(tab.docked ? { state: 'hidden' } : {}), theme };
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

/** Who calls, and the number; the launcher pulses until the agent says what becomes of the call. */
function callToLauncher({ call, caller }: TabCall): Omit<LauncherView, 'theme'> {
  const number = call.number === '' ? callTexts.withheld : formatPhone(call.number);
  const name = caller === '' ? callTexts.launcherUnknown : caller;
  return { state: 'ringing', name, code: number, label: callTexts.launcher(caller, number) };
}
