import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { PROBLEM_MEDIA_TYPE, PROBLEM_TYPE_PREFIX } from '../../../contract/problem.ts';
import { toCustomerSummary } from '../../../domain/customer.ts';
import { customerToEntry } from '../../../domain/directory.ts';
import { createProtocol } from '../../../domain/protocol.ts';
import type { CurrentUser } from '../../../domain/user.ts';
import type { Workflow } from '../../../domain/workflow.ts';
import { catalogue, company, me, rioPardo } from '../screens/fixtures.ts';

/** What goes wrong with one request: before or after it was applied, or only in the answer. */
export type Fault =
  | 'drop-before'
  | 'drop-after'
  | 'hang'
  | 'html'
  | 'garbage'
  | 'redirect'
  /** A proxy with a limit of its own. */
  | 'html-413'
  | { status: number; code: string; field?: string };

/** What has reached the stand-in. */
export interface Applied {
  id: string;
  kind: string;
  ticketId: string;
  body: Record<string, unknown>;
}

/**
 * A server on loopback that speaks the contract of the CRM over real HTTP, keeps everything in memory, and misbehaves on
 * demand. For tests of the client only: what the CRM decides is tested on the CRM.
 */
export async function startCrmStandIn(options: { now?: () => number; user?: CurrentUser } = {}) {
  let now = options.now ?? (() => Date.now());
  const state = {
    user: options.user ?? me,
    requests: [] as string[],
    applied: [] as Applied[],
    receipts: new Map<string, { hash: string; receipt: Record<string, unknown> }>(),
    refreshToken: '',
    accessTokens: new Set<string>(),
    leases: new Map<string, unknown>(),
    changes: [] as { kind: string; id: string }[],
    hostRules: [] as unknown[],
    /** Versions that are not current. */
    workflows: [] as Workflow[],
    /** In order of id. */
    customers: [rioPardo],
    /** Customers on a page of the directory. */
    directoryPage: 1000,
    /** Asked before each request; null lets it pass. */
    fault: (_method: string, _path: string): Fault | null => null,
    refreshes: 0,
  };
  let serial = 0;
  const app = new Hono<{ Bindings: HttpBindings }>();

  app.use(async (context, next) => {
    const { method, path } = context.req;
    state.requests.push(`${method} ${path}`);
    const fault = state.fault(method, path);
    const { outgoing } = context.env;
    if (fault === 'hang') await new Promise<void>((resolve) => outgoing.on('close', () => resolve()));
    if (fault === 'drop-before') outgoing.destroy();
    if (fault === 'hang' || fault === 'drop-before') return context.body(null);
    if (fault === 'html') return context.html('<h1>Bem-vindo à rede do hotel</h1>');
    if (fault === 'html-413') return context.html('<h1>413 Request Entity Too Large</h1>', 413);
    if (fault === 'garbage') return context.json({ nothing: 'of ours' });
    if (fault === 'redirect') return context.redirect('/elsewhere', 307);
    if (typeof fault === 'object' && fault !== null) return problem(fault.status, fault.code, fault.field);
    await next();
    if (fault === 'drop-after') outgoing.destroy();
    return undefined;
  });

  // As the CRM does it: bearer tokens, no cookies.
  app.use(cors({ origin: (origin) => (origin.startsWith('chrome-extension://') ? origin : null) }));
  app.get('/service', (context) => context.json({ product: 'parecer', version: '0', company: company.name }));
  app.post('/session', async (context) => {
    const { password } = await context.req.json<{ password: string }>();
    if (password !== 'senha') return problem(401, 'wrong-credentials');
    return context.json(tokens());
  });
  app.post('/session/refresh', async (context) => {
    const { refreshToken } = await context.req.json<{ refreshToken: string }>();
    state.refreshes += 1;
    if (refreshToken !== state.refreshToken) return problem(401, 'signed-out');
    return context.json(tokens());
  });

  app.use(async (context, next) => {
    const token = context.req.header('authorization')?.replace('Bearer ', '') ?? '';
    return state.accessTokens.has(token) ? next() : problem(401, 'signed-out');
  });
  app.delete('/session', (context) => {
    state.accessTokens.clear();
    state.refreshToken = '';
    return context.body(null, 204);
  });
  app.get('/customers/by-code/:code', (context) =>
    Number(context.req.param('code')) === Number(rioPardo.code)
      ? context.json(rioPardo)
      : problem(404, 'not-found'),
  );
  app.get('/customers', (context) => {
    const digits = (context.req.query('query') ?? '').replace(/^\+55/, '');
    const found = state.customers.filter((customer) => JSON.stringify(customer).includes(digits));
    return context.json({ items: found.map((customer) => toCustomerSummary(customerToEntry(customer))) });
  });
  app.get('/customers/:id', (context) => {
    const found = state.customers.find(({ id }) => id === context.req.param('id'));
    return found === undefined ? problem(404, 'not-found') : context.json(found);
  });
  app.get('/directory', (context) => {
    const after = context.req.query('after') ?? '';
    const rest = state.customers.filter(({ id }) => id > after);
    const items = rest.slice(0, state.directoryPage).map(customerToEntry);
    const next = rest.length > items.length ? items.at(-1)?.id : null;
    return context.json({ items, next, changes: String(state.changes.length) });
  });
  app.get('/ticket-types', (context) => context.json({ items: catalogue.ticketTypes }));
  app.get('/opinion-templates', (context) => context.json({ items: catalogue.opinionTemplates }));
  app.get('/workflows', (context) => context.json({ items: catalogue.workflows }));
  app.get('/workflows/:id/versions/:version', (context) => {
    const { id, version } = context.req.param();
    const found = state.workflows.find((one) => one.id === id && String(one.version) === version);
    return found === undefined ? problem(404, 'not-found') : context.json(found);
  });
  app.get('/contact-channels', (context) => context.json({ items: catalogue.contactChannels }));
  app.get('/users', (context) => context.json({ items: catalogue.users }));
  app.get('/responsibility-centers', (context) => context.json({ items: catalogue.centers }));
  app.get('/host-rules', (context) => context.json({ items: state.hostRules }));
  app.get('/inbox', (context) => context.json({ items: [], total: 0 }));
  app.get('/changes', (context) => {
    const after = context.req.query('after');
    const from = after === undefined ? state.changes.length : Number(after);
    const items = state.changes.slice(from, from + 2);
    return context.json({
      items,
      cursor: String(from + items.length),
      more: from + items.length < state.changes.length,
    });
  });
  app.post('/protocol-leases', async (context) => {
    const { id, count } = await context.req.json<{ id: string; count: number }>();
    const first = state.leases.size * 100 + 1;
    const known = state.leases.get(id);
    const lease = known ?? {
      id,
      year: new Date(now()).getUTCFullYear(),
      first,
      last: first + count - 1,
      grantedAt: instant(),
    };
    state.leases.set(id, lease);
    return context.json(lease);
  });
  app.post('/tickets', async (context) => apply('openTicket', await context.req.json(), null));
  app.post('/tickets/:id/opinions', async (context) =>
    apply('addOpinion', await context.req.json(), context.req.param('id')),
  );
  app.post('/tickets/:id/closings', async (context) =>
    apply('closeTicket', await context.req.json(), context.req.param('id')),
  );

  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    state,
    url: `http://127.0.0.1:${port}`,
    /** Gives the server a clock of its own. */
    setClock(clock: () => number) {
      now = clock;
    },
    /** Makes every access token given so far one that expired. */
    expireAccess: () => state.accessTokens.clear(),
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };

  function instant(ahead = 0): string {
    return new Date(now() + ahead).toISOString();
  }

  function tokens() {
    serial += 1;
    state.refreshToken = `refresh-${serial}`;
    state.accessTokens.add(`access-${serial}`);
    return {
      accessToken: `access-${serial}`,
      accessExpiresAt: instant(15 * 60_000),
      refreshToken: state.refreshToken,
      user: state.user,
      company,
    };
  }

  function apply(kind: string, body: Record<string, unknown>, ticketId: string | null): Response {
    const id = String(body.id);
    const hash = createHash('sha256')
      .update(JSON.stringify([kind, ticketId, body]))
      .digest('hex');
    const before = state.receipts.get(id);
    if (before) return before.hash === hash ? Response.json(before.receipt) : problem(409, 'conflict');
    if (ticketId !== null && !state.receipts.has(ticketId)) return problem(404, 'not-found');
    const receipt = {
      id,
      ticketId: ticketId ?? id,
      protocol: body.protocol ?? createProtocol(2026, 90_000_000 + state.receipts.size),
      confirmedAt: instant(),
    };
    state.receipts.set(id, { hash, receipt });
    state.applied.push({ id, kind, ticketId: ticketId ?? id, body });
    return Response.json(receipt, { status: 201 });
  }

  function problem(status: number, code: string, field?: string): Response {
    const body = { type: PROBLEM_TYPE_PREFIX + code, title: `Recusado: ${code}`, status, field };
    return Response.json(body, { status, headers: { 'content-type': PROBLEM_MEDIA_TYPE } });
  }
}
