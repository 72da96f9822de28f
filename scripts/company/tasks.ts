import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import pg from 'pg';
import { stringify } from 'yaml';
import type { ConfigurationChange } from '../../domain/company-configuration/compare.ts';
import { companyJsonSchema } from '../../domain/company-configuration/json-schema.ts';
import type { Problem as FoundProblem, Result } from '../../domain/result.ts';
import { applyConfiguration, diffConfiguration } from '../../server/company/apply-configuration.ts';
import { type CompanyFile, type FileProblem, readCompanyFile } from '../../server/company/read-file.ts';
import { loginsWithoutPassword, setPassword } from '../../server/company/set-password.ts';
import { readStoredCompany } from '../../server/company/stored-company.ts';
import { connect, type Database } from '../../server/db/connect.ts';
import { migrate } from '../../server/db/migrate.ts';
import { Problem } from '../problem.ts';
import { describeChanges } from './describe-change.ts';
import { openDatabase } from './open-database.ts';
import type { CompanyTask } from './options.ts';
import { texts } from './texts.ts';

/** Where the published schema stands, from the root of the project. */
export const SCHEMA_FILE = join('docs', 'company.schema.json');
const SHORTEST_PASSWORD = 8;

/**
 * Does what was asked, and prints.
 * @returns the exit code
 * @throws Problem in words for the person who ran it
 */
export async function runTask(root: string, task: CompanyTask): Promise<number> {
  switch (task.command) {
    case 'help':
      console.log(texts.usage);
      return 0;
    case 'schema':
      await writeFile(join(root, SCHEMA_FILE), schemaText());
      console.log(SCHEMA_FILE);
      return 0;
    case 'check': {
      const read = readCompanyFile(await readText(task.file));
      if (!read.ok) return printProblems(task.file, read.error);
      console.log(texts.fine(shown(task.file)));
      return 0;
    }
    case 'diff':
    case 'apply': {
      const read = readCompanyFile(await readText(task.file));
      if (!read.ok) return printProblems(task.file, read.error);
      return withDatabase(root, task, task.command === 'apply', (database) =>
        compareOrApply(database, read.value, task),
      );
    }
    case 'export':
      return withDatabase(root, task, false, async (database) => {
        console.log(stringify((await readStoredCompany(database)).configuration, { lineWidth: 110 }));
        return 0;
      });
    case 'password':
      return withDatabase(root, task, false, (database) => changePassword(database, task));
  }
}

/** The published schema as its file has it. */
export function schemaText(): string {
  return `${JSON.stringify(companyJsonSchema(), null, 2)}\n`;
}

async function compareOrApply(
  database: Database,
  { configuration, locate }: CompanyFile,
  { command, file }: { command: 'diff' | 'apply'; file: string },
): Promise<number> {
  const doIt = command === 'apply' ? applyConfiguration : diffConfiguration;
  const done: Result<ConfigurationChange[], FoundProblem[]> = await doIt(database, configuration);
  if (!done.ok) return printProblems(file, locate(done.error));
  const changes = done.value;
  for (const line of describeChanges(changes)) console.log(line);
  if (changes.length > 0) console.log('');
  const count = changes.length;
  console.log(
    count === 0 ? texts.nothing : command === 'apply' ? texts.applied(count) : texts.wouldChange(count),
  );
  if (command === 'diff') return 0;
  const logins = await loginsWithoutPassword(database);
  if (logins.length > 0) console.log(texts.withoutPassword(logins));
  return 0;
}

async function changePassword(
  database: Database,
  { login, reads }: { login: string; reads: boolean },
): Promise<number> {
  const password = reads
    ? (await readAll(process.stdin)).replace(/\r?\n$/, '')
    : randomBytes(9).toString('base64url');
  if (password.length < SHORTEST_PASSWORD) throw new Problem(texts.shortPassword(SHORTEST_PASSWORD));
  const known = await setPassword(database, login, password);
  if (known === null) throw new Problem(texts.userUnknown(login));
  console.log(reads ? texts.passwordSet(known) : texts.newPassword(known, password));
  return 0;
}

async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Problem(texts.unreadable(shown(path), error.code ?? error.message));
  });
}

/** As compilers print them, so that editors and terminals find the place. */
function printProblems(file: string, problems: readonly FileProblem[]): number {
  for (const { line, column, field, message } of problems) {
    console.error(`${shown(file)}:${line}:${column}: ${field === undefined ? '' : `${field}: `}${message}`);
  }
  console.error(texts.problems(problems.length));
  return 1;
}

/** Paths as short as the person who ran it wrote them. */
function shown(path: string): string {
  const short = relative(process.env.INIT_CWD ?? process.cwd(), path);
  return short.startsWith('..') ? path : short;
}

async function withDatabase(
  root: string,
  place: Parameters<typeof openDatabase>[1],
  migrates: boolean,
  work: (database: Database) => Promise<number>,
): Promise<number> {
  const open = await openDatabase(root, place);
  try {
    if (migrates) await migrate(open.url);
    const database = connect(open.url, { connections: 2 });
    try {
      return await work(database);
    } finally {
      await database.$client.end();
    }
  } catch (error) {
    throw inWords(error);
  } finally {
    await open.close();
  }
}

/** What a database says for itself, where the person who ran it can do something about it. */
function inWords(error: unknown): unknown {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    // An unknown table or column.
    if (code === '42P01' || code === '42703') return new Problem(texts.olderDatabase);
    const isFatal = cause instanceof pg.DatabaseError && cause.severity === 'FATAL';
    if (isFatal || /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT)/.test(code)) {
      return new Problem(texts.unreachable(cause.message || code));
    }
  }
  return error;
}
