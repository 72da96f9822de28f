import { z } from 'zod';
import {
  savedSearchAnswerSchema,
  savedSearchListSchema,
  savedSearchRequestSchema,
} from '../../contract/saved-searches.ts';
import {
  subjectListSchema,
  subjectsQuerySchema,
  type TicketSearchAnswer,
  ticketSearchAnswerSchema,
  ticketSearchQuerySchema,
} from '../../contract/ticket-search.ts';
import { idSchema } from '../../domain/id.ts';
import { instantSchema } from '../../domain/instant.ts';
import { SAVED_SEARCHES } from '../../domain/saved-search.ts';
import { SEARCH_WORDS, searchWords, type TicketFilters } from '../../domain/ticket-search.ts';
import { serverRefusals } from '../../locales/pt-BR/server-refusals.ts';
import { deleteSavedSearch, listSavedSearches, saveSearch } from '../db/saved-searches.ts';
import { listSubjects } from '../db/subjects.ts';
import { searchTickets } from '../db/ticket-search.ts';
import { SMALL_BODY } from '../http/body.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { refuse } from '../problems.ts';
import type { RouteDependencies } from './dependencies.ts';

const positionSchema = z.object({
  until: instantSchema,
  ranked: z.boolean(),
  rank: z.int32(),
  openedAt: instantSchema,
  id: idSchema,
});

/** Search of tickets, the subjects that help with it, and searches that a user keeps. */
export function ticketSearchRoutes({ database, now }: RouteDependencies): Route[] {
  return [
    defineRoute({
      operation: 'searchTickets',
      method: 'get',
      path: '/tickets',
      query: ticketSearchQuerySchema,
      answers: { 200: ticketSearchAnswerSchema },
      async handle({ query: { limit, after, ...filters } }) {
        requireSense(filters);
        const position = after === undefined ? null : decodeCursor(after, positionSchema, 'after');
        const { items, total, last } = await searchTickets(database, filters, limit, position, now());
        const body: TicketSearchAnswer = { items, total, next: last && encodeCursor(last) };
        return { status: 200, body };
      },
    }),
    defineRoute({
      operation: 'listSubjects',
      method: 'get',
      path: '/subjects',
      query: subjectsQuerySchema,
      answers: { 200: subjectListSchema },
      async handle({ query: { limit, ...of } }) {
        return { status: 200, body: { items: await listSubjects(database, of, limit) } };
      },
    }),
    defineRoute({
      operation: 'listSavedSearches',
      method: 'get',
      path: '/saved-searches',
      answers: { 200: savedSearchListSchema },
      async handle({ actor }) {
        return { status: 200, body: { items: await listSavedSearches(database, actor.user.id) } };
      },
    }),
    defineRoute({
      operation: 'saveSearch',
      method: 'post',
      path: '/saved-searches',
      body: { schema: savedSearchRequestSchema, limit: SMALL_BODY },
      answers: { 200: savedSearchAnswerSchema, 201: savedSearchAnswerSchema },
      async handle({ body, actor }) {
        const outcome = await saveSearch(database, actor.user.id, body, now());
        if (outcome === 'conflict') throw refuse('conflict', serverRefusals.otherContent, { field: 'id' });
        if (outcome === 'full') {
          throw refuse('invalid', serverRefusals.tooManySearches(SAVED_SEARCHES), { field: 'name' });
        }
        return { status: outcome === 'saved' ? 201 : 200, body };
      },
    }),
    defineRoute({
      operation: 'deleteSavedSearch',
      method: 'delete',
      path: '/saved-searches/:id',
      params: z.object({ id: idSchema }),
      answers: { 204: null },
      async handle({ params, actor }) {
        await deleteSavedSearch(database, actor.user.id, params.id);
        return { status: 204 };
      },
    }),
  ];
}

/** What each filter alone cannot say. */
function requireSense({ query = '', from, to }: TicketFilters): void {
  if (searchWords(query).length > SEARCH_WORDS) {
    throw refuse('invalid', serverRefusals.tooManyWords(SEARCH_WORDS), { field: 'query' });
  }
  if (from !== undefined && to !== undefined && from >= to) {
    throw refuse('invalid', serverRefusals.periodBackwards, { field: 'to' });
  }
}
