import { createHash, randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { postgresAccount } from '../postgres/account.ts';
import { sharedFolder } from '../postgres/binaries.ts';
import { endPostmaster, runningPostmaster } from '../postgres/postmaster.ts';
import { Problem } from '../problem.ts';
import { isAliveAs } from '../processes/process-table.ts';
import { texts } from './texts.ts';

/** A data folder that this run holds: no other run can start on it until it is released. */
export interface DataFolder {
  path: string;
  /** Folder of the PostgreSQL cluster. */
  cluster: string;
  /** Folder of the attachments' bytes. */
  blobs: string;
  /** Random, made with the folder: the database's password and what the server derives its keys from. */
  secret: string;
  release(): Promise<void>;
}

const instanceFile = 'instance.json';
const secretFile = 'secret';
const ownFiles = ['database', 'blobs', instanceFile, secretFile];
/** Programs that hold a data folder while they run. */
const holders = ['scripts/start/main.ts', 'scripts/company/main.ts'];

/**
 * Where the data is kept unless `--data` says otherwise. Root's is outside the checkout: PostgreSQL then has an
 * account of its own, which could not pass a closed folder; each checkout still has its own data.
 */
export function defaultDataFolder(root: string): string {
  if (process.getuid?.() !== 0) return join(root, '.parecer');
  const key = createHash('sha256').update(root).digest('hex').slice(0, 8);
  return join(sharedFolder, 'data', `${basename(root)}-${key}`);
}

/**
 * Takes hold of a data folder, which is made when it is missing. A database that a killed run left behind is ended.
 * @throws Problem when the folder cannot be used, is another program's, or is in use
 */
export async function holdDataFolder(path: string): Promise<DataFolder> {
  await makeFolder(path);
  const cluster = join(path, 'database');
  await refuseWhileInUse(path, cluster);
  const secret = await readSecret(path, cluster);
  const instance = join(path, instanceFile);
  await writeFile(instance, JSON.stringify({ pid: process.pid }), { flag: 'wx' }).catch(() => {
    throw new Problem(texts.dataInUse(path, undefined));
  });
  return { path, cluster, blobs: join(path, 'blobs'), secret, release: () => rm(instance, { force: true }) };
}

async function makeFolder(path: string): Promise<void> {
  try {
    // Only what we make ourselves is closed to others.
    if (await mkdir(path, { recursive: true })) await chmod(path, 0o700);
    const account = postgresAccount();
    const names = await readdir(path);
    const [first] = names;
    if (first !== undefined && !names.some((name) => ownFiles.includes(name))) {
      throw new Problem(texts.dataForeign(path, first));
    }
    if (account) await chown(path, account.uid, account.gid);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(texts.dataUnusable(path, (error as Error).message));
  }
}

async function refuseWhileInUse(path: string, cluster: string): Promise<void> {
  const owner = await recordedOwner(path);
  if (owner !== undefined && holders.some((program) => isAliveAs(owner, program))) {
    throw new Problem(texts.dataInUse(path, owner));
  }
  const postmaster = await runningPostmaster(cluster);
  if (postmaster !== undefined) {
    // Without a record of ours somebody else started it, and it is not ours to end.
    if (owner === undefined) throw new Problem(texts.dataInUse(path, postmaster));
    await endPostmaster(postmaster);
  }
  await rm(join(path, instanceFile), { force: true });
}

async function recordedOwner(path: string): Promise<number | undefined> {
  const text = await readFile(join(path, instanceFile), 'utf8').catch(() => undefined);
  const pid = Number(/"pid":(\d+)/.exec(text ?? '')?.[1]);
  return pid > 0 ? pid : undefined;
}

async function readSecret(path: string, cluster: string): Promise<string> {
  const file = join(path, secretFile);
  const known = await readFile(file, 'utf8').catch(() => undefined);
  const hasCluster = (await stat(cluster).catch(() => undefined)) !== undefined;
  if (known !== undefined && /^[0-9a-f]{64}$/.test(known)) {
    return known;
  }
  if (hasCluster || known !== undefined)
    throw new Problem(texts.dataDamaged(path, `arquivo "${secretFile}"`));
  const secret = randomBytes(32).toString('hex');
  await writeFile(file, secret, { mode: 0o600 });
  return secret;
}
