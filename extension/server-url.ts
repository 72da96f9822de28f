import { parseServerUrl } from '../api/server-address.ts';
import { problems } from '../locales/pt-BR/problems.ts';
import type { Settings } from '../storage/settings.ts';
import { managedValue } from './value-areas.ts';

type PolicySettings = Pick<Settings, 'policyServerUrl'>;

/** The server's address: the company's policy decides, else what was entered in the options; null where neither is. */
export async function readServerUrl(
  settings: Pick<Settings, 'serverUrl'> & PolicySettings,
): Promise<string | null> {
  return (await readPolicyServerUrl(settings)) ?? settings.serverUrl.read();
}

/**
 * The address that the administrator set by policy; null where none is, or it is no address. After a start the browser may take seconds to
 * answer about policies, so what it said last is taken at once; another answer is written, and who follows the setting hears of it.
 * @param ask what the policy says; the browser, where it is left out
 */
export async function readPolicyServerUrl(
  { policyServerUrl }: PolicySettings,
  ask: () => Promise<unknown> = () => managedValue('serverUrl'),
): Promise<string | null> {
  const known = await policyServerUrl.read();
  const asked = ask().then(async (managed) => {
    const url = typeof managed === 'string' ? parseServerUrl(managed, problems) : null;
    const address = url?.ok ? url.value : null;
    if (address !== known) await policyServerUrl.write(address);
    return address;
  });
  return known === undefined ? asked : known;
}
