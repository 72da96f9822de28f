import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from './imports.ts';

/** Copies the sources as they are now, without anything installed or built, under a new folder closed to others (0700). */
export async function copySources(): Promise<string> {
  const closed = await mkdtemp(join(tmpdir(), 'parecer-clone-'));
  const checkout = join(closed, 'parecer');
  const listed = spawnSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'],
    {
      cwd: projectRoot,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    },
  );
  if (listed.status !== 0) throw new Error(`git ls-files failed: ${listed.stderr}`);
  const files = listed.stdout.split('\0').filter(Boolean);
  if (!files.includes('package.json')) throw new Error('git lists no package.json');
  for (const file of files) {
    await mkdir(dirname(join(checkout, file)), { recursive: true });
    await cp(join(projectRoot, file), join(checkout, file)).catch((error: NodeJS.ErrnoException) => {
      // Deleted and not yet committed.
      if (error.code !== 'ENOENT') throw error;
    });
  }
  return checkout;
}
