import { createErpServer } from '../../demo/erp/server.ts';
import { startMailCatcher } from '../../demo/mail/mail-catcher.ts';
import { buildExtension } from '../build/build-extension.ts';
import { type Cluster, startCluster } from '../postgres/cluster.ts';
import { ClusterFailure } from '../postgres/failure.ts';
import { Problem } from '../problem.ts';
import { isPortFree } from '../processes/free-port.ts';
import { type Part, startCrmServer } from './crm-server.ts';
import { type DataFolder, defaultDataFolder, holdDataFolder } from './data-folder.ts';
import { type DatabaseFill, damageOf, openDatabase } from './database.ts';
import type { StartOptions } from './options.ts';
import { countCustomers } from './product-steps.ts';
import { texts } from './texts.ts';

/** The whole product, running. */
export interface Product {
  serverUrl: string;
  demoUrl: string;
  extensionFolder: string;
  dataFolder: string;
  /** Whether the sample company was made by this start. */
  isNew: boolean;
  /** Resolves with the name of the first part that ends by itself. */
  partEnded: Promise<string>;
}

/** Page pattern of the demo page; patterns cover every port. */
const demoHost = 'http://localhost/*';

/** Things to undo, in the reverse of the order in which they were done. */
export type Undo = Array<() => Promise<void>>;

/**
 * Starts every part. What was started is added to `undo` as it comes up, so that a failure or a signal half way
 * leaves nothing behind.
 * @throws Problem in words for the person who ran it
 */
export async function startProduct(
  root: string,
  options: StartOptions,
  steps: DatabaseFill,
  undo: Undo,
): Promise<Product> {
  const serverUrl = `http://127.0.0.1:${options.port}`;
  const demoPort = options.port + 1;
  if (!(await isPortFree(options.port))) throw new Problem(texts.portTaken(options.port, false));
  if (!(await isPortFree(demoPort))) throw new Problem(texts.portTaken(demoPort, true));
  const data = await holdDataFolder(options.data ?? defaultDataFolder(root));
  undo.push(data.release);
  const unwanted = new AbortController();
  undo.push(async () => unwanted.abort());
  const hosts = [demoHost, ...options.hosts];
  const building = buildExtension({ root, hosts, signal: unwanted.signal });
  const cluster = await openCluster(data, undo);
  const database = await openData(cluster, data, steps);
  const mail = await startMailCatcher();
  undo.push(mail.stop);
  const server = await startCrmServer(root, {
    url: serverUrl,
    port: options.port,
    environment: {
      ...{ DATABASE_URL: database.url, BLOB_DIR: data.blobs },
      ...{ SMTP_URL: mail.url, MAIL_FROM: 'Parecer <crm@aurora.example>', PUBLIC_URL: serverUrl },
    },
  });
  undo.push(server.stop);
  const demo = await createErpServer({
    port: demoPort,
    customers: await countCustomers(database.url),
    mails: () => mail.mails,
  });
  undo.push(demo.stop);
  const built = await building;
  if (!built.ok) throw new Problem(texts.buildFailed(built.output));
  return {
    serverUrl,
    demoUrl: `${demo.url}/`,
    extensionFolder: built.folder,
    dataFolder: data.path,
    isNew: database.isNew,
    partEnded: firstEnd({ 'O banco de dados': cluster, 'O servidor': server }),
  };
}

async function openCluster(data: DataFolder, undo: Undo): Promise<Cluster> {
  try {
    const cluster = await startCluster({ folder: data.cluster, password: data.secret, isDurable: true });
    undo.push(cluster.stop);
    return cluster;
  } catch (error) {
    if (!(error instanceof ClusterFailure)) throw error;
    const say = error.isNew ? texts.dataUnusable : texts.dataDamaged;
    throw new Problem(say(data.path, error.detail));
  }
}

async function openData(cluster: Cluster, data: DataFolder, steps: DatabaseFill) {
  try {
    return await openDatabase(cluster, steps);
  } catch (error) {
    const damage = damageOf(error);
    if (damage !== undefined) throw new Problem(texts.dataDamaged(data.path, damage));
    throw error;
  }
}

function firstEnd(parts: Record<string, Pick<Part, 'ended'>>): Promise<string> {
  return Promise.race(Object.entries(parts).map(([name, part]) => part.ended.then(() => name)));
}
