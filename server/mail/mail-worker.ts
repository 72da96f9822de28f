import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { describe } from '../failures.ts';
import type { Log } from '../log.ts';
import type { Environment } from '../settings.ts';
import { createMailQueue } from './mail-queue.ts';
import { createMailSessions } from './mail-session.ts';
import { sendDue } from './send-due.ts';

export interface MailWorker {
  /** Ends after the mail that is under way. */
  stop(): Promise<void>;
}

export type MailSettings = Pick<
  Environment,
  'DATABASE_URL' | 'SMTP_URL' | 'MAIL_FROM' | 'PUBLIC_URL' | 'MAIL_RETRY_SECONDS'
>;

const LOOK_EVERY_MS = 1_000;
const FORGET_EVERY_MS = 3_600_000;
/** How long settled mails are kept, for operators who look for one. */
const KEEP_MS = 30 * 86_400_000;

/**
 * Sends the mails that commands queue, on a connection of its own. Of all processes of an installation one sends at a time; when it
 * ends, however it ends, another takes over.
 */
export function startMailWorker(settings: MailSettings, log: Log, now: () => Date): MailWorker {
  const { SMTP_URL, MAIL_FROM, PUBLIC_URL, MAIL_RETRY_SECONDS } = settings;
  if (SMTP_URL === undefined || MAIL_FROM === undefined || PUBLIC_URL === undefined) {
    log.info('mail is off', { reason: 'SMTP_URL is not set' });
    return { stop: async () => undefined };
  }
  const ending = new AbortController();
  const goesOn = () => !ending.signal.aborted;
  const pause = () => wait(LOOK_EVERY_MS, undefined, { signal: ending.signal }).catch(() => undefined);
  const openSession = createMailSessions(SMTP_URL);
  let forgottenAt = 0;

  async function work(): Promise<void> {
    const client = new pg.Client({
      connectionString: settings.DATABASE_URL,
      application_name: 'parecer mail',
      connectionTimeoutMillis: 5_000,
    });
    let isLost = false;
    client.on('error', () => {
      isLost = true;
    });
    try {
      await client.connect();
      const queue = createMailQueue(client);
      let isSender = false;
      while (goesOn() && !isLost) {
        isSender ||= await queue.take();
        if (isSender) {
          const parts = { queue, openSession, from: MAIL_FROM ?? '', publicUrl: PUBLIC_URL ?? '' };
          await sendDue({ ...parts, retrySeconds: MAIL_RETRY_SECONDS, log, now, goesOn });
          if (Date.now() - forgottenAt > FORGET_EVERY_MS) {
            forgottenAt = Date.now();
            await queue.forget(new Date(now().getTime() - KEEP_MS));
          }
        }
        await pause();
      }
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  const ended = (async () => {
    while (goesOn()) {
      try {
        await work();
      } catch (error) {
        // The database is away or ended the connection: begun anew, and what was handed over is on record.
        if (goesOn()) log.error('mail worker failed', describe(error));
      }
      await pause();
    }
  })();
  return {
    async stop() {
      ending.abort();
      await ended;
    },
  };
}
