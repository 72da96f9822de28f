import { z } from 'zod';
import { attachmentSchema } from './attachment.ts';
import {
  type CustomerCommand,
  createContactPersonSchema,
  editContactPersonSchema,
  editCustomerSchema,
} from './customer-commands.ts';
import { idSchema } from './id.ts';
import { instantSchema } from './instant.ts';
import { lineSchema } from './line.ts';
import { richTextDocumentSchema } from './rich-text/document.ts';
import {
  internalContactSchema,
  nextContactSchema,
  subjectSchema,
  ticketProductSchema,
  waitingForSchema,
  watcherIdsSchema,
} from './ticket.ts';
import { routeSchema } from './workflow.ts';

/** What an agent writes: the body of an opinion and what goes with it. */
export const opinionContentSchema = z.object({
  /** Id of the opinion to be. */
  id: idSchema,
  startedAt: instantSchema,
  endedAt: instantSchema,
  channelId: idSchema.nullable(),
  contactPersonId: idSchema.nullable(),
  contactName: lineSchema.max(120).nullable(),
  /** One that is there twice, in capitals or not, counts once. */
  subjects: z.array(subjectSchema).max(20).overwrite(withoutRepeats),
  body: richTextDocumentSchema,
  /** The telephone call that it was written because of: tickets of one call share it. Absent for all others. */
  callId: idSchema.optional(),
  /** Number of that call, E.164 or as it came; absent where it was withheld. */
  callPhone: lineSchema.min(1).max(60).optional(),
  /** Files whose bytes the server has or gets afterwards; absent where there are none. */
  attachments: z.array(attachmentSchema).min(1).max(20).optional(),
});

/** Keeps the first writing of each. */
function withoutRepeats(subjects: string[]): string[] {
  const keys = subjects.map((subject) => subject.toLowerCase());
  return subjects.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

export type OpinionContent = z.infer<typeof opinionContentSchema>;

/**
 * A change that the agent asks for. Its `id` is the id of the record that it creates (ticket, opinion, event), and
 * the server applies each id once, for ever: the same id with the same content answers as the first time, with other
 * content it is a conflict. Commands of one ticket are applied in order.
 */
export const openTicketSchema = z.object({
  kind: z.literal('openTicket'),
  /** Id of the ticket to be. */
  id: idSchema,
  /** From this device's lease; null lets the server give one. */
  protocol: z
    .string()
    .regex(/^[0-9]{13}$/)
    .nullable(),
  customerId: idSchema,
  typeId: idSchema,
  /** Null: the first line of the opinion. */
  title: lineSchema.min(1).max(80).nullable(),
  /** Null: the server applies the default of the type. */
  nextContact: nextContactSchema.nullable(),
  waitingFor: waitingForSchema.nullable(),
  closeOnlyByOpener: z.boolean(),
  /** The closed ticket of the same customer that this one goes on from; absent for all others. */
  followsTicketId: idSchema.optional(),
  /** What it is about; absent where the agent named none. The version is as of that day. */
  product: ticketProductSchema.optional(),
  internalContact: internalContactSchema.optional(),
  watcherIds: watcherIdsSchema.optional(),
  /** What the workflow asked; absent where it asked nothing. */
  route: routeSchema.optional(),
  opinion: opinionContentSchema,
});

/** What an opinion changes of its ticket's unlocked fields; an absent one stays. */
export const ticketChangesSchema = z.object({
  typeId: idSchema.optional(),
  /** Null: about no product any more. */
  product: ticketProductSchema.nullable().optional(),
});

export const addOpinionSchema = z.object({
  kind: z.literal('addOpinion'),
  /** Id of the opinion to be; equals `opinion.id`. */
  id: idSchema,
  ticketId: idSchema,
  /** Null keeps what the ticket has. */
  nextContact: nextContactSchema.nullable(),
  waitingFor: waitingForSchema.nullable(),
  correctsOpinionId: idSchema.nullable(),
  /** Absent: the ticket keeps its own; null takes it away. */
  internalContact: internalContactSchema.nullable().optional(),
  /** All that the ticket has from then on; absent: it keeps its own. */
  watcherIds: watcherIdsSchema.optional(),
  /** Fields that were unlocked and changed with this opinion. */
  changes: ticketChangesSchema.optional(),
  route: routeSchema.optional(),
  opinion: opinionContentSchema,
});

export const closeTicketSchema = z.object({
  kind: z.literal('closeTicket'),
  /** Id of the ticket event to be. */
  id: idSchema,
  ticketId: idSchema,
});

export const reopenTicketSchema = z.object({
  kind: z.literal('reopenTicket'),
  /** Id of the ticket event to be. */
  id: idSchema,
  ticketId: idSchema,
});

export const commandSchema = z.discriminatedUnion('kind', [
  openTicketSchema,
  addOpinionSchema,
  closeTicketSchema,
  reopenTicketSchema,
  editCustomerSchema,
  createContactPersonSchema,
  editContactPersonSchema,
]);

export type OpenTicket = z.infer<typeof openTicketSchema>;
export type AddOpinion = z.infer<typeof addOpinionSchema>;
export type CloseTicket = z.infer<typeof closeTicketSchema>;
export type ReopenTicket = z.infer<typeof reopenTicketSchema>;
export type Command = z.infer<typeof commandSchema>;

/**
 * The record that a command is about: its ticket, the customer whose record it changes, or the contact person. Commands of one
 * record keep their order; what opens or creates a record has its id.
 */
export function queueIdOf(command: Command): string {
  switch (command.kind) {
    case 'openTicket':
    case 'createContactPerson':
      return command.id;
    case 'editCustomer':
      return command.customerId;
    case 'editContactPerson':
      return command.contactPersonId;
    default:
      return command.ticketId;
  }
}

/** Whether a command changes a customer's record or its contact persons, and no ticket. */
export function isCustomerCommand(command: Command): command is CustomerCommand {
  const { kind } = command;
  return kind === 'editCustomer' || kind === 'createContactPerson' || kind === 'editContactPerson';
}

/** The contact person whom an opinion names; null for all other commands, and where it names none. */
export function contactPersonOf(command: Command): string | null {
  return command.kind === 'openTicket' || command.kind === 'addOpinion'
    ? command.opinion.contactPersonId
    : null;
}

/** An opinion that names its contact person by the name alone; any other command as it is. */
export function withoutContactPerson(command: Command): Command {
  if (command.kind === 'openTicket' || command.kind === 'addOpinion')
    return { ...command, opinion: { ...command.opinion, contactPersonId: null } };
  return command;
}

/** The server's lasting answer to a command: the same whenever the command is sent again. */
export const receiptSchema = z.object({
  id: idSchema,
  ticketId: idSchema,
  protocol: z.string().regex(/^[0-9]{13}$/),
  confirmedAt: instantSchema,
});

export type Receipt = z.infer<typeof receiptSchema>;
