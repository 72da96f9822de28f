import { z } from 'zod';
import {
  contactPersonCreateSchema,
  contactPersonListSchema,
  customerAnswerSchema,
  customerSearchAnswerSchema,
  customerSearchQuerySchema,
} from '../../contract/customers.ts';
import { contactPersonSchema } from '../../domain/customer.ts';
import { customerCodeSchema } from '../../domain/customer-code-schema.ts';
import { idSchema } from '../../domain/id.ts';
import { searchCustomers } from '../db/customer-search.ts';
import {
  listContactPersons,
  readCustomer,
  readCustomerByCode,
  readCustomerSummary,
} from '../db/customers.ts';
import { SMALL_BODY } from '../http/body.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { refuse } from '../problems.ts';
import type { RouteDependencies } from './dependencies.ts';

const TAG = 'Clientes';
const idParams = z.object({ id: idSchema });

export function customerRoutes({ database, execute }: RouteDependencies): Route[] {
  return [
    defineRoute({
      operation: 'searchCustomers',
      method: 'get',
      path: '/customers',
      tag: TAG,
      summary: 'Busca clientes',
      description:
        'Por começo de palavra de nome e fantasia, sem acentos, e por CPF, CNPJ, telefone, e-mail ou código.',
      query: customerSearchQuerySchema,
      answers: { 200: { description: 'Os mais prováveis primeiro.', schema: customerSearchAnswerSchema } },
      async handle({ query }) {
        return { status: 200, body: { items: await searchCustomers(database, query.query, query.limit) } };
      },
    }),
    defineRoute({
      operation: 'readCustomerByCode',
      method: 'get',
      path: '/customers/by-code/:code',
      tag: TAG,
      summary: 'O cliente de um código',
      description: '`123` e `000123` acham o mesmo.',
      params: z.object({ code: customerCodeSchema }),
      answers: { 200: { description: 'O cliente.', schema: customerAnswerSchema } },
      async handle({ params }) {
        const customer = await readCustomerByCode(database, params.code);
        if (customer === null)
          throw refuse('not-found', 'Não há cliente com este código.', { field: 'code' });
        return { status: 200, body: customer };
      },
    }),
    defineRoute({
      operation: 'readCustomer',
      method: 'get',
      path: '/customers/:id',
      tag: TAG,
      summary: 'Um cliente',
      params: idParams,
      answers: { 200: { description: 'O cliente.', schema: customerAnswerSchema } },
      async handle({ params }) {
        const customer = await readCustomer(database, params.id);
        if (customer === null) throw unknownCustomer();
        return { status: 200, body: customer };
      },
    }),
    defineRoute({
      operation: 'listContactPersons',
      method: 'get',
      path: '/customers/:id/contact-persons',
      tag: TAG,
      summary: 'Pessoas de contato de um cliente',
      params: idParams,
      answers: { 200: { description: 'Em ordem de nome.', schema: contactPersonListSchema } },
      async handle({ params }) {
        const items = await listContactPersons(database, params.id);
        if (items.length === 0 && (await readCustomerSummary(database, params.id)) === null)
          throw unknownCustomer();
        return { status: 200, body: { items } };
      },
    }),
    defineRoute({
      operation: 'createContactPerson',
      method: 'post',
      path: '/customers/:id/contact-persons',
      tag: TAG,
      summary: 'Cria uma pessoa de contato, com o id dado pelo cliente da API',
      params: idParams,
      body: { schema: contactPersonCreateSchema, limit: SMALL_BODY },
      answers: {
        200: { description: 'Já tinha sido criada com este conteúdo.', schema: contactPersonSchema },
        201: { description: 'Criada.', schema: contactPersonSchema },
      },
      async handle({ params, body, actor }) {
        const { receipt, isFirst } = await execute(actor, {
          kind: 'createContactPerson',
          customerId: params.id,
          ...body,
        });
        return { status: isFirst ? 201 : 200, body: receipt };
      },
    }),
  ];
}

export function unknownCustomer() {
  return refuse('not-found', 'Este cliente não existe no servidor.');
}
