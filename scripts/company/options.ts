import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Problem } from '../problem.ts';
import { texts } from './texts.ts';

interface Place {
  /** Address of the database; the data folder's when left out. */
  database: string | undefined;
  /** Data folder of `npm start`, absolute; the default one when left out. */
  data: string | undefined;
}

/** What `npm run company` is asked to do. */
export type CompanyTask =
  | { command: 'help' | 'schema' }
  | { command: 'check'; file: string }
  | ({ command: 'diff' | 'apply'; file: string } & Place)
  | ({ command: 'export' } & Place)
  | ({ command: 'password'; login: string; reads: boolean } & Place);

/**
 * Reads the command line.
 * @param invokedFrom folder that relative paths are meant from
 * @throws Problem that names what is wrong
 */
export function readTask(
  args: readonly string[],
  invokedFrom: string,
  environment: NodeJS.ProcessEnv,
): CompanyTask {
  const { values, positionals } = parse(args);
  const [command, object, ...more] = positionals;
  if (values.help) return { command: 'help' };
  if (more[0] !== undefined) throw new Problem(texts.tooMany(more[0]));
  const data = values.data === undefined ? undefined : resolve(invokedFrom, values.data);
  // A data folder that is named means that one, whatever the environment says.
  const database =
    values.database ?? (data === undefined ? environment.DATABASE_URL || undefined : undefined);
  const file = () => {
    if (object === undefined) throw new Problem(texts.noFile(command ?? ''));
    return resolve(invokedFrom, object);
  };
  switch (command) {
    case undefined:
      throw new Problem(texts.noCommand);
    case 'check':
      return { command, file: file() };
    case 'diff':
    case 'apply':
      return { command, file: file(), database, data };
    case 'password':
      if (object === undefined) throw new Problem(texts.noLogin);
      return { command, login: object, reads: values.stdin ?? false, database, data };
    case 'export':
    case 'schema':
      if (object !== undefined) throw new Problem(texts.tooMany(object));
      return command === 'schema' ? { command } : { command, database, data };
    default:
      throw new Problem(texts.badCommand(command));
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        database: { type: 'string' },
        data: { type: 'string' },
        stdin: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    if (!`${(error as NodeJS.ErrnoException).code}`.startsWith('ERR_PARSE_ARGS')) throw error;
    throw new Problem(texts.badOption(/'(-[^' ]*)/.exec((error as Error).message)?.[1] ?? ''));
  }
}
