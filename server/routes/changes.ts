import { z } from 'zod';
import { type ChangePage, changePageSchema, changesQuerySchema } from '../../contract/changes.ts';
import { serverRefusals } from '../../locales/pt-BR/server-refusals.ts';
import { currentPosition, isKnownPosition, readChanges } from '../db/changes.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { refuse } from '../problems.ts';
import type { RouteDependencies } from './dependencies.ts';

const digits = z.string().regex(/^[0-9]{1,18}$/);
const positionSchema = z
  .tuple([digits, digits])
  .transform(([transaction, number]) => ({ transaction, number }));

export function changeRoutes({ database }: RouteDependencies): Route[] {
  return [
    defineRoute({
      operation: 'readChanges',
      method: 'get',
      path: '/changes',
      query: changesQuerySchema,
      answers: { 200: changePageSchema },
      async handle({ query }) {
        if (query.after === undefined) {
          const { transaction, number } = await currentPosition(database);
          const body: ChangePage = { items: [], cursor: encodeCursor([transaction, number]), more: false };
          return { status: 200, body };
        }
        const after = decodeCursor(query.after, positionSchema, 'after');
        const found = await readChanges(database, after, query.limit + 1);
        if (found.length === 0 && !(await isKnownPosition(database, after))) {
          throw refuse('cursor-unknown', serverRefusals.cursorOfAnotherDatabase, {
            field: 'after',
          });
        }
        const page = found.slice(0, query.limit);
        const last = page.at(-1) ?? after;
        const body: ChangePage = {
          items: page.map(({ kind, id }) => ({ kind, id })),
          cursor: encodeCursor([last.transaction, last.number]),
          more: found.length > page.length,
        };
        return { status: 200, body };
      },
    }),
  ];
}
