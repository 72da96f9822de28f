import { describe, expect, it } from 'vitest';
import { targetBrowsers } from '../../../scripts/build/build-extension.ts';
import { createManifest } from '../../../scripts/build/manifest.ts';

describe.each(targetBrowsers)('the manifest for %s', (browser) => {
  const manifest = createManifest(browser);

  it('asks for these permissions and no others', () => {
    expect(manifest.permissions).toEqual(['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'alarms']);
    expect(manifest.optional_permissions).toBeUndefined();
  });

  it('has no host at installation: each is asked for when the agent enables it', () => {
    expect(manifest.host_permissions).toBeUndefined();
    expect(manifest.content_scripts).toBeUndefined();
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
  });

  it('lists the hosts of a development build', () => {
    const hosts = ['https://erp.example.com/*'];
    expect(createManifest(browser, hosts)).toEqual({ ...manifest, host_permissions: hosts });
  });

  it('opens the panel’s page alone to other pages', () => {
    expect(manifest.web_accessible_resources).toEqual([
      { resources: ['panel.html'], matches: ['http://*/*', 'https://*/*'] },
    ]);
    expect(manifest.externally_connectable).toBeUndefined();
  });

  it('leaves the browser’s own content security policy as it is', () => {
    expect(manifest.content_security_policy).toBeUndefined();
  });
});

describe('what is only for one browser', () => {
  const { key, minimum_chrome_version, storage, ...chrome } = createManifest('chrome');
  const { browser_specific_settings, ...firefox } = createManifest('firefox');

  it('is all in which they differ', () => {
    expect(firefox).toEqual(chrome);
    expect(createManifest('edge')).toEqual(createManifest('chrome'));
  });

  it('names the extension, its data and the oldest version to Firefox', () => {
    expect(browser_specific_settings?.gecko).toMatchObject({
      id: '@parecer',
      strict_min_version: expect.stringMatching(/^\d+\.0$/),
      data_collection_permissions: { required: expect.not.arrayContaining(['none']) },
    });
  });

  it('names the extension, its policies and the oldest version to Chromium', () => {
    expect({ key, minimum_chrome_version, storage }).toEqual({
      key: expect.stringMatching(/^[A-Za-z0-9+/=]{300,}$/),
      minimum_chrome_version: expect.stringMatching(/^\d+$/),
      storage: { managed_schema: 'managed-schema.json' },
    });
  });
});
