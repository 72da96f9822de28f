import { join } from 'node:path';
import { buildExtension } from '../../scripts/build/build-extension.ts';
import { projectRoot } from './imports.ts';

/** Pages on which the extension of the end-to-end tests is enabled from the start; the demo page is on localhost. */
export const e2eHosts = ['http://localhost/*'] as const;

const name = 'e2e';

/** Builds the extension that the end-to-end tests load; `E2E_EXTENSION` names one that is built already. */
export async function buildE2eExtension(): Promise<void> {
  if (process.env.E2E_EXTENSION) return;
  const built = await buildExtension({ root: projectRoot, hosts: e2eHosts, name });
  if (!built.ok) throw new Error(`The extension could not be built:\n${built.output}`);
}

/** Folder of the extension that the end-to-end tests load. */
export function extensionFolder(): string {
  return process.env.E2E_EXTENSION ?? join(projectRoot, '.output', `chrome-mv3-${name}`);
}
