import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';

/** Root of the project. */
export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** One import (or re-export, or dynamic import) that a source file makes. */
export interface Import {
  /** As written in the source. */
  specifier: string;
  /** Path from the root of the project for a relative import, the specifier itself for a package. */
  target: string;
  /** Whether it is erased before running (`import type`). */
  isTypeOnly: boolean;
}

/** Source files under these folders, as paths from the root of the project; a folder that is missing has none. */
export function sourceFiles(folders: readonly string[]): string[] {
  return folders.flatMap((folder) => {
    const absolute = join(projectRoot, folder);
    const entries = listFolder(absolute);
    return entries
      .filter((entry) => /\.tsx?$/.test(entry) && !entry.endsWith('.d.ts'))
      .map((entry) => join(folder, entry))
      .sort();
  });
}

/**
 * Every import of one source file.
 * @throws when the file does not parse, or imports a path that is not a literal
 */
export function importsOf(file: string): Import[] {
  const source = readFileSync(join(projectRoot, file), 'utf8');
  const { module, errors } = parseSync(file, source);
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
  const statements = module.staticImports.map((found) => ({
    specifier: found.moduleRequest.value,
    isTypeOnly: found.entries.length > 0 && found.entries.every((entry) => entry.isType),
  }));
  const reexports = module.staticExports.flatMap((found) =>
    found.entries.flatMap((entry) =>
      entry.moduleRequest ? [{ specifier: entry.moduleRequest.value, isTypeOnly: entry.isType }] : [],
    ),
  );
  const dynamic = module.dynamicImports.map((found) => ({
    specifier: literal(file, source.slice(found.moduleRequest.start, found.moduleRequest.end)),
    isTypeOnly: false,
  }));
  return [...statements, ...reexports, ...dynamic].map((found) => ({
    ...found,
    target: targetOf(file, found.specifier),
  }));
}

/** The package that a bare specifier belongs to. */
export function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

function literal(file: string, expression: string): string {
  const match = /^(['"`])([^$]*)\1$/.exec(expression);
  if (!match?.[2])
    throw new Error(`${file}: import(${expression}) cannot be checked, name the path as a literal`);
  return match[2];
}

function targetOf(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const [path = ''] = specifier.split('?');
  return relative(projectRoot, join(projectRoot, dirname(file), path));
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
