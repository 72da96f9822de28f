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
      tag: 'Sincronização',
      summary: 'Reserva protocolos para o aparelho da sessão',
      description: 'Nenhum outro aparelho recebe estes números. O mesmo id de novo devolve a mesma reserva.',
      body: { schema: protocolLeaseRequestSchema, limit: SMALL_BODY },
      answers: {
        200: { description: 'Já tinha sido reservado.', schema: protocolLeaseSchema },
        201: { description: 'Reservado.', schema: protocolLeaseSchema },
      },
      async handle({ body, actor }) {
        const { receipt, isFirst } = await execute(actor, { kind: 'leaseProtocols', ...body });
        return { status: isFirst ? 201 : 200, body: receipt };
      },
    }),
  ];
}
