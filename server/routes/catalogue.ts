import { z } from 'zod';
import {
  contactChannelListSchema,
  opinionTemplateListSchema,
  responsibilityCenterListSchema,
  ticketTypeListSchema,
  userListSchema,
  workflowAnswerSchema,
  workflowListSchema,
} from '../../contract/catalogue.ts';
import { hostRuleListSchema } from '../../contract/host-rules.ts';
import { idSchema } from '../../domain/id.ts';
import { serverRefusals } from '../../locales/pt-BR/server-refusals.ts';
import {
  listContactChannels,
  listHostRules,
  listOpinionTemplates,
  listTicketTypes,
  listWorkflows,
  readWorkflow,
} from '../db/catalogue.ts';
import { listResponsibilityCenters, listUsers } from '../db/users.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { refuse } from '../problems.ts';
import type { RouteDependencies } from './dependencies.ts';

/** What the company configures and every client needs whole. */
export function catalogueRoutes({ database }: RouteDependencies): Route[] {
  return [
    defineRoute({
      operation: 'listUsers',
      method: 'get',
      path: '/users',
      answers: { 200: userListSchema },
      handle: async () => ({ status: 200, body: { items: await listUsers(database) } }),
    }),
    defineRoute({
      operation: 'listResponsibilityCenters',
      method: 'get',
      path: '/responsibility-centers',
      answers: { 200: responsibilityCenterListSchema },
      handle: async () => ({ status: 200, body: { items: await listResponsibilityCenters(database) } }),
    }),
    defineRoute({
      operation: 'listTicketTypes',
      method: 'get',
      path: '/ticket-types',
      answers: { 200: ticketTypeListSchema },
      handle: async () => ({ status: 200, body: { items: await listTicketTypes(database) } }),
    }),
    defineRoute({
      operation: 'listOpinionTemplates',
      method: 'get',
      path: '/opinion-templates',
      answers: { 200: opinionTemplateListSchema },
      handle: async () => ({ status: 200, body: { items: await listOpinionTemplates(database) } }),
    }),
    defineRoute({
      operation: 'listWorkflows',
      method: 'get',
      path: '/workflows',
      answers: { 200: workflowListSchema },
      handle: async () => ({ status: 200, body: { items: await listWorkflows(database) } }),
    }),
    defineRoute({
      operation: 'readWorkflow',
      method: 'get',
      path: '/workflows/:id/versions/:version',
      params: z.object({ id: idSchema, version: z.coerce.number().int().min(1).max(1_000_000) }),
      answers: { 200: workflowAnswerSchema },
      async handle({ params }) {
        const workflow = await readWorkflow(database, params.id, params.version);
        if (workflow === null) throw refuse('not-found', serverRefusals.workflowUnknown);
        return { status: 200, body: workflow };
      },
    }),
    defineRoute({
      operation: 'listContactChannels',
      method: 'get',
      path: '/contact-channels',
      answers: { 200: contactChannelListSchema },
      handle: async () => ({ status: 200, body: { items: await listContactChannels(database) } }),
    }),
    defineRoute({
      operation: 'listHostRules',
      method: 'get',
      path: '/host-rules',
      answers: { 200: hostRuleListSchema },
      handle: async () => ({ status: 200, body: { items: await listHostRules(database) } }),
    }),
  ];
}
