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

const TAG = 'Cadastros';

/** What the company configures and every client needs whole. */
export function catalogueRoutes({ database }: RouteDependencies): Route[] {
  return [
    defineRoute({
      operation: 'listUsers',
      method: 'get',
      path: '/users',
      tag: TAG,
      summary: 'Usuários, em ordem de nome',
      answers: { 200: { description: 'Todos, também os inativos.', schema: userListSchema } },
      handle: async () => ({ status: 200, body: { items: await listUsers(database) } }),
    }),
    defineRoute({
      operation: 'listResponsibilityCenters',
      method: 'get',
      path: '/responsibility-centers',
      tag: TAG,
      summary: 'Centros de responsabilidade, em ordem de nome',
      answers: { 200: { description: 'Todos.', schema: responsibilityCenterListSchema } },
      handle: async () => ({ status: 200, body: { items: await listResponsibilityCenters(database) } }),
    }),
    defineRoute({
      operation: 'listTicketTypes',
      method: 'get',
      path: '/ticket-types',
      tag: TAG,
      summary: 'Árvore de tipos de atendimento, em ordem de número',
      answers: { 200: { description: 'A árvore toda, também os inativos.', schema: ticketTypeListSchema } },
      handle: async () => ({ status: 200, body: { items: await listTicketTypes(database) } }),
    }),
    defineRoute({
      operation: 'listContactChannels',
      method: 'get',
      path: '/contact-channels',
      tag: TAG,
      summary: 'Tipos de contato, na ordem da empresa',
      answers: { 200: { description: 'Todos, também os inativos.', schema: contactChannelListSchema } },
      handle: async () => ({ status: 200, body: { items: await listContactChannels(database) } }),
    }),
    defineRoute({
      operation: 'listHostRules',
      method: 'get',
      path: '/host-rules',
      tag: TAG,
      summary: 'Regras da empresa que dizem onde, nas páginas do ERP, está o código do cliente',
      description:
        'Na ordem da empresa: a primeira vale mais. Um cliente ignora a regra que não entende e usa as outras.',
      answers: { 200: { description: 'Todas, também as inativas.', schema: hostRuleListSchema } },
      handle: async () => ({ status: 200, body: { items: await listHostRules(database) } }),
    }),
  ];
}
