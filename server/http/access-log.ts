import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Log } from '../log.ts';

/** One line per request, without path, query, address or user: those may name a person. */
export function accessLog(log: Log): MiddlewareHandler {
  return async (context, next) => {
    const start = performance.now();
    await next();
    const milliseconds = Math.round((performance.now() - start) * 10) / 10;
    log.info('request', {
      method: context.req.method,
      route: routeOf(context),
      status: context.res.status,
      milliseconds,
    });
  };
}

/** The pattern of the route that answered, `*` where none did. */
export function routeOf(context: Context): string {
  return routePath(context, -1);
}
