import { html } from 'hono/html';
import { formatClock, formatDay } from '../../domain/format/calendar.ts';
import { formatProtocol } from '../../domain/protocol.ts';
import { wallClock } from '../../domain/time-zone.ts';
import { mail as words } from '../../locales/pt-BR/mail.ts';
import type { MailEvent } from './mail-event.ts';

/** What a mail may know: no text, title, name or document of the customer is among it. */
export interface MailFacts {
  protocol: string;
  events: readonly MailEvent[];
  typeNumber: string;
  typeName: string;
  customerCode: string;
  actorName: string;
  centerName: string | null;
  /** Instant. */
  at: string;
  timeZone: string;
  /** Address that opens the ticket. */
  link: string;
}

export interface WrittenMail {
  subject: string;
  text: string;
  html: string;
}

/** What the subject names: the thing that matters most of what the act did. */
const WEIGHT: readonly MailEvent[] = ['closed', 'opened', 'moved', 'opinion'];

/** The mail of one act, as plain text and as HTML that holds nothing of the data unescaped. */
export function writeMail(facts: MailFacts): WrittenMail {
  const protocol = formatProtocol(facts.protocol);
  const main = WEIGHT.find((event) => facts.events.includes(event)) ?? 'opinion';
  const happened = facts.events.map((event) =>
    event === 'moved' ? words.happened.moved(facts.centerName ?? '') : words.happened[event],
  );
  const rows: [string, string][] = [
    [words.protocol, protocol],
    [words.type, `${facts.typeNumber} ${facts.typeName}`],
    [words.customer, facts.customerCode],
    [words.by, facts.actorName],
    [words.at, momentOf(facts)],
  ];
  const closing = facts.events.includes('closed') ? words.last : null;
  return {
    subject: words.subject[main](protocol),
    text: [
      ...happened,
      '',
      ...rows.map(([name, value]) => `${name}: ${value}`),
      '',
      `${words.open}: ${facts.link}`,
      '',
      ...(closing === null ? [] : [closing]),
      words.why,
      '',
    ].join('\n'),
    html: `${html`<!doctype html>
<html lang="pt-BR">
<head><meta charset="utf-8"><title>${words.subject[main](protocol)}</title></head>
<body style="margin:0;padding:24px;font:15px/1.5 system-ui,sans-serif;color:#1b1f24;background:#fff">
${happened.map((line) => html`<p style="margin:0 0 4px;font-size:17px;font-weight:600">${line}</p>\n`)}
<table style="margin:12px 0;border-collapse:collapse">
${rows.map(
  ([name, value]) =>
    html`<tr><td style="padding:2px 16px 2px 0;color:#57606a">${name}</td><td style="padding:2px 0">${value}</td></tr>\n`,
)}
</table>
<p style="margin:16px 0"><a href="${facts.link}" style="color:#0b57d0">${words.open}</a></p>
<p style="margin:16px 0 0;font-size:13px;color:#57606a">${closing === null ? '' : `${closing} `}${words.why}</p>
</body>
</html>`}`,
  };
}

/** `25/11/2026 14:36` on the company's clock. */
function momentOf({ at, timeZone }: MailFacts): string {
  const clock = wallClock(at, timeZone);
  return `${formatDay(clock.day)} ${formatClock(clock)}`;
}
