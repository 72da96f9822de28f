import { join } from 'node:path';
import { importsOf, packageOf, sourceFiles } from './imports.ts';

/** What the files of one folder may import. */
export interface Layer {
  folder: string;
  /** Other folders of the project, besides its own; the keys of `typesOnly` only as types. */
  folders: readonly string[];
  typesOnly?: readonly string[];
  /** Packages, or `any`. */
  packages: readonly string[] | 'any';
}

const pure = ['zod', 'uuid', 'date-fns', '@date-fns/tz'];
const client = ['domain', 'contract', 'messaging', 'storage', 'api', 'sync', 'detect', 'host', 'locales'];
const wholeClient = [...client, 'state', 'components', 'extension'];

/** The drawing in `docs/architecture.md` and the table in CONTRIBUTING, as something that can fail. */
export const layers: readonly Layer[] = [
  {
    folder: 'domain',
    folders: ['locales'],
    packages: [...pure, 'prosemirror-model', 'libphonenumber-js', 'file-type'],
  },
  { folder: 'contract', folders: ['domain', 'locales'], packages: pure },
  { folder: 'messaging', folders: ['domain', 'contract'], typesOnly: ['detect'], packages: pure },
  { folder: 'storage', folders: ['domain'], packages: [...pure, 'dexie'] },
  { folder: 'api', folders: ['domain', 'contract'], packages: [...pure, 'ky'] },
  { folder: 'sync', folders: ['domain', 'contract'], packages: pure },
  { folder: 'detect', folders: ['domain'], packages: pure },
  { folder: 'host', folders: ['detect', 'messaging'], packages: [] },
  { folder: 'locales', folders: [], packages: [] },
  { folder: 'state', folders: ['domain'], packages: [...pure, '@preact/signals'] },
  {
    folder: 'components',
    folders: ['state', 'domain', 'locales'],
    packages: [
      ...['preact', '@preact/signals', '@zag-js/*', '@tiptap/*', '@tanstack/virtual-core', 'lucide'],
      ...['prosemirror-model', 'date-fns', '@date-fns/tz'],
    ],
  },
  { folder: 'extension', folders: client.concat('state'), packages: [...pure, 'wxt', '@preact/signals'] },
  {
    folder: 'entrypoints',
    folders: wholeClient,
    packages: ['wxt', 'preact', '@preact/signals', 'zod'],
  },
  { folder: 'server', folders: ['domain', 'contract', 'locales'], packages: 'any' },
  { folder: 'demo', folders: ['domain', 'contract', 'server/db', 'server/company'], packages: 'any' },
  {
    folder: 'scripts',
    folders: ['server', 'demo', 'domain', 'contract', 'locales', 'test'],
    packages: 'any',
  },
  { folder: 'test', folders: [...wholeClient, 'entrypoints', 'server', 'demo', 'scripts'], packages: 'any' },
];

/** Packages that only the server and tools may have; `server` itself runs where a browser's packages do not. */
const browserPackages = ['preact', '@preact/signals', 'dexie', 'ky', 'wxt', '@tiptap/core', 'lucide'];

/** Imports of a folder's files that its layer does not allow, as `file → import`. */
export function violations(layer: Layer, files = sourceFiles([layer.folder])): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((found) => !isAllowed(layer, found))
      .map((found) => `${file} → ${found.specifier}`),
  );
}

function isAllowed(layer: Layer, found: ReturnType<typeof importsOf>[number]): boolean {
  const { specifier, target, isTypeOnly } = found;
  if (specifier.startsWith('.')) {
    const open = [layer.folder, ...layer.folders, ...(isTypeOnly ? (layer.typesOnly ?? []) : [])];
    return open.some((folder) => target.startsWith(join(folder, '/'))) || isProjectFile(layer, target);
  }
  if (specifier.startsWith('node:')) return layer.packages === 'any';
  const name = packageOf(specifier);
  if (layer.packages !== 'any') return layer.packages.some((allowed) => matches(allowed, name));
  return ['scripts', 'test'].includes(layer.folder) || !browserPackages.includes(name);
}

/** Tools read the project's own settings, such as package.json. */
function isProjectFile(layer: Layer, target: string): boolean {
  return ['scripts', 'test'].includes(layer.folder) && !target.includes('/');
}

function matches(allowed: string, name: string): boolean {
  return allowed.endsWith('/*') ? name.startsWith(allowed.slice(0, -1)) : allowed === name;
}

/** Packages that are reached at run time from some files, each with the path of imports that leads there. */
export function reachedPackages(entries: readonly string[]): Map<string, string> {
  const reached = new Map<string, string>();
  const seen = new Set<string>();
  const queue = entries.map((file) => ({ file, path: file }));
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (seen.has(next.file)) continue;
    seen.add(next.file);
    for (const found of importsOf(next.file)) {
      const path = `${next.path} → ${found.specifier}`;
      if (found.isTypeOnly) continue;
      if (!found.specifier.startsWith('.')) reached.set(packageOf(found.specifier), path);
      else if (/\.tsx?$/.test(found.target)) queue.push({ file: found.target, path });
    }
  }
  return reached;
}
