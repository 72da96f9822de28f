import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** `npm start`, or its main program, running as a person would run it. */
export interface StartProcess {
  pid: number;
  /** What it printed until now. */
  output(): string;
  /** Waits for the last line of a start: the server's address and the extension's folder. */
  ready(): Promise<{ url: string; extension: string }>;
  /** Sends a signal to its whole process group, as the terminal does on Ctrl-C. */
  interrupt(signal?: NodeJS.Signals): void;
  /** Resolves with its exit code; with nothing when a signal ended it. */
  ended: Promise<number | null>;
}

/** Runs `npm start` in a checkout, with only what a new machine has on PATH. */
export function runNpmStart(checkout: string, args: readonly string[]): StartProcess {
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  const { HOME, LANG } = process.env;
  const env = { HOME, LANG, PATH: path.join(delimiter), npm_config_prefer_offline: 'true' };
  const npm = spawn('npm', ['start', '--', ...args], { cwd: checkout, env, detached: true });
  return watch(npm);
}

/** Runs the main program of `npm start` under the pinned Node, past the installation. */
export function runStart(checkout: string, args: readonly string[]): StartProcess {
  const main = join(checkout, 'scripts', 'start', 'main.ts');
  return watch(spawn(process.execPath, [main, ...args], { cwd: checkout, detached: true }));
}

function watch(program: ChildProcess): StartProcess {
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [program.stdout, program.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | null>((resolve, reject) => {
    program.once('error', reject);
    program.once('close', resolve);
  });
  const pid = program.pid ?? 0;
  return {
    pid,
    ended,
    output: () => output,
    interrupt: (signal = 'SIGINT') => process.kill(-pid, signal),
    ready: () =>
      new Promise((resolve, reject) => {
        const look = () => {
          const [, url, extension] = /^ready (\S+) (.+)$/m.exec(output) ?? [];
          if (url && extension) resolve({ url, extension });
        };
        listeners.add(look);
        look();
        void ended.then((code) =>
          reject(new Error(`It ended (${code}) instead of getting ready:\n${output}`)),
        );
      }),
  };
}

/** Command lines of the processes, ours or orphaned, that hold this text: a folder that only they know. */
export function processesNaming(text: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && name !== `${process.pid}`)
    .map((pid) => commandLine(pid))
    .filter((line) => line.includes(text));
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    // It ended while we were looking.
    return '';
  }
}
