import { type Counts, playwrightCounts, vitestCounts } from './counts.ts';

/** One part of the test run. */
export interface Stage {
  name: string;
  /** Program in `node_modules/.bin`, and its arguments. */
  command: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Reads what the program reported; a stage without it counts as one check. */
  read?: (() => Promise<Counts | undefined>) | undefined;
  /** File that `read` reads; an old one is removed first. */
  report?: string | undefined;
}

/** All stages, the quick ones first. */
export const stages: readonly Stage[] = [
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  vitestStage('unit'),
  vitestStage('server'),
  vitestStage('browser'),
  { name: 'build', command: ['wxt', 'build'] },
  { name: 'build-edge', command: ['wxt', 'build', '-b', 'edge'] },
  { name: 'build-firefox', command: ['wxt', 'build', '-b', 'firefox'] },
  {
    name: 'e2e',
    command: ['playwright', 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: 'test-results/e2e.json' },
    report: 'test-results/e2e.json',
    read: () => playwrightCounts('test-results/e2e.json'),
  },
];

function vitestStage(project: string): Stage {
  const report = `test-results/${project}.json`;
  return {
    name: project,
    command: [
      'vitest',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    report,
    read: () => vitestCounts(report),
  };
}
