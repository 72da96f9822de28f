import MailComposer from 'nodemailer/lib/mail-composer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';

// nodemailer: what speaks SMTP in Node, without dependencies. Its connection is used and not its transport, because the queue has to
// note that a message is about to be handed over after the connection is there and before the message goes.

/** How long the mail server may take to answer anything, in milliseconds. */
const PATIENCE_MS = 20_000;

export interface OutgoingMail {
  /** Of the `Message-ID` header, without the angle brackets. */
  messageId: string;
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** A connection to the mail server that is ready to take messages. */
export interface MailSession {
  /** Resolves when the mail server has taken the message (250). @throws MailFailure */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

export type OpenMailSession = () => Promise<MailSession>;

/** The mail server did not take a message, or there is no telling. */
export class MailFailure extends Error {
  readonly kind: 'later' | 'never' | 'unknown';
  /** Of the mail server's answer, or of the connection's failure. Its text is left out: it quotes addresses. */
  readonly code: string;

  /** `later`: not taken, may be another time. `never`: refused for good. `unknown`: the answer was lost. */
  constructor(kind: MailFailure['kind'], code: string) {
    super(`The mail server failed: ${code}`);
    this.name = 'MailFailure';
    this.kind = kind;
    this.code = code;
  }
}

/** Sessions with the mail server of this address. Where it offers TLS that is used. */
export function createMailSessions(url: string): OpenMailSession {
  const { auth, ...options } = parseConnectionUrl(url);
  return async () => {
    const connection = new SMTPConnection({
      ...(options as object),
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    });
    let fail: (error: unknown) => void = () => undefined;
    // What happens to the connection between two steps is seen by the next one.
    connection.on('error', (error) => fail(error));
    connection.on('end', () => fail(new Error('Connection ended')));
    const step = (run: (done: (error?: unknown) => void) => void) =>
      new Promise<void>((resolve, reject) => {
        fail = reject;
        run((error) => (error ? reject(error) : resolve()));
      });
    const close = () => connection.close();
    try {
      await step((done) => connection.connect((error?: unknown) => done(error)));
      if (auth !== undefined && auth !== null)
        await step((done) => connection.login(auth as never, (error?: unknown) => done(error)));
    } catch (error) {
      close();
      throw new MailFailure('later', codeOf(error));
    }
    return {
      close,
      async send(mail) {
        const message = await new MailComposer({
          ...mail,
          messageId: `<${mail.messageId}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
          .compile()
          .build();
        try {
          const envelope = { from: addressOf(mail.from), to: [mail.to] };
          await step((done) => connection.send(envelope, message, (error?: unknown) => done(error)));
        } catch (error) {
          throw failureOf(error);
        }
      },
    };
  };
}

function failureOf(error: unknown): MailFailure {
  const { responseCode, command } = error as { responseCode?: number; command?: string };
  const code = codeOf(error);
  if (responseCode !== undefined && responseCode > 0)
    return new MailFailure(responseCode >= 500 ? 'never' : 'later', code);
  // Before DATA the mail server cannot have taken it.
  return new MailFailure(command === 'MAIL FROM' || command === 'RCPT TO' ? 'later' : 'unknown', code);
}

function codeOf(error: unknown): string {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  return responseCode === undefined || responseCode === 0 ? (code ?? 'unknown') : `${responseCode}`;
}

/** `crm@empresa.example` of `Parecer <crm@empresa.example>`. */
export function addressOf(from: string): string {
  return /<([^<>]+)>$/.exec(from)?.[1] ?? from;
}
