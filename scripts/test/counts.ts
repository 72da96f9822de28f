import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** How many checks passed and failed; skipped ones are in neither. */
export interface Counts {
  passed: number;
  failed: number;
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

/** Reads vitest's JSON report. A file that failed before its tests (an import that does not exist) counts as one. */
export async function vitestCounts(file: string): Promise<Counts | undefined> {
  const report = await readReport(file, vitestReport);
  const brokenFiles = report?.testResults.filter(
    (result) =>
      result.status === 'failed' && !result.assertionResults.some((test) => test.status === 'failed'),
  );
  return (
    report && { passed: report.numPassedTests, failed: report.numFailedTests + (brokenFiles?.length ?? 0) }
  );
}

/** Reads Playwright's JSON report. */
export async function playwrightCounts(file: string): Promise<Counts | undefined> {
  const stats = (await readReport(file, playwrightReport))?.stats;
  return stats && { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

async function readReport<T>(file: string, schema: z.ZodType<T>): Promise<T | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : schema.parse(JSON.parse(text));
}

/**
 * What a stage counts for. One that ended badly has at least one failure, even when its report shows none (a crash
 * after the tests) or is missing (a crash before); one whose report is empty has proved nothing and fails too.
 */
export function stageCounts(exitCode: number | null, reported: Counts | undefined): Counts {
  const { passed, failed } = reported ?? { passed: 0, failed: 0 };
  const isProof = exitCode === 0 && passed + failed > 0;
  return { passed, failed: isProof ? failed : Math.max(failed, 1) };
}
