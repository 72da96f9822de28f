import { z } from 'zod';
import {
  contactPersonCreateSchema,
  contactPersonEditRequestSchema,
  contactPersonListSchema,
  customerAnswerSchema,
  customerEditRequestSchema,
  customerSearchAnswerSchema,
  customerSearchQuerySchema,
  editAnswerSchema,
  watchingSchema,
} from '../../contract/customers.ts';
import { contactPersonSchema } from '../../domain/customer.ts';
import { customerCodeSchema } from '../../domain/customer-code-schema.ts';
import { idSchema } from '../../domain/id.ts';
import { serverRefusals } from '../../locales/pt-BR/server-refusals.ts';
import { searchCustomers } from '../db/customer-search.ts';
import {
  listContactPersons,
  readCustomer,
  readCustomerByCode,
  readCustomerSummary,
} from '../db/customers.ts';
import { isWatchedBy, setWatchedBy } from '../db/watchers.ts';
import { SMALL_BODY } from '../http/body.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { refuse } from '../problems.ts';
import { commandAnswer } from './command-answer.ts';
import type { RouteDependencies } from './dependencies.ts';

const idParams = z.object({ id: idSchema });
const editAnswers = { 200: editAnswerSchema, 201: editAnswerSchema };

export function customerRoutes({ database, execute }: RouteDependencies): Route[] {
  return [
    defineRoute({
      operation: 'searchCustomers',
      method: 'get',
      path: '/customers',
      query: customerSearchQuerySchema,
      answers: { 200: customerSearchAnswerSchema },
      async handle({ query }) {
        return { status: 200, body: { items: await searchCustomers(database, query.query, query.limit) } };
      },
    }),
    defineRoute({
      operation: 'readCustomerByCode',
      method: 'get',
      path: '/customers/by-code/:code',
      params: z.object({ code: customerCodeSchema }),
      answers: { 200: customerAnswerSchema },
      async handle({ params }) {
        const customer = await readCustomerByCode(database, params.code);
        if (customer === null) throw refuse('not-found', serverRefusals.codeUnknown, { field: 'code' });
        return { status: 200, body: customer };
      },
    }),
    defineRoute({
      operation: 'readCustomer',
      method: 'get',
      path: '/customers/:id',
      params: idParams,
      answers: { 200: customerAnswerSchema },
      async handle({ params }) {
        const customer = await readCustomer(database, params.id);
        if (customer === null) throw unknownCustomer();
        return { status: 200, body: customer };
      },
    }),
    defineRoute({
      operation: 'readWatching',
      method: 'get',
      path: '/customers/:id/watching',
      params: idParams,
      answers: { 200: watchingSchema },
      async handle({ params, actor }) {
        const watching = await isWatchedBy(database, params.id, actor.user.id);
        if (watching === null) throw unknownCustomer();
        return { status: 200, body: { watching } };
      },
    }),
    defineRoute({
      operation: 'setWatching',
      method: 'put',
      path: '/customers/:id/watching',
      params: idParams,
      body: { schema: watchingSchema, limit: SMALL_BODY },
      answers: { 200: watchingSchema },
      async handle({ params, body, actor }) {
        if ((await readCustomerSummary(database, params.id)) === null) throw unknownCustomer();
        await setWatchedBy(database, params.id, actor.user.id, body.watching);
        return { status: 200, body };
      },
    }),
    defineRoute({
      operation: 'listContactPersons',
      method: 'get',
      path: '/customers/:id/contact-persons',
      params: idParams,
      answers: { 200: contactPersonListSchema },
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
      params: idParams,
      body: { schema: contactPersonCreateSchema, limit: SMALL_BODY },
      answers: {
        200: contactPersonSchema,
        201: contactPersonSchema,
      },
      async handle({ params, body, actor }) {
        return commandAnswer(
          await execute(actor, { kind: 'createContactPerson', customerId: params.id, ...body }),
        );
      },
    }),
    defineRoute({
      operation: 'editCustomer',
      method: 'post',
      path: '/customers/:id/edits',
      params: idParams,
      body: { schema: customerEditRequestSchema, limit: SMALL_BODY },
      answers: editAnswers,
      async handle({ params, body, actor }) {
        return commandAnswer(await execute(actor, { kind: 'editCustomer', customerId: params.id, ...body }));
      },
    }),
    defineRoute({
      operation: 'editContactPerson',
      method: 'post',
      path: '/customers/:id/contact-persons/:personId/edits',
      params: z.object({ id: idSchema, personId: idSchema }),
      body: { schema: contactPersonEditRequestSchema, limit: SMALL_BODY },
      answers: editAnswers,
      async handle({ params: { id: customerId, personId: contactPersonId }, body, actor }) {
        return commandAnswer(
          await execute(actor, { kind: 'editContactPerson', customerId, contactPersonId, ...body }),
        );
      },
    }),
  ];
}

export function unknownCustomer() {
  return refuse('not-found', serverRefusals.customerUnknown);
}
