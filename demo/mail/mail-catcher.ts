import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

// smtp-server and mailparser: of the makers of nodemailer, a real mail server of the same protocol. Only tools and tests have them.

/** A mail that arrived. */
export interface CaughtMail {
  /** Counts from 1. */
  number: number;
  messageId: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  receivedAt: Date;
}

/** What the next message is answered with instead of being taken. */
export interface Refusal {
  code: number;
  /** After the message, or already after its recipient. */
  at: 'recipient' | 'message';
}

/** A real mail server on loopback that keeps what it gets, in memory. */
export interface MailCatcher {
  /** For `SMTP_URL`; stays the same over `stop` and `start`. */
  url: string;
  /** The oldest first. */
  mails: readonly CaughtMail[];
  /** Answers the next messages so, one each. */
  refuse(...refusals: Refusal[]): void;
  /** Called when a message is there and before it is answered: what waits here delays the 250. */
  beforeAnswer(listener: (mail: CaughtMail) => Promise<void>): void;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** As many as a page can list; older ones are forgotten. */
const KEPT = 500;

export async function startMailCatcher(): Promise<MailCatcher> {
  const mails: CaughtMail[] = [];
  const refusals: Refusal[] = [];
  let listener: (mail: CaughtMail) => Promise<void> = async () => undefined;
  let count = 0;
  let port = 0;
  let server: SMTPServer | null = null;

  async function take(stream: SMTPServerDataStream, to: string): Promise<void> {
    const parsed = await simpleParser(stream);
    const refusal = refusals[0];
    if (refusal !== undefined) {
      refusals.shift();
      throw answer(refusal);
    }
    const mail: CaughtMail = {
      number: ++count,
      messageId: parsed.messageId ?? '',
      to,
      subject: parsed.subject ?? '',
      text: parsed.text ?? '',
      html: parsed.html === false ? '' : (parsed.html ?? ''),
      receivedAt: new Date(),
    };
    mails.push(mail);
    if (mails.length > KEPT) mails.shift();
    await listener(mail);
  }

  async function start(): Promise<void> {
    const next = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo(_, __, done) {
        const refusal = refusals[0];
        if (refusal?.at !== 'recipient') return done();
        refusals.shift();
        done(answer(refusal));
      },
      onData(stream, session, done) {
        const to = session.envelope.rcptTo.map(({ address }) => address).join(', ');
        take(stream, to).then(
          () => done(null, 'taken'),
          (error: Error) => done(error),
        );
      },
    });
    // A client that was killed resets its connection.
    next.on('error', () => undefined);
    next.listen(port, '127.0.0.1');
    await once(next.server, 'listening');
    port = (next.server.address() as AddressInfo).port;
    server = next;
  }

  await start();
  return {
    get url() {
      return `smtp://127.0.0.1:${port}`;
    },
    mails,
    refuse: (...more) => void refusals.push(...more),
    beforeAnswer: (next) => {
      listener = next;
    },
    start,
    async stop() {
      const ending = server;
      server = null;
      if (ending === null) return;
      for (const connection of ending.connections) connection.close();
      await new Promise<void>((resolve) => ending.close(() => resolve()));
    },
  };
}

function answer({ code }: Refusal): Error {
  return Object.assign(new Error('Not taken'), { responseCode: code });
}
