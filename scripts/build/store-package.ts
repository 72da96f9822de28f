import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WxtHooks } from 'wxt';

/**
 * Chromium's stores give the id themselves and refuse a package whose manifest has a key. So the manifest is without it while the package is
 * made, and as it was built after: loaded from its folder the extension keeps its id.
 */
export function leaveKeyOutOfPackage(): Partial<WxtHooks> {
  let built: string | undefined;
  return {
    'zip:extension:start': async ({ config }) => {
      const file = join(config.outDir, 'manifest.json');
      built = await readFile(file, 'utf8');
      const { key, ...manifest } = JSON.parse(built) as { key?: string };
      if (key !== undefined) await writeFile(file, JSON.stringify(manifest));
    },
    'zip:extension:done': async ({ config }) => {
      if (built !== undefined) await writeFile(join(config.outDir, 'manifest.json'), built);
    },
  };
}
