import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { drawSoftphone } from './page.ts';
import type { SampleCaller } from './sample-callers.ts';

const STATIC: Readonly<Record<string, string>> = {
  'telefone.css': 'text/css; charset=utf-8',
  'telefone.js': 'text/javascript; charset=utf-8',
};

/**
 * A softphone in the browser, made up, as telephone companies give one to their customers: it rings with a number that is chosen, is answered
 * and hung up. Mounted under `/telefone` of the demo ERP.
 */
export function createSoftphoneApp(callers: () => readonly SampleCaller[]): Hono {
  const app = new Hono();
  app.get('/', (context) => context.html(drawSoftphone(callers())));
  for (const [name, type] of Object.entries(STATIC)) {
    app.get(`/${name}`, async (context) =>
      context.body(await readFile(join(import.meta.dirname, 'static', name), 'utf8'), 200, {
        'content-type': type,
      }),
    );
  }
  return app;
}
