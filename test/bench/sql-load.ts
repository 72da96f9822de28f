import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { findProgram } from '../../scripts/processes/find-program.ts';

export interface SqlLoad {
  databaseUrl: string;
  /** One statement without parameters; it is prepared once for each connection. */
  statement: string;
  connections: number;
  /** For how long, in whole seconds. */
  seconds: number;
}

/** What asks in {@link measureSql}, in words. */
export function sqlClient(): string {
  return pgbench() === undefined ? 'the same statement through pg, as pgbench is missing' : 'pgbench';
}

/** Statements per second, each its own transaction: by pgbench where there is one, else through pg over as many connections. */
export async function measureSql(load: SqlLoad): Promise<number> {
  const program = pgbench();
  return program === undefined ? throughPg(load) : throughPgbench(program, load);
}

function pgbench(): string | undefined {
  return findProgram(['pgbench'], 'PGBENCH');
}

async function throughPgbench(program: string, load: SqlLoad): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'parecer-pgbench-'));
  try {
    const script = join(folder, 'statement.sql');
    await writeFile(script, `${load.statement.replaceAll(/\s+/g, ' ')};\n`);
    const options = ['-n', '-M', 'prepared', '-c', `${load.connections}`, '-j', '2', '-T', `${load.seconds}`];
    const child = spawn(program, [...options, '-f', script, load.databaseUrl]);
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    await once(child, 'close');
    const rate = /^tps = ([\d.]+)/m.exec(said)?.[1];
    if (rate === undefined) throw new Error(`pgbench measured nothing:\n${said}`);
    return Number(rate);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function throughPg({ databaseUrl, statement, connections, seconds }: SqlLoad): Promise<number> {
  const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: databaseUrl }));
  await Promise.all(clients.map((client) => client.connect()));
  try {
    const begun = performance.now();
    const until = begun + seconds * 1_000;
    let count = 0;
    await Promise.all(
      clients.map(async (client) => {
        while (performance.now() < until) {
          await client.query({ name: 'load', text: statement });
          count += 1;
        }
      }),
    );
    return count / ((performance.now() - begun) / 1_000);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}
