import { z } from 'zod';
import { type ChangePage, changePageSchema, changesQuerySchema } from '../../contract/changes.ts';
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
      tag: 'Sincronização',
      summary: 'O que mudou desde o cursor',
      description:
        'Sem `after`, só o cursor de agora. Um cursor de outra base (restaurada de uma cópia) é recusado com 410: ' +
        'leia tudo de novo e siga do cursor de agora.',
      query: changesQuerySchema,
      answers: { 200: { description: 'Uma página.', schema: changePageSchema } },
      async handle({ query }) {
        if (query.after === undefined) {
          const { transaction, number } = await currentPosition(database);
          const body: ChangePage = { items: [], cursor: encodeCursor([transaction, number]), more: false };
          return { status: 200, body };
        }
        const after = decodeCursor(query.after, positionSchema, 'after');
        const found = await readChanges(database, after, query.limit + 1);
        if (found.length === 0 && !(await isKnownPosition(database, after))) {
          throw refuse('cursor-unknown', 'Este cursor é de outra base de dados. Leia tudo de novo.', {
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
