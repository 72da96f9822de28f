import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Path of a program: the one that an environment variable names, else the first of these names that is on PATH. */
export function findProgram(names: readonly string[], variable: string): string | undefined {
  const named = process.env[variable];
  if (named) return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
