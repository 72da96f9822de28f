import { protocolLeaseRequestSchema, protocolLeaseSchema } from '../../contract/protocol-leases.ts';
import { SMALL_BODY } from '../http/body.ts';
import { defineRoute, type Route } from '../http/route.ts';
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
        const { receipt, isFirst } = await execute(actor, { kind: 'leaseProtocols', ...body });
        return { status: isFirst ? 201 : 200, body: receipt };
      },
    }),
  ];
}
