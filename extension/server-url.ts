import { parseServerUrl } from '../api/server-address.ts';
import { problems } from '../locales/pt-BR/problems.ts';
import type { Settings } from '../storage/settings.ts';
import { managedValue } from './value-areas.ts';

/** The server's address: the company's policy decides, else what was entered in the options; null where neither is. */
export async function readServerUrl(settings: Pick<Settings, 'serverUrl'>): Promise<string | null> {
  return (await managedServerUrl()) ?? settings.serverUrl.read();
}

/** The address that the administrator set by policy; null where none is, or it is no address. */
export async function managedServerUrl(): Promise<string | null> {
  const managed = await managedValue('serverUrl');
  if (typeof managed !== 'string') return null;
  const url = parseServerUrl(managed, problems);
  return url.ok ? url.value : null;
}
