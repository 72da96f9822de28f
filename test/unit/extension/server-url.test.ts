import { expect, it } from 'vitest';
import { readPolicyServerUrl, readServerUrl } from '../../../extension/server-url.ts';
import { createSettings } from '../../../storage/settings.ts';
import { createMemoryArea } from '../../support/crm/memory-area.ts';

const aMachine = () => createSettings(createMemoryArea(), createMemoryArea());

it('takes the address that the policy said last, before the browser answers again', async () => {
  const settings = aMachine();
  expect(await readPolicyServerUrl(settings, async () => 'https://crm.example.com/')).toBe(
    'https://crm.example.com',
  );
  const never = () => new Promise<never>(() => undefined);
  expect(await readPolicyServerUrl(settings, never)).toBe('https://crm.example.com');
});

it('hears of a policy that changed, and follows it from then on', async () => {
  const settings = aMachine();
  await readPolicyServerUrl(settings, async () => null);
  const heard = new Promise((resolve) => settings.policyServerUrl.watch(resolve));
  expect(await readPolicyServerUrl(settings, async () => 'https://nova.example.com')).toBeNull();
  expect(await heard).toBe('https://nova.example.com');
  await settings.serverUrl.write('https://antiga.example.com');
  expect(await readServerUrl(settings)).toBe('https://nova.example.com');
});

it('takes what is no address in a policy for no policy', async () => {
  expect(await readPolicyServerUrl(aMachine(), async () => 'javascript:alert(1)')).toBeNull();
  expect(await readPolicyServerUrl(aMachine(), async () => 42)).toBeNull();
});
