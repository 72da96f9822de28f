import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot, sourceFiles } from '../support/imports.ts';
import { layers, reachedPackages, violations } from '../support/layers.ts';

const folders = layers.map((layer) => layer.folder);

describe('layers', () => {
  it.each(layers)('$folder imports only what the table allows', (layer) => {
    expect(violations(layer)).toEqual([]);
  });

  it('every folder with source has a place in the table', () => {
    const present = readdirSync(projectRoot, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
      .map((entry) => entry.name)
      .filter((name) => sourceFiles([name]).length > 0);
    expect(present.filter((name) => !folders.includes(name))).toEqual([]);
  });

  it('the table that contributors read says the same', () => {
    const text = readFileSync(join(projectRoot, 'CONTRIBUTING.md'), 'utf8');
    const rows = [...text.matchAll(/^\| `(\w+)\/` \|[^|]*\| ([^|]+) \|/gm)].map(([, folder, may = '']) => [
      folder,
      may === 'everything' ? folders.filter((one) => one !== folder).sort() : namesIn(may),
    ]);
    const held = layers.map(({ folder, folders, typesOnly = [] }) => [
      folder,
      [...folders, ...typesOnly.map((one) => `${one} (types only)`)].sort(),
    ]);
    expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(held));
  });

  it('an import against the arrows is seen', () => {
    const [domain] = layers;
    if (!domain) throw new Error('the table is empty');
    expect(violations({ ...domain, packages: [] }).length).toBeGreaterThan(0);
    const storage = layers.find((layer) => layer.folder === 'storage');
    expect(storage && violations({ ...storage, folders: [] }).length).toBeGreaterThan(0);
  });

  it('only storage uses dexie and only api uses ky', () => {
    const users = (name: string) =>
      layers.filter((layer) => Array.isArray(layer.packages) && layer.packages.includes(name));
    expect(users('dexie').map((layer) => layer.folder)).toEqual(['storage']);
    expect(users('ky').map((layer) => layer.folder)).toEqual(['api']);
  });
});

describe('what runs in host pages', () => {
  it('reaches no package but the extension framework', () => {
    const entries = sourceFiles(['host']).concat(
      sourceFiles(['entrypoints']).filter((file) => /\.content\.ts$|\/dock\b/.test(file)),
    );
    expect(entries.length).toBeGreaterThan(0);
    const reached = [...reachedPackages(entries)].filter(([name]) => name !== 'wxt');
    expect(reached.map(([, path]) => path)).toEqual([]);
  });
});

describe('file names', () => {
  const files = sourceFiles(folders);

  it('are kebab-case, and PascalCase for components', () => {
    const isNamedWell = (file: string) =>
      file.endsWith('.tsx') && /^(components|test\/browser)\//.test(file)
        ? /^([A-Z][A-Za-z0-9]*|[a-z0-9]+(-[a-z0-9]+)*(\.test)?)\.tsx$/.test(basename(file))
        : /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|spec|content))?\.tsx?$/.test(basename(file));
    expect(files.filter((file) => !isNamedWell(file))).toEqual([]);
  });

  it('say what is inside, not that it is useful', () => {
    expect(files.filter((file) => /\b(utils?|helpers?|common|misc)\b/.test(file))).toEqual([]);
  });
});

function namesIn(cell: string): string[] {
  return cell === 'nothing' ? [] : cell.split(', ').sort();
}
