import type { Hono } from 'hono';
import { serverRefusals } from '../../locales/pt-BR/server-refusals.ts';
import { refuse } from '../problems.ts';
import type { Route } from './route.ts';

/** Answers 405 with Allow where the path is right and the method is not. To be called when all routes are there. */
export function answerOtherMethods(app: Hono, routes: readonly Pick<Route, 'method' | 'path'>[]): void {
  const methodsByPath = new Map<string, string[]>();
  for (const { method, path } of routes) {
    const methods = methodsByPath.get(path) ?? [];
    methods.push(...(method === 'GET' ? ['GET', 'HEAD'] : [method]));
    methodsByPath.set(path, methods);
  }
  for (const [path, methods] of methodsByPath) {
    app.all(path, () => {
      throw refuse('method-not-allowed', serverRefusals.methods(methods), {
        headers: { allow: methods.join(', ') },
      });
    });
  }
}
