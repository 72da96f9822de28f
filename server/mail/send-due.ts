import type { Log } from '../log.ts';
import type { DueMail, MailQueue } from './mail-queue.ts';
import { addressOf, MailFailure, type MailSession, type OpenMailSession } from './mail-session.ts';
import { writeMail } from './write-mail.ts';

export interface SendingParts {
  queue: MailQueue;
  openSession: OpenMailSession;
  from: string;
  publicUrl: string;
  retrySeconds: number;
  log: Log;
  now: () => Date;
  /** False once the process is asked to end. */
  goesOn: () => boolean;
}

/** What nobody could be told of for so long is no news any more, in milliseconds. */
const MOST_AGE_MS = 3 * 86_400_000;
const LONGEST_WAIT_MS = 3_600_000;

/** Sends what is due, one after the other, and leaves what fails for later. */
export async function sendDue(parts: SendingParts): Promise<void> {
  const { queue, log, now } = parts;
  let session: MailSession | null = null;
  try {
    while (parts.goesOn()) {
      const mail = await queue.next(now());
      if (mail === null) return;
      const given = reasonNotToSend(mail, now());
      if (given !== null) {
        if (given === 'unsure' || given === 'too-old')
          log.error('mail given up', { mail: mail.id, reason: given });
        await queue.settle(mail.id, given, now());
        continue;
      }
      try {
        session ??= await parts.openSession();
        await queue.handOver(mail.id);
        await session.send(toOutgoing(mail, parts));
      } catch (error) {
        if (!(error instanceof MailFailure)) throw error;
        session?.close();
        session = null;
        await putOff(parts, mail, error);
        continue;
      }
      await queue.settle(mail.id, 'sent', now());
    }
  } finally {
    session?.close();
  }
}

function reasonNotToSend(mail: DueMail, now: Date) {
  if (mail.email === null) return 'no-address';
  // Handed over twice without an answer on record: a third would be a second repeat.
  if (mail.handedOver >= 2) return 'unsure';
  return now.getTime() - mail.at.getTime() > MOST_AGE_MS ? 'too-old' : null;
}

async function putOff({ queue, log, now, retrySeconds }: SendingParts, mail: DueMail, failure: MailFailure) {
  const { kind, code } = failure;
  log.error('mail not sent', { mail: mail.id, code, tries: mail.failures + 1 });
  if (kind === 'never') return queue.settle(mail.id, 'refused', now());
  const wait = Math.min(LONGEST_WAIT_MS, retrySeconds * 1000 * 2 ** Math.min(mail.failures, 20));
  return queue.postpone(mail.id, new Date(now().getTime() + wait), kind === 'later');
}

function toOutgoing(mail: DueMail, { from, publicUrl }: SendingParts) {
  const domain = addressOf(from).split('@')[1] ?? 'localhost';
  const facts = {
    ...mail,
    at: mail.at.toISOString(),
    timeZone: mail.timeZone ?? 'America/Sao_Paulo',
    link: `${publicUrl}/abrir/${mail.ticketId}`,
  };
  return {
    // The same for the same act and user, whoever sends it and how often.
    messageId: `${mail.eventId}.${mail.userId}@${domain}`,
    from,
    to: mail.email ?? '',
    ...writeMail(facts),
  };
}
