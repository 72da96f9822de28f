import { z } from 'zod';
import { customerTicketsQuerySchema, type TicketPage, ticketPageSchema } from '../../contract/customers.ts';
import {
  addOpinionRequestSchema,
  closeTicketRequestSchema,
  type OpinionPage,
  openTicketRequestSchema,
  opinionPageSchema,
  opinionsQuerySchema,
  receiptAnswerSchema,
  reopenTicketRequestSchema,
  ticketAnswerSchema,
} from '../../contract/tickets.ts';
import { idSchema } from '../../domain/id.ts';
import { instantSchema } from '../../domain/instant.ts';
import { unknownTicket } from '../commands/ticket-context.ts';
import { readCustomerSummary } from '../db/customers.ts';
import { readOpinions } from '../db/opinions.ts';
import { countTickets, listClosedTickets, listOpenTickets, readTicket } from '../db/tickets.ts';
import { OPINION_BODY, SMALL_BODY } from '../http/body.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { commandAnswer } from './command-answer.ts';
import { unknownCustomer } from './customers.ts';
import type { RouteDependencies } from './dependencies.ts';

const idParams = z.object({ id: idSchema });
const ticketPositionSchema = z.object({ at: instantSchema.nullable(), id: idSchema });
const opinionPositionSchema = z.number().int().min(1).max(2_147_483_647);
const receiptAnswers = {
  200: receiptAnswerSchema,
  201: receiptAnswerSchema,
};

export function ticketRoutes({ database, execute }: RouteDependencies): Route[] {
  return [
    defineRoute({
      operation: 'listCustomerTickets',
      method: 'get',
      path: '/customers/:id/tickets',
      params: idParams,
      query: customerTicketsQuerySchema,
      answers: { 200: ticketPageSchema },
      async handle({ params, query }) {
        const after =
          query.before === undefined ? null : decodeCursor(query.before, ticketPositionSchema, 'before');
        const list = query.state === 'open' ? listOpenTickets : listClosedTickets;
        const [found, total] = await Promise.all([
          list(database, params.id, query.limit + 1, after),
          countTickets(database, params.id, query.state),
        ]);
        if (total === 0 && (await readCustomerSummary(database, params.id)) === null) throw unknownCustomer();
        const items = found.slice(0, query.limit);
        const last = found.length > query.limit ? items.at(-1) : undefined;
        const at = query.state === 'open' ? last?.nextContact.at : last?.closedAt;
        const body: TicketPage = { items, total, next: last ? encodeCursor({ at, id: last.id }) : null };
        return { status: 200, body };
      },
    }),
    defineRoute({
      operation: 'readTicket',
      method: 'get',
      path: '/tickets/:id',
      params: idParams,
      answers: { 200: ticketAnswerSchema },
      async handle({ params }) {
        const ticket = await readTicket(database, params.id);
        if (ticket === null) throw unknownTicket();
        return { status: 200, body: ticket };
      },
    }),
    defineRoute({
      operation: 'listOpinions',
      method: 'get',
      path: '/tickets/:id/opinions',
      params: idParams,
      query: opinionsQuerySchema,
      answers: { 200: opinionPageSchema },
      async handle({ params, query }) {
        const before =
          query.before === undefined ? null : decodeCursor(query.before, opinionPositionSchema, 'before');
        const { items, events, total, first } = await readOpinions(database, params.id, query.limit, before);
        if (total === 0 && (await readTicket(database, params.id)) === null) throw unknownTicket();
        const previous = first !== null && first > 1 ? encodeCursor(first) : null;
        const body: OpinionPage = { items, events, total, previous };
        return { status: 200, body };
      },
    }),
    defineRoute({
      operation: 'openTicket',
      method: 'post',
      path: '/tickets',
      body: { schema: openTicketRequestSchema, limit: OPINION_BODY },
      answers: receiptAnswers,
      async handle({ body, actor }) {
        return commandAnswer(await execute(actor, { kind: 'openTicket', ...body }));
      },
    }),
    defineRoute({
      operation: 'addOpinion',
      method: 'post',
      path: '/tickets/:id/opinions',
      params: idParams,
      body: { schema: addOpinionRequestSchema, limit: OPINION_BODY },
      answers: receiptAnswers,
      async handle({ params, body, actor }) {
        return commandAnswer(await execute(actor, { kind: 'addOpinion', ticketId: params.id, ...body }));
      },
    }),
    defineRoute({
      operation: 'closeTicket',
      method: 'post',
      path: '/tickets/:id/closings',
      params: idParams,
      body: { schema: closeTicketRequestSchema, limit: SMALL_BODY },
      answers: receiptAnswers,
      async handle({ params, body, actor }) {
        return commandAnswer(await execute(actor, { kind: 'closeTicket', ticketId: params.id, ...body }));
      },
    }),
    defineRoute({
      operation: 'reopenTicket',
      method: 'post',
      path: '/tickets/:id/reopenings',
      params: idParams,
      body: { schema: reopenTicketRequestSchema, limit: SMALL_BODY },
      answers: receiptAnswers,
      async handle({ params, body, actor }) {
        return commandAnswer(await execute(actor, { kind: 'reopenTicket', ticketId: params.id, ...body }));
      },
    }),
  ];
}
