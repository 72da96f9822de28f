import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../support/imports.ts';
import type { Bench } from './bench.ts';

/** Bytes of the loader as a page downloads it from the extension: one file, gzip at its best level. */
export const loaderSize: Bench = {
  ids: ['loader.gzip'],
  run: async (context) => {
    context.say('loader.gzip: building');
    const value = await gzipBytes(join(await context.extension(), 'content-scripts', 'host.js'));
    const floor = await emptyLoaderBytes();
    return [{ id: 'loader.gzip', value, unit: 'bytes', floor, goal: 4096, runs: 1 }];
  },
};

/** The same framework around a content script that does nothing. */
async function emptyLoaderBytes(): Promise<number> {
  const root = await mkdtemp(join(tmpdir(), 'parecer-empty-loader-'));
  try {
    await mkdir(join(root, 'entrypoints'));
    const options = "matches: ['*://*/*'], runAt: 'document_start', registration: 'runtime', main() {}";
    const script = `export default { ${options} };`;
    await writeFile(join(root, 'entrypoints', 'host.content.ts'), script);
    await writeFile(join(root, 'package.json'), '{"name":"empty","version":"0.0.1","type":"module"}');
    const wxt = spawnSync(join(projectRoot, 'node_modules', '.bin', 'wxt'), ['build', root], {
      encoding: 'utf8',
    });
    if (wxt.status !== 0)
      throw new Error(`The empty extension could not be built:\n${wxt.stdout}${wxt.stderr}`);
    return await gzipBytes(join(root, '.output', 'chrome-mv3', 'content-scripts', 'host.js'));
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function gzipBytes(file: string): Promise<number> {
  return gzipSync(await readFile(file), { level: 9 }).length;
}
