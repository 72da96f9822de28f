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

export function sessionRoutes(dependencies: RouteDependencies): Route[] {
  const { database, settings, authenticator, sessions, signIn } = dependencies;
  return [
    defineRoute({
      operation: 'signIn',
      method: 'post',
      path: '/session',
      body: { schema: signInRequestSchema, limit: SMALL_BODY },
      answers: { 200: sessionTokensSchema },
      async handle({ body, context }) {
        const address = addressOf(context, settings.TRUST_PROXY === 'on');
        return { status: 200, body: await signIn(body, address) };
      },
    }),
    defineRoute({
      operation: 'refreshSession',
      method: 'post',
      path: '/session/refresh',
      body: { schema: refreshRequestSchema, limit: SMALL_BODY },
      answers: { 200: sessionTokensSchema },
      async handle({ body }) {
        return { status: 200, body: await sessions.refresh(body.refreshToken) };
      },
    }),
    defineRoute({
      operation: 'readSession',
      method: 'get',
      path: '/session',
      answers: { 200: sessionSchema },
      async handle({ actor }) {
        const body: Session = { user: actor.user, company: await readCompany(database) };
        return { status: 200, body };
      },
    }),
    defineRoute({
      operation: 'signOut',
      method: 'delete',
      path: '/session',
      answers: { 204: null },
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
