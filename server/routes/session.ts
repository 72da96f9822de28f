import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import {
  refreshRequestSchema,
  type Session,
  sessionSchema,
  sessionTokensSchema,
  signInRequestSchema,
} from '../../contract/session.ts';
import { readCompany } from '../db/company.ts';
import { SMALL_BODY } from '../http/body.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { RouteDependencies } from './dependencies.ts';

const TAG = 'Sessão';

export function sessionRoutes(dependencies: RouteDependencies): Route[] {
  const { database, settings, authenticator, sessions, signIn } = dependencies;
  return [
    defineRoute({
      operation: 'signIn',
      method: 'post',
      path: '/session',
      tag: TAG,
      summary: 'Entra com usuário e senha',
      body: { schema: signInRequestSchema, limit: SMALL_BODY },
      answers: { 200: { description: 'A sessão começou.', schema: sessionTokensSchema } },
      async handle({ body, context }) {
        const address = addressOf(context, settings.TRUST_PROXY === 'on');
        return { status: 200, body: await signIn(body, address) };
      },
    }),
    defineRoute({
      operation: 'refreshSession',
      method: 'post',
      path: '/session/refresh',
      tag: TAG,
      summary: 'Troca o token de renovação por outros',
      description:
        'Cada token de renovação vale uma vez; usar de novo um antigo encerra a sessão. Perdida a resposta, a troca ' +
        'pode ser repetida por pouco tempo, enquanto o token novo não tiver sido usado.',
      body: { schema: refreshRequestSchema, limit: SMALL_BODY },
      answers: { 200: { description: 'A sessão continua.', schema: sessionTokensSchema } },
      async handle({ body }) {
        return { status: 200, body: await sessions.refresh(body.refreshToken) };
      },
    }),
    defineRoute({
      operation: 'readSession',
      method: 'get',
      path: '/session',
      tag: TAG,
      summary: 'Quem está na sessão, e a empresa',
      answers: { 200: { description: 'Usuário e empresa.', schema: sessionSchema } },
      async handle({ actor }) {
        const body: Session = { user: actor.user, company: await readCompany(database) };
        return { status: 200, body };
      },
    }),
    defineRoute({
      operation: 'signOut',
      method: 'delete',
      path: '/session',
      tag: TAG,
      summary: 'Sai',
      answers: { 204: { description: 'A sessão terminou.' } },
      async handle({ actor }) {
        await sessions.end(actor.sessionId, 'signed-out');
        authenticator.forget(actor.sessionId);
        return { status: 204 };
      },
    }),
  ];
}

/** Where the request comes from. What a client writes into X-Forwarded-For counts only behind a proxy that overwrites it. */
function addressOf(context: Context, trustsProxy: boolean): string {
  const forwarded = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (trustsProxy && forwarded) return forwarded;
  return getConnInfo(context).remote.address ?? 'unknown';
}
