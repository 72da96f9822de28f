import { Hono } from 'hono';
import { html } from 'hono/html';
import type { CaughtMail } from './mail-catcher.ts';

/** The mails that the demo's mail server has, the newest first; `/correio/<number>` shows one as its HTML, shut off from everything. */
export function createMailApp(mails: () => readonly CaughtMail[]): Hono {
  const app = new Hono();
  app.get('/', (context) => {
    const list = mails().toReversed();
    return context.html(html`<!doctype html>
<html lang="pt-BR">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="5">
<meta name="viewport" content="width=device-width">
<title>Correio de exemplo</title>
<style>
body { margin: 0 auto; max-width: 860px; padding: 24px; font: 15px/1.5 system-ui, sans-serif; color: #1b1f24; background: #fff; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 6px 12px 6px 0; border-bottom: 1px solid #d0d7de; text-align: left; vertical-align: top; }
a { color: #0b57d0; }
@media (prefers-color-scheme: dark) { body { color: #e6edf3; background: #0d1117; } th, td { border-color: #30363d; } a { color: #79b8ff; } }
</style>
</head>
<body>
<h1>Correio de exemplo</h1>
<p>O que o Parecer enviou por e-mail nesta máquina. Nada sai dela.</p>
${
  list.length === 0
    ? html`<p>Nenhuma mensagem ainda: inclua alguém em “Spy System” de um atendimento.</p>`
    : html`<table>
<thead><tr><th>Hora</th><th>Para</th><th>Assunto</th></tr></thead>
<tbody>
${list.map(
  (mail) =>
    html`<tr><td>${timeOf(mail.receivedAt)}</td><td>${mail.to}</td><td><a href="/correio/${mail.number}">${mail.subject}</a></td></tr>\n`,
)}
</tbody>
</table>`
}
</body>
</html>`);
  });
  app.get('/:number', (context) => {
    const mail = mails().find(({ number }) => `${number}` === context.req.param('number'));
    if (mail === undefined) return context.redirect('/correio');
    // Its link may be followed; scripts and anything from elsewhere may not run.
    context.header(
      'content-security-policy',
      "sandbox allow-popups allow-top-navigation-by-user-activation; default-src 'none'; style-src 'unsafe-inline'",
    );
    return context.html(mail.html);
  });
  return app;
}

function timeOf(at: Date): string {
  return at.toLocaleTimeString('pt-BR');
}
