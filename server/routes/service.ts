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
      answers: { 200: serviceSchema },
      async handle() {
        const company = await readCompany(database);
        const body: Service = { product: 'parecer', version: API_VERSION, company: company.name };
        return { status: 200, body };
      },
    }),
  ];
}
