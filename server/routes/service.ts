import { type Service, serviceSchema } from '../../contract/service.ts';
import { readCompany } from '../db/company.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { RouteDependencies } from './dependencies.ts';

/** Version of the API that `GET /service` tells. */
export const API_VERSION = '0.1.0';

export function serviceRoutes({ database }: RouteDependencies): Route[] {
  return [
    defineRoute({
      operation: 'readService',
      method: 'get',
      path: '/service',
      tag: 'Serviço',
      summary: 'Diz que este endereço é um servidor do Parecer',
      answers: { 200: { description: 'Produto, versão e empresa.', schema: serviceSchema } },
      async handle() {
        const company = await readCompany(database);
        const body: Service = { product: 'parecer', version: API_VERSION, company: company.name };
        return { status: 200, body };
      },
    }),
  ];
}
