import { readFileSync } from 'node:fs';

/** Whether a process with this id exists, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Whether the process is alive and its command line holds `text`. Ids are given again after a reboot, and quickly in
 * containers, so an id alone proves nothing; where there is no `/proc` it has to do.
 */
export function isAliveAs(pid: number, text: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text);
  } catch {
    return false;
  }
}
