import pg from 'pg';
import { serverRefusals } from '../../locales/pt-BR/server-refusals.ts';
import { type Refusal, refuse } from '../problems.ts';
import type { Actor } from '../session/authenticator.ts';
import { hashCommand, type ServerCommand } from './command.ts';
import { type Earlier, findEarlier } from './earlier.ts';

/** The answer to a command, and whether it was applied now or had been before. */
export interface Executed {
  receipt: Record<string, unknown>;
  isFirst: boolean;
}

/** @throws Refusal when rules or conflicts keep it from being applied */
export type CommandExecutor = (actor: Actor, command: ServerCommand) => Promise<Executed>;

/**
 * What came of one try: applied, found applied, or `changed`: what the rules had judged was no longer so when it was
 * to be written, and has to be judged anew.
 */
export type Attempt = { receipt: Record<string, unknown> } | { earlier: Earlier } | 'changed';

/** Applies one kind of command: reads what the rules need, asks them, and writes everything in one statement. */
export type CommandHandler<C extends ServerCommand> = (
  actor: Actor,
  command: C,
  contentHash: Buffer,
) => Promise<Attempt>;

export type CommandHandlers = { [C in ServerCommand as C['kind']]: CommandHandler<C> };

/** Each try loses only against another that succeeded on the same record, so a few are plenty. */
const TRIES = 20;

/**
 * Applies each command once, for ever. The id is the primary key of `commands`: of two that arrive together one waits for
 * the other in the database and then finds it applied.
 */
export function createCommandExecutor(pool: pg.Pool, handlers: CommandHandlers): CommandExecutor {
  return async (actor, command) => {
    const contentHash = hashCommand(actor.user.id, command);
    const handle = handlers[command.kind] as CommandHandler<ServerCommand>;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const attempt = await handle(actor, command, contentHash).catch((error) =>
        attemptAfter(error, pool, command.id),
      );
      if (attempt === 'changed') continue;
      if ('receipt' in attempt) return { receipt: attempt.receipt, isFirst: true };
      if (attempt.earlier.contentHash !== contentHash.toString('hex')) throw otherContent();
      return { receipt: attempt.earlier.receipt, isFirst: false };
    }
    throw new Error(`A command was overtaken ${TRIES} times.`);
  };
}

async function attemptAfter(error: unknown, pool: pg.Pool, id: string): Promise<Attempt> {
  if (!(error instanceof pg.DatabaseError)) throw error;
  // Deadlock and serialization failure: nothing was done, the other one was.
  if (error.code === '40P01' || error.code === '40001') return 'changed';
  if (error.code !== '23505') throw error;
  const earlier = await findEarlier(pool, id);
  if (earlier !== null) return { earlier };
  throw idTaken(error.constraint ?? '');
}

function otherContent(): Refusal {
  return refuse('conflict', serverRefusals.otherContent, {
    field: 'id',
  });
}

/** The fields whose ids these constraints hold. */
const FIELDS: Readonly<Record<string, string>> = {
  opinions_pkey: 'opinion.id',
  attachments_pkey: 'opinion.attachments',
};

/** A record that some other command made holds what must be unique. */
function idTaken(constraint: string): Refusal {
  if (constraint === 'tickets_protocol_key') {
    return refuse('conflict', serverRefusals.protocolTaken, { field: 'protocol' });
  }
  const field = FIELDS[constraint] ?? 'id';
  return refuse('conflict', serverRefusals.idTaken, { field });
}
