import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { buildExtension } from '../../scripts/build/build-extension.ts';
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
