import { protocolLeaseRequestSchema, protocolLeaseSchema } from '../../contract/protocol-leases.ts';
import { SMALL_BODY } from '../http/body.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { commandAnswer } from './command-answer.ts';
import type { RouteDependencies } from './dependencies.ts';

export function protocolLeaseRoutes({ execute }: RouteDependencies): Route[] {
  return [
    defineRoute({
      operation: 'leaseProtocols',
      method: 'post',
      path: '/protocol-leases',
      body: { schema: protocolLeaseRequestSchema, limit: SMALL_BODY },
      answers: {
        200: protocolLeaseSchema,
        201: protocolLeaseSchema,
      },
      async handle({ body, actor }) {
        return commandAnswer(await execute(actor, { kind: 'leaseProtocols', ...body }));
      },
    }),
  ];
}
