import { spawnSync } from 'node:child_process';
import { Problem } from '../problem.ts';

/** The operating system's account that PostgreSQL runs as. */
export interface Account {
  uid: number;
  gid: number;
}

const accountName = 'parecer';

/**
 * PostgreSQL refuses to run as root: then it gets an account of its own, made when it is missing.
 * @returns nothing for an ordinary user, who runs it as themselves
 */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const known = findAccount();
  if (known) return known;
  const made = spawnSync(
    'useradd',
    [
      '--system',
      '--user-group',
      '--no-create-home',
      '--home-dir',
      '/nonexistent',
      '--shell',
      '/bin/false',
      accountName,
    ],
    { encoding: 'utf8' },
  );
  // Asked again whatever useradd said: another run may have made it in the meantime.
  const account = findAccount();
  if (account) return account;
  throw new Problem(
    `Não foi possível criar a conta "${accountName}", com a qual o banco de dados é executado ` +
      `(${made.stderr?.trim() || made.error?.message}). Crie-a com useradd, ou execute como usuário comum.`,
  );
}

function findAccount(): Account | undefined {
  const ids = ['-u', '-g'].map((flag) => spawnSync('id', [flag, accountName], { encoding: 'utf8' }));
  const [uid, gid] = ids.map((answer) => (answer.status === 0 ? Number(answer.stdout) : Number.NaN));
  return uid === undefined || gid === undefined || Number.isNaN(uid + gid) ? undefined : { uid, gid };
}
