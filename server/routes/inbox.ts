import { type InboxAnswer, inboxAnswerSchema } from '../../contract/tickets.ts';
import { compareInbox, createInboxClock } from '../../domain/inbox.ts';
import { readCompany } from '../db/company.ts';
import { listInboxTickets } from '../db/tickets.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { RouteDependencies } from './dependencies.ts';

/** The document of the API names it too, in `server-documentation.ts`. */
const LIMIT = 2_000;

export function inboxRoutes({ database, now }: RouteDependencies): Route[] {
  return [
    defineRoute({
      operation: 'readInbox',
      method: 'get',
      path: '/inbox',
      answers: { 200: inboxAnswerSchema },
      async handle({ actor }) {
        const clock = createInboxClock(now(), await readCompany(database));
        const { items, total } = await listInboxTickets(database, actor.user, clock, LIMIT);
        items.sort((one, other) => compareInbox(one, other, { user: actor.user, clock }));
        const body: InboxAnswer = { items, total };
        return { status: 200, body };
      },
    }),
  ];
}
