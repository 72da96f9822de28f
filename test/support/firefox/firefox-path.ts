import { findProgram } from '../../../scripts/processes/find-program.ts';

/**
 * The Firefox that tests run in: `FIREFOX_PATH`, else the first one on PATH.
 * @throws when there is none
 */
export function firefoxPath(): string {
  const found = findProgram(['firefox-esr', 'firefox'], 'FIREFOX_PATH');
  if (found) return found;
  throw new Error(
    'No Firefox was found: install it (Debian: apt-get install firefox-esr) or set FIREFOX_PATH.',
  );
}
