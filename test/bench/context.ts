import { buildExtension } from '../../scripts/build/build-extension.ts';
import { projectRoot } from '../support/imports.ts';
import type { BenchContext } from './bench.ts';

/** Builds are kept for the run, one for each list of hosts. */
export function createBenchContext(): BenchContext {
  const builds = new Map<string, Promise<string>>();
  return {
    say: (text) => console.error(text),
    extension: (hosts) => {
      const key = JSON.stringify(hosts ?? null);
      const build = builds.get(key) ?? buildFor(hosts, `bench-${builds.size}`);
      builds.set(key, build);
      return build;
    },
  };
}

async function buildFor(hosts: readonly string[] | undefined, name: string): Promise<string> {
  const built = await buildExtension({ root: projectRoot, hosts, name });
  if (!built.ok) throw new Error(`The extension could not be built:\n${built.output}`);
  return built.folder;
}
