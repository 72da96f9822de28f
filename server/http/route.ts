import type { Context, Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import type { z } from 'zod';
import { ACCESS, type Access, FORBIDDEN, type Operation } from '../access.ts';
import { refuse, requireNone } from '../problems.ts';
import type { Actor, Authenticator } from '../session/authenticator.ts';
import { limitBody, readJson } from './body.ts';
import { describeOperation } from './describe-operation.ts';
import { issuesToProblems } from './issues.ts';

export type Schema = z.ZodType | undefined;
type Parsed<S extends Schema> = S extends z.ZodType ? z.output<S> : undefined;
type Caller<Name extends Operation> = (typeof ACCESS)[Name] extends 'public' ? null : Actor;

/** What came in with a request, checked. */
export interface RouteInput<
  Name extends Operation,
  Params extends Schema,
  Query extends Schema,
  Body extends Schema,
> {
  params: Parsed<Params>;
  query: Parsed<Query>;
  body: Parsed<Body>;
  actor: Caller<Name>;
  context: Context;
}

export interface Answer {
  status: 200 | 201 | 204;
  body?: unknown;
}

/** One operation of the API: what it takes and gives, for the request and for the document alike. */
export interface RouteSpec<
  Name extends Operation,
  Params extends Schema,
  Query extends Schema,
  Body extends Schema,
> {
  /** Its key in `access.ts` and in the words of the document, and its id there. */
  operation: Name;
  method: 'get' | 'post' | 'put' | 'delete';
  /** With parameters as `:name`. */
  path: string;
  params?: Params;
  query?: Query;
  body?: { schema: Body; limit: number };
  /** Schema of each answer; null where it has no body. */
  answers: Partial<Record<Answer['status'], z.ZodType | null>>;
  handle(input: RouteInput<Name, Params, Query, Body>): Promise<Answer>;
}

/** A specification seen from outside, where only its form counts. */
export type AnyRouteSpec = Pick<
  // biome-ignore lint/suspicious/noExplicitAny: what the handler takes differs from route to route.
  RouteSpec<any, any, any, any>,
  'params' | 'query' | 'body' | 'answers'
> & { operation: Operation };

/** A route that can be added to an application. */
export interface Route {
  method: string;
  path: string;
  register(app: Hono, authenticator: Authenticator): void;
}

/** An operation whose bodies are bytes, or that answers in headers. */
export interface RawRouteSpec<Name extends Operation, Params extends Schema> {
  operation: Name;
  method: 'get' | 'post' | 'patch';
  path: string;
  params?: Params;
  /** Statuses of its answers; their bodies have no schema. */
  answers: Partial<Record<Answer['status'], null>>;
  handle(input: { params: Parsed<Params>; actor: Caller<Name>; context: Context }): Promise<Response>;
}

/** Binds an operation on bytes to HTTP: who may call, then the handler, which limits what it reads. */
export function defineRawRoute<Name extends Operation, Params extends Schema = undefined>(
  spec: RawRouteSpec<Name, Params>,
): Route {
  const access: Access = ACCESS[spec.operation];
  const register = (app: Hono, authenticator: Authenticator) => {
    app.on(spec.method, spec.path, describeRoute(describeOperation(spec, access)));
    app.on(spec.method, spec.path, async (context: Context) => {
      const actor = access === 'public' ? null : await authorised(context, authenticator, access);
      const params = parse(spec.params, context.req.param()) as Parsed<Params>;
      return spec.handle({ params, actor: actor as Caller<Name>, context });
    });
  };
  return { method: spec.method.toUpperCase(), path: spec.path, register };
}

/** Binds a specification to HTTP: who may call, how large, in which form; then the handler. */
export function defineRoute<
  Name extends Operation,
  Params extends Schema = undefined,
  Query extends Schema = undefined,
  Body extends Schema = undefined,
>(spec: RouteSpec<Name, Params, Query, Body>): Route {
  const access: Access = ACCESS[spec.operation];
  const register = (app: Hono, authenticator: Authenticator) => {
    const limit = spec.body === undefined ? [] : [limitBody(spec.body.limit)];
    app.on(spec.method, spec.path, describeRoute(describeOperation(spec, access)));
    const handler = async (context: Context) => {
      const params = parse(spec.params, context.req.param());
      const query = parse(spec.query, context.req.query());
      const body = spec.body && parse(spec.body.schema, await readJson(context));
      const actor = context.get('actor') as Actor | undefined;
      const answer = await spec.handle({
        params: params as Parsed<Params>,
        query: query as Parsed<Query>,
        body: body as Parsed<Body>,
        actor: (actor ?? null) as Caller<Name>,
        context,
      });
      context.header('cache-control', 'no-store');
      return answer.status === 204 ? context.body(null, 204) : context.json(answer.body, answer.status);
    };
    // Who calls is asked first: strangers learn nothing about bodies.
    const authorise = async (context: Context, next: () => Promise<void>) => {
      if (access !== 'public') context.set('actor', await authorised(context, authenticator, access));
      await next();
    };
    app.on(spec.method, spec.path, authorise, ...limit, handler);
  };
  return { method: spec.method.toUpperCase(), path: spec.path, register };
}

async function authorised(context: Context, authenticator: Authenticator, access: Access): Promise<Actor> {
  const actor = await authenticator.authenticate(context.req.header('authorization'));
  if (access !== 'public' && access !== 'signed-in' && !actor.user.permissions.includes(access)) {
    throw refuse('forbidden', FORBIDDEN[access]);
  }
  return actor;
}

function parse(schema: Schema, value: unknown): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(value, { reportInput: true });
  if (!parsed.success) requireNone(issuesToProblems(parsed.error.issues));
  return parsed.data;
}
