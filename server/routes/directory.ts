import { type DirectoryPage, directoryPageSchema, directoryQuerySchema } from '../../contract/directory.ts';
import { currentPosition } from '../db/changes.ts';
import { readDirectory } from '../db/directory.ts';
import { encodeCursor } from '../http/cursor.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { RouteDependencies } from './dependencies.ts';

export function directoryRoutes({ database }: RouteDependencies): Route[] {
  return [
    defineRoute({
      operation: 'readDirectory',
      method: 'get',
      path: '/directory',
      query: directoryQuerySchema,
      answers: { 200: directoryPageSchema },
      async handle({ query }) {
        // First the position: what changes after it is read twice, never not at all.
        const { transaction, number } = await currentPosition(database);
        const found = await readDirectory(database, query.after, query.limit + 1);
        const items = found.slice(0, query.limit);
        const body: DirectoryPage = {
          items,
          next: found.length > items.length ? (items.at(-1)?.id ?? null) : null,
          changes: encodeCursor([transaction, number]),
        };
        return { status: 200, body };
      },
    }),
  ];
}
