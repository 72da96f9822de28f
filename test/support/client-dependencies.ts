import { importsOf, sourceFiles } from './imports.ts';

const clientFolders = [
  'domain',
  'contract',
  'messaging',
  'storage',
  'api',
  'sync',
  'detect',
  'state',
  'components',
];

/**
 * What the client and its browser tests import from packages, read from the sources so that the list is never behind
 * them: the browser-mode bundler must know every one before it starts.
 */
export function clientDependencies(): string[] {
  const imported = sourceFiles([...clientFolders, 'locales', 'test/browser', 'test/support/browser'])
    .flatMap(importsOf)
    .filter((found) => !found.isTypeOnly && isPackage(found.specifier))
    .map((found) => found.specifier);
  return [
    ...new Set([...imported, 'preact', 'preact/jsx-runtime', 'preact/jsx-dev-runtime', 'preact/hooks']),
  ].sort();
}

function isPackage(specifier: string): boolean {
  return !/^(\.|node:|vitest|@vitest|wxt|virtual:)|\.css$/.test(specifier);
}
