import {
  contactChannelListSchema,
  responsibilityCenterListSchema,
  ticketTypeListSchema,
  userListSchema,
} from '../../contract/catalogue.ts';
import { hostRuleListSchema } from '../../contract/host-rules.ts';
import { listContactChannels, listHostRules, listTicketTypes } from '../db/catalogue.ts';
import { listResponsibilityCenters, listUsers } from '../db/users.ts';
import { defineRoute, type Route } from '../http/route.ts';
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
