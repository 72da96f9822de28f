import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { buildExtension, targetBrowsers } from '../../scripts/build/build-extension.ts';
import { createManifest } from '../../scripts/build/manifest.ts';
import { e2eHosts, extensionFolder } from '../support/e2e-extension.ts';
import { projectRoot } from '../support/imports.ts';

const hostKeys = ['host_permissions', 'content_scripts', 'optional_host_permissions'];

test('the product lists no host, and a development build differs from it only in the hosts that it lists', async () => {
  const product = await buildExtension({ root: projectRoot });
  if (!product.ok) throw new Error(product.output);
  const manifest = readManifest(product.folder);
  expect(manifest.host_permissions ?? []).toEqual([]);
  expect(manifest.content_scripts ?? []).toEqual([]);
  expect(JSON.stringify(omit(manifest, hostKeys))).not.toContain('<all_urls>');

  const development = extensionFolder();
  const { host_permissions: listed, ...rest } = readManifest(development);
  expect(listed).toEqual(e2eHosts);
  expect(rest).toEqual(omit(manifest, ['host_permissions']));

  const files = filesOf(product.folder);
  expect(filesOf(development)).toEqual(files);
  const different = files.filter((file) => !read(product.folder, file).equals(read(development, file)));
  expect(different).toEqual(['manifest.json']);
});

test('each browser gets its product from one manifest of version 3, with no host and its own kind of background', async () => {
  for (const browser of targetBrowsers) {
    const built = await buildExtension({ root: projectRoot, browser });
    if (!built.ok) throw new Error(built.output);
    const manifest = readManifest(built.folder);
    expect(manifest).toMatchObject({ ...toPlain(createManifest(browser)), manifest_version: 3 });
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(manifest.permissions).toEqual(createManifest(browser).permissions);
    expect(manifest.background).toEqual(
      browser === 'firefox' ? { scripts: ['background.js'] } : { service_worker: 'background.js' },
    );
  }
});

/** As it is once it was written to a file. */
function toPlain(value: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
}

function readManifest(folder: string): Record<string, unknown> {
  return JSON.parse(read(folder, 'manifest.json').toString('utf8')) as Record<string, unknown>;
}

function omit(record: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

function read(folder: string, file: string): Buffer {
  return readFileSync(join(folder, file));
}
