import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../support/imports.ts';

const packageFile = readJson('package.json') as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;
const lock = readJson('package-lock.json') as { packages: Record<string, Record<string, unknown>> };
const wanted = { ...packageFile.dependencies, ...packageFile.devDependencies };

describe('dependencies', () => {
  it('have exact versions', () => {
    const loose = Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(loose).toEqual([]);
  });

  it('are locked at the version that package.json names', () => {
    const locked = Object.keys(wanted).map((name) => [name, lock.packages[`node_modules/${name}`]?.version]);
    expect(Object.fromEntries(locked)).toEqual(wanted);
  });

  it('are locked without the address they were downloaded from', () => {
    const addressed = Object.entries(lock.packages).filter(([, entry]) => 'resolved' in entry);
    expect(addressed.map(([path]) => path)).toEqual([]);
  });

  it('are locked with the digest of their content', () => {
    const entries = Object.entries(lock.packages).filter(([path]) => path !== '');
    const unchecked = entries.filter(([, entry]) => !('integrity' in entry) && !entry.inBundle);
    expect(unchecked.map(([path]) => path)).toEqual([]);
  });
});

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(join(projectRoot, file), 'utf8'));
}
