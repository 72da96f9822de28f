import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playwrightCounts, stageCounts, vitestCounts } from '../../../scripts/test/counts.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parecer-counts-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function report(content: unknown): Promise<string> {
  const file = join(folder, 'report.json');
  await writeFile(file, JSON.stringify(content));
  return file;
}

describe('what a stage counts for', () => {
  it('is what its report says when it ended well', () => {
    expect(stageCounts(0, { passed: 7, failed: 0 })).toEqual({ passed: 7, failed: 0 });
  });

  it('keeps the failures of its report', () => {
    expect(stageCounts(1, { passed: 7, failed: 3 })).toEqual({ passed: 7, failed: 3 });
  });

  it.each([
    ['it crashed after its tests', 1, { passed: 7, failed: 0 }],
    ['it was killed', null, { passed: 7, failed: 0 }],
  ])('has a failure when %s', (_, code, reported) => {
    expect(stageCounts(code, reported)).toEqual({ passed: 7, failed: 1 });
  });

  it.each([
    ['left no report', undefined],
    ['ran no test', { passed: 0, failed: 0 }],
  ])('is a failure when it ended well but %s', (_, reported) => {
    expect(stageCounts(0, reported)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('reports', () => {
  it('of vitest count a file that failed before its first test', async () => {
    const file = await report({
      numPassedTests: 4,
      numFailedTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
      ],
    });
    expect(await vitestCounts(file)).toEqual({ passed: 4, failed: 2 });
  });

  it('of Playwright count a flaky test as failed and a skipped one not at all', async () => {
    const file = await report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 9 } });
    expect(await playwrightCounts(file)).toEqual({ passed: 5, failed: 2 });
  });

  it('that are missing are told from empty ones', async () => {
    expect(await vitestCounts(join(folder, 'none.json'))).toBeUndefined();
  });
});
