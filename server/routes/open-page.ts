import type { Hono } from 'hono';
import { html } from 'hono/html';
import { idSchema } from '../../domain/id.ts';
import { openPage as words } from '../../locales/pt-BR/open-page.ts';
import { serverRefusals } from '../../locales/pt-BR/server-refusals.ts';
import { refuse } from '../problems.ts';

/**
 * Where links in mails lead. The page knows nothing of any ticket and is the same for everybody: it says how the ticket is found in the panel.
 */
export function addOpenPage(app: Hono): void {
  app.get('/abrir/:id', (context) => {
    if (!idSchema.safeParse(context.req.param('id')).success)
      throw refuse('not-found', serverRefusals.noSuchAddress);
    context.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
    context.header('cache-control', 'no-store');
    return context.html(html`<!doctype html>
<html lang="pt-BR">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${words.title}</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 34em; padding: 15vh 24px 24px; font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 22px; }
</style>
</head>
<body>
<main>
<h1>${words.title}</h1>
<p>${words.opens}</p>
<p>${words.otherwise}</p>
</main>
</body>
</html>`);
  });
}
