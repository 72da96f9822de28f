import type { Command } from '../domain/command.ts';
import { path } from './http.ts';

/** Where a command is posted, and what. */
export function commandToRequest(command: Command): { path: string; body: unknown } {
  switch (command.kind) {
    case 'openTicket': {
      const { kind: _, ...body } = command;
      return { path: 'tickets', body };
    }
    case 'addOpinion': {
      const { kind: _, ticketId, ...body } = command;
      return { path: path`tickets/${ticketId}/opinions`, body };
    }
    case 'closeTicket': {
      const { kind: _, ticketId, ...body } = command;
      return { path: path`tickets/${ticketId}/closings`, body };
    }
    case 'reopenTicket': {
      const { kind: _, ticketId, ...body } = command;
      return { path: path`tickets/${ticketId}/reopenings`, body };
    }
    case 'editCustomer': {
      const { kind: _, customerId, ...body } = command;
      return { path: path`customers/${customerId}/edits`, body };
    }
    case 'createContactPerson': {
      const { kind: _, customerId, ...body } = command;
      return { path: path`customers/${customerId}/contact-persons`, body };
    }
    case 'editContactPerson': {
      const { kind: _, customerId, contactPersonId, ...body } = command;
      return { path: path`customers/${customerId}/contact-persons/${contactPersonId}/edits`, body };
    }
  }
}
