import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Account } from '../postgres/account.ts';

export interface LeashOptions {
  /** Folder the program starts in; it is entered before the account is changed. */
  cwd: string;
  env?: NodeJS.ProcessEnv | undefined;
  stdio?: SpawnOptions['stdio'] | undefined;
  /** Account to run as; our own when left out. Only root can name another. */
  account?: Account | undefined;
  /** Lets the account pass folders that are closed to it. Only with `account`, and only on Linux. */
  passesFolders?: boolean | undefined;
  /** Signal that the program gets when this process dies. */
  deathSignal: 'INT' | 'TERM' | 'KILL';
}

const setpriv = '/usr/bin/setpriv';

/**
 * Starts a program in a process group of its own, so that Ctrl-C in the terminal reaches only us and we end it in
 * order. Where the system offers it (util-linux), the program is also told when we die without a chance to do so.
 */
export function spawnLeashed(program: string, args: readonly string[], options: LeashOptions): ChildProcess {
  const { account, cwd, deathSignal } = options;
  const shared = {
    cwd,
    env: options.env,
    stdio: options.stdio ?? 'pipe',
    detached: true,
  } satisfies SpawnOptions;
  if (!existsSync(setpriv)) {
    return spawn(program, args, account ? { ...shared, uid: account.uid, gid: account.gid } : shared);
  }
  const leash = ['--pdeathsig', deathSignal];
  if (account) leash.push('--reuid', `${account.uid}`, '--regid', `${account.gid}`, '--clear-groups');
  if (account && options.passesFolders) {
    leash.push('--inh-caps', '+dac_override', '--ambient-caps', '+dac_override');
  }
  return spawn(setpriv, [...leash, '--', program, ...args], shared);
}
