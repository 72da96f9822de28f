import { describe, expect, test } from 'vitest';
import type { MailEvent } from '../../../server/mail/mail-event.ts';
import { type MailFacts, writeMail } from '../../../server/mail/write-mail.ts';

const facts = (more: Partial<MailFacts> = {}): MailFacts => ({
  protocol: '2026000042319',
  events: ['opinion'],
  typeNumber: '1.2.1',
  typeName: 'Dúvida fiscal',
  customerCode: '000318',
  actorName: 'Renata Prado',
  centerName: 'Fiscal',
  at: '2026-07-16T17:36:00.000Z',
  timeZone: 'America/Sao_Paulo',
  link: 'https://crm.example/abrir/0190a000-0000-7000-8000-000000000300',
  ...more,
});

describe('the mail to a watcher', () => {
  test('says what happened, to which ticket, by whom and when on the company’s clock', () => {
    const { subject, text } = writeMail(facts({ events: ['opinion', 'moved'] }));
    expect(subject).toBe('Atendimento 2026 0000 4231-9 mudou de CR');
    expect(text).toBe(
      [
        'Novo parecer',
        'Passou para Fiscal',
        '',
        'Protocolo: 2026 0000 4231-9',
        'Tipo: 1.2.1 Dúvida fiscal',
        'Cliente: 000318',
        'Por: Renata Prado',
        'Em: 16/07/2026 14:36',
        '',
        'Abrir o atendimento: https://crm.example/abrir/0190a000-0000-7000-8000-000000000300',
        '',
        'Você recebe este aviso porque acompanha o atendimento ou o cliente (Spy System). Para não receber mais, tire seu nome no painel do Parecer.',
        '',
      ].join('\n'),
    );
  });

  test.each<[MailEvent[], string]>([
    [['opened'], 'Atendimento 2026 0000 4231-9 aberto'],
    [['opinion'], 'Atendimento 2026 0000 4231-9: novo parecer'],
    [['opinion', 'moved', 'closed'], 'Atendimento 2026 0000 4231-9 encerrado'],
    [['opened', 'closed'], 'Atendimento 2026 0000 4231-9 encerrado'],
    [['closed'], 'Atendimento 2026 0000 4231-9 encerrado'],
  ])('of %j has the subject %s', (events, subject) => {
    expect(writeMail(facts({ events })).subject).toBe(subject);
  });

  test('holds nothing of the data as markup', () => {
    const evil = '<img src=x onerror=alert(1)>"\'&</td><script>';
    const { html, subject } = writeMail(
      facts({
        events: ['opinion', 'moved'],
        actorName: evil,
        typeName: evil,
        centerName: evil,
        customerCode: evil,
      }),
    );
    expect(html).not.toMatch(/<img|<script|onerror=alert\(1\)>/);
    expect(html.match(/&lt;img src=x/g)).toHaveLength(4);
    expect(subject).not.toContain('<');
  });

  test('has the same words in both forms', () => {
    const { html, text } = writeMail(facts({ events: ['closed'] }));
    for (const words of ['Atendimento encerrado', 'Renata Prado', '2026 0000 4231-9', 'terminam.']) {
      expect(text).toContain(words);
      expect(html).toContain(words);
    }
  });
});
