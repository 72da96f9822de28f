import { findProgram } from '../../scripts/processes/find-program.ts';

/**
 * The Chromium that tests run in: `CHROMIUM_PATH`, else the first one on PATH.
 * @throws when there is none
 */
export function chromiumPath(): string {
  const found = findProgram(['chromium', 'chromium-browser', 'google-chrome'], 'CHROMIUM_PATH');
  if (found) return found;
  throw new Error(
    'No Chromium was found: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
  );
}
