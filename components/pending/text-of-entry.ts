import type { OutboxEntry } from '../../domain/delivery.ts';
import { excerpt } from '../../domain/rich-text/plain-text.ts';
import { pending as words } from '../../locales/pt-BR/pending.ts';
import { textOfCustomerCommand } from '../customer/record-words.ts';

/** What a command says, in one line: its text, or the act. */
export function textOfEntry(entry: OutboxEntry): string {
  const { command } = entry;
  switch (command.kind) {
    case 'openTicket':
    case 'addOpinion':
      return excerpt(command.opinion.body);
    case 'closeTicket':
      return `${words.closes}: ${entry.title}`;
    case 'reopenTicket':
      return `${words.reopens}: ${entry.title}`;
    case 'editCustomer':
    case 'createContactPerson':
    case 'editContactPerson':
      return textOfCustomerCommand(command);
  }
}
