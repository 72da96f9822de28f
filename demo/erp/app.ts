import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import { dayOf } from '../../domain/time-zone.ts';
import { SAMPLE_TIME_ZONE } from '../company/calendar.ts';
import { RIO_PARDO_INDEX } from '../company/rio-pardo.ts';
import { SAMPLE_CUSTOMERS, SAMPLE_SEED } from '../company/sample-company.ts';
import type { CaughtMail } from '../mail/mail-catcher.ts';
import { createMailApp } from '../mail/mail-page.ts';
import { createSoftphoneApp } from '../softphone/app.ts';
import { createSampleCallers } from '../softphone/sample-callers.ts';
import { SHUT_OFF } from './headers.ts';
import { toHostileView } from './hostile.ts';
import { drawCashFlow, drawMessage, drawPage, drawPerson, type Frame } from './pages.ts';
import { createRegister } from './people.ts';
import { type PersonView, toPersonView } from './person-view.ts';
import { createReceivables } from './receivables.ts';

/** The most rows that a page draws. */
const MOST_ROWS = 100_000;
const HOME = String(RIO_PARDO_INDEX).padStart(6, '0');
const STATIC: Readonly<Record<string, string>> = {
  'erp.css': 'text/css; charset=utf-8',
  'spa.js': 'text/javascript; charset=utf-8',
  'hostil.js': 'text/javascript; charset=utf-8',
};

export interface ErpOptions {
  seed?: number | undefined;
  /** How many people there are, as in the sample company. */
  customers?: number | undefined;
  now?: (() => Date) | undefined;
  /** What `/correio` lists; none where no mail server runs beside it. */
  mails?: (() => readonly CaughtMail[]) | undefined;
}

/**
 * The pages of a small ERP, made up: `/pessoas/<code>` loads each time, `/spa/<code>` goes on by itself, `/csp`, `/coep` and
 * `/sandbox` shut themselves off, `/hostil` works against guests, `/sem-cliente` is about nobody. `?rows=5000` draws that
 * many títulos. `/telefone` is a softphone, which the same people call; `/correio` lists the mails that the CRM sent.
 */
export function createErpApp(options: ErpOptions = {}): Hono {
  const { seed = SAMPLE_SEED, customers = SAMPLE_CUSTOMERS, now = () => new Date() } = options;
  const register = createRegister(seed, customers);
  const frame = (title: string, script?: string): Frame => ({ title, script, status: statusAt(now()) });

  const view = (code: string, rows: number | undefined): PersonView | null => {
    const place = register.placeOf(code);
    if (place === null) return null;
    const customer = register.at(place);
    const receivables = createReceivables(seed, customer.code, dayOf(now(), SAMPLE_TIME_ZONE), rows);
    const [previous, next] = [register.codeAt(place - 1), register.codeAt(place + 1)];
    return toPersonView(customer, receivables, { place, size: register.size, previous, next });
  };
  const unknown = (context: Context, code: string) =>
    context.html(
      drawPage(frame('Não encontrado'), drawMessage('Não encontrado', `Nada foi encontrado para ${code}.`)),
      404,
    );
  const person = (context: Context, base: string, script?: string) => {
    const code = context.req.param('code') ?? HOME;
    const found = view(code, rowsOf(context));
    if (found === null) return unknown(context, code);
    const query = new URL(context.req.url).search;
    return context.html(drawPage(frame(found.fields.razao, script), drawPerson(found, base, query)));
  };

  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.header('cache-control', 'no-store');
  });
  for (const [name, type] of Object.entries(STATIC)) {
    app.get(`/${name}`, async (context) =>
      context.body(await readFile(join(import.meta.dirname, 'static', name), 'utf8'), 200, {
        'content-type': type,
      }),
    );
  }
  app.get('/favicon.ico', (context) => context.body(null, 204));
  app.get('/', (context) => context.redirect(`/pessoas/${HOME}${new URL(context.req.url).search}`));
  app.get('/pessoas/:code', (context) => person(context, '/pessoas'));
  for (const path of ['/spa', '/spa/:code']) app.get(path, (context) => person(context, '/spa', '/spa.js'));
  for (const [way, headers] of Object.entries(SHUT_OFF)) {
    app.get(`/${way}/:code`, (context) => {
      for (const [name, value] of Object.entries(headers)) context.header(name, value);
      return person(context, `/${way}`);
    });
  }
  app.get('/dados/:code', (context) => {
    const found = view(context.req.param('code'), rowsOf(context));
    return found === null ? context.json({}, 404) : context.json(found);
  });
  app.get('/ir', (context) => {
    const { para = '', em = '/pessoas' } = context.req.query();
    const place = register.placeOf(para.trim());
    const base = ['spa', 'pessoas', ...Object.keys(SHUT_OFF)].includes(em.slice(1)) ? em : '/pessoas';
    return place === null ? unknown(context, para) : context.redirect(`${base}/${register.codeAt(place)}`);
  });
  app.get('/hostil', (context) => {
    const found = view(HOME, rowsOf(context));
    if (found === null) return unknown(context, HOME);
    const main = drawPerson(toHostileView(found), '/pessoas', '');
    return context.html(drawPage(frame(toHostileView(found).fields.razao, '/hostil.js'), main));
  });
  const people = function* () {
    for (let place = 0; place < register.size; place += 1) yield register.at(place);
  };
  app.route(
    '/telefone',
    createSoftphoneApp(() => createSampleCallers(people())),
  );
  app.route('/correio', createMailApp(options.mails ?? (() => [])));
  app.get('/sem-cliente', (context) =>
    context.html(drawPage(frame('Fluxo de caixa'), drawCashFlow(CASH_FLOW))),
  );
  return app;
}

const CASH_FLOW = [
  ['1ª', '48.210,00', '31.904,50', '16.305,50'],
  ['2ª', '39.874,20', '42.118,00', '14.061,70'],
  ['3ª', '51.036,75', '28.450,00', '36.648,45'],
  ['4ª', '44.900,00', '40.007,30', '41.541,15'],
];

function rowsOf(context: Context): number | undefined {
  const text = context.req.query('rows') ?? '';
  return /^[0-9]{1,6}$/.test(text) ? Math.min(Number(text), MOST_ROWS) : undefined;
}

function statusAt(now: Date): string {
  const time = new Intl.DateTimeFormat('pt-BR', {
    timeZone: SAMPLE_TIME_ZONE,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(now);
  return `Filial 01 Ribeirão Preto | Usuário: JONAS.F | ${time.replace(',', '')}`;
}
