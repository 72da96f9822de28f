import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import { generateSpecs } from 'hono-openapi';
import { documentation } from '../../locales/pt-BR/server-documentation.ts';
import { API_VERSION } from './service.ts';

/** The files of swagger-ui-dist that the page loads, by media type. */
const FILES: Record<string, string> = {
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'swagger-ui.css': 'text/css; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

/** Nothing from elsewhere, nothing inline but styles, which Swagger UI writes into its elements. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const PAGE = `<!doctype html>
<html lang="pt-BR">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${documentation.pageTitle}</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="api"></div>
<noscript>${documentation.withoutScript}</noscript>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#api', validatorUrl: null, deepLinking: true });
`;

/** `/openapi.json`, made from the routes themselves, and `/docs`, a page to read it with. */
export function addDocumentation(app: Hono): void {
  let specs: Promise<unknown> | undefined;
  app.get('/openapi.json', async (context) => {
    specs ??= describeApi(app).catch((error) => {
      // What failed once may work the next time: a failure is not kept.
      specs = undefined;
      throw error;
    });
    return context.json(await specs);
  });
  app.get('/docs', (context) => context.html(PAGE, 200, { 'content-security-policy': POLICY }));
  app.get('/docs/start.js', (context) =>
    context.body(START, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  for (const [name, type] of Object.entries(FILES)) {
    app.get(`/docs/${name}`, async (context) => {
      const folder = dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json')));
      const content = await readFile(join(folder, name));
      return context.body(new Uint8Array(content), 200, {
        'content-type': type,
        'cache-control': 'public, max-age=86400',
      });
    });
  }
}

async function describeApi(app: Hono): Promise<unknown> {
  return generateSpecs(app, {
    defaultValidationErrorResponse: false,
    documentation: {
      info: {
        title: documentation.title,
        version: API_VERSION,
        description: documentation.description,
      },
      components: {
        securitySchemes: { session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      },
    },
  });
}
