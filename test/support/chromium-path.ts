import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The Chromium that tests run in: `CHROMIUM_PATH`, else the first one on PATH.
 * @throws when there is none
 */
export function chromiumPath(): string {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return named;
  const found = findProgram(['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']);
  if (found) return found;
  throw new Error(
    'No Chromium was found: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
  );
}

/** The first of these programs that is on PATH. */
export function findProgram(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
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
