import type { ChildProcess } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { spawnLeashed } from '../processes/leashed.ts';
import type { Account } from './account.ts';

export interface ProgramRun {
  program: string;
  args: readonly string[];
  /** Folder of the cluster that it works on; the program starts in it. */
  folder: string;
  account: Account | undefined;
  deathSignal: 'INT' | 'KILL';
}

/** Runs one of PostgreSQL's programs as its account. What it says is in English whatever the machine speaks. */
export async function runProgram(run: ProgramRun): Promise<{ child: ChildProcess; said(): string }> {
  const child = spawnLeashed(run.program, run.args, {
    cwd: run.folder,
    account: run.account,
    passesFolders: run.account && !(await isReachable(dirname(run.folder))),
    deathSignal: run.deathSignal,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
  });
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-8_000);
  });
  return { child, said: () => text.trim() };
}

/** Whether every folder down to this one lets other accounts pass. */
async function isReachable(path: string): Promise<boolean> {
  const { mode } = await stat(path);
  if ((mode & 0o001) === 0) return false;
  return path === dirname(path) || isReachable(dirname(path));
}
