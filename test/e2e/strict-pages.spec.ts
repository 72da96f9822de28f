import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { clickLauncher, expectLauncher } from '../support/e2e/launcher.ts';
import { panelFrame } from '../support/e2e/panel.ts';
import { expect, test } from '../support/e2e/test.ts';

/** Headers by which a host page can keep scripts, styles and frames of others out. */
const policies: Record<string, Record<string, string>> = {
  'a policy that allows nothing': { 'content-security-policy': "default-src 'none'; frame-src 'none'" },
  'trusted types': { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" },
  'isolation by require-corp': {
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
  },
  'isolation by credentialless': { 'cross-origin-embedder-policy': 'credentialless' },
};

for (const [policy, headers] of Object.entries(policies)) {
  test(`on a page with ${policy} the launcher is drawn and the panel opens`, async ({ host, extension }) => {
    expect(extension.extensionId).toBeTruthy();
    const page = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
      response.end('<!doctype html><title>ERP</title><p data-customer-code="000318">Rio Pardo</p>');
    });
    await new Promise<void>((resolve) => page.listen(0, 'localhost', resolve));
    try {
      await host.goto(`http://localhost:${(page.address() as AddressInfo).port}/`);
      await expectLauncher(host, { state: 'certain', code: '000318' });
      const box = await host.locator('parecer-launcher').boundingBox();
      expect(box?.height).toBe(36);
      await clickLauncher(host);
      const panel = await panelFrame(host);
      await expect(panel.getByRole('button').first()).toBeVisible();
      await expectLauncher(host, { state: 'hidden' });
    } finally {
      page.closeAllConnections();
      page.close();
    }
  });
}
