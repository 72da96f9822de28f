import { expect } from '@playwright/test';
import pg from 'pg';
import type { TestDatabase } from '../postgres.ts';

/** A transaction of ours that keeps a table from being written. */
export interface TableLock {
  /** Waits until this many writes of the server stand behind it. */
  waitFor(writes: number): Promise<void>;
  /** Ends the connections of those that wait, as a crash of the whole machine would: nothing of theirs is ever committed. */
  endWaiting(): Promise<void>;
  /** Lets those that wait go on. */
  release(): Promise<void>;
}

/** Locks the table in which each applied command is written down: what is under way stops right before its commit. */
export async function lockCommands(database: TestDatabase): Promise<TableLock> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('begin');
  await client.query('lock table commands in exclusive mode');
  const waiting = () =>
    database.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
  return {
    async waitFor(writes) {
      await expect.poll(async () => (await waiting()).length).toBe(writes);
    },
    async endWaiting() {
      for (const { pid } of await waiting()) await database.query('select pg_terminate_backend($1)', [pid]);
      await expect.poll(async () => (await waiting()).length).toBe(0);
    },
    release: () => client.end(),
  };
}
