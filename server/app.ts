import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import { serverRefusals } from '../locales/pt-BR/server-refusals.ts';
import { createUploads } from './blobs/uploads.ts';
import { createAddOpinion } from './commands/add-opinion.ts';
import { createCloseTicket, createReopenTicket } from './commands/change-state.ts';
import { createCreateContactPerson } from './commands/create-contact-person.ts';
import { createEditContactPerson, createEditCustomer } from './commands/customer-edits.ts';
import { type CommandExecutor, createCommandExecutor } from './commands/execute.ts';
import { createLeaseProtocols } from './commands/lease-protocols.ts';
import { createOpenTicket } from './commands/open-ticket.ts';
import { createProtocolIssuer } from './commands/protocols.ts';
import type { Database } from './db/connect.ts';
import { failureToRefusal } from './failures.ts';
import { accessLog, routeOf } from './http/access-log.ts';
import { isAllowedOrigin } from './http/origins.ts';
import { answerOtherMethods } from './http/other-methods.ts';
import { createLiveHub, type LiveHub } from './live/hub.ts';
import type { Log } from './log.ts';
import { problemResponse, Refusal, refuse } from './problems.ts';
import { attachmentRoutes } from './routes/attachments.ts';
import { catalogueRoutes } from './routes/catalogue.ts';
import { changeRoutes } from './routes/changes.ts';
import { companyConfigurationRoutes } from './routes/company-configuration.ts';
import { customerRoutes } from './routes/customers.ts';
import type { RouteDependencies } from './routes/dependencies.ts';
import { directoryRoutes } from './routes/directory.ts';
import { addDocumentation } from './routes/documentation.ts';
import { inboxRoutes } from './routes/inbox.ts';
import { addOpenPage } from './routes/open-page.ts';
import { protocolLeaseRoutes } from './routes/protocol-leases.ts';
import { serviceRoutes } from './routes/service.ts';
import { sessionRoutes } from './routes/session.ts';
import { ticketSearchRoutes } from './routes/ticket-search.ts';
import { ticketRoutes } from './routes/tickets.ts';
import { createAccessTokens } from './session/access-tokens.ts';
import { createAuthenticator } from './session/authenticator.ts';
import { createSessions } from './session/sessions.ts';
import { createSignIn } from './session/sign-in.ts';
import { createSignInLimit } from './session/sign-in-limit.ts';
import type { Settings } from './settings.ts';

export interface AppDependencies {
  database: Database;
  /** Signs access tokens; the same for all processes of an installation. */
  tokenSecret: string;
  settings: Settings;
  log: Log;
  now: () => Date;
}

/** What the tus protocol says in headers (https://tus.io/protocols/resumable-upload). */
const TUS_REQUEST_HEADERS = ['Tus-Resumable', 'Upload-Length', 'Upload-Metadata', 'Upload-Offset'];
const TUS_ANSWER_HEADERS = ['Location', 'Tus-Resumable', 'Upload-Expires', 'Upload-Length', 'Upload-Offset'];

/** The whole API as one application, to be served by any adapter of Hono; `parts` where something else shares them. */
export function createApp(dependencies: AppDependencies, parts = createParts(dependencies)): Hono {
  const { settings, log } = dependencies;
  const app = new Hono();
  app.onError((error, context) => {
    if (error instanceof Refusal) return problemResponse(error);
    const place = { method: context.req.method, route: routeOf(context) };
    return problemResponse(failureToRefusal(error, place, log));
  });
  app.notFound(() => problemResponse(refuse('not-found', serverRefusals.noSuchAddress)));
  if (settings.ACCESS_LOG === 'on') app.use(accessLog(log));
  app.use(secureHeaders({ xFrameOptions: 'DENY', referrerPolicy: 'no-referrer' }));
  app.use(
    cors({
      origin: (origin) => (isAllowedOrigin(origin, settings.CORS_ORIGINS) ? origin : null),
      allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
      allowHeaders: ['Authorization', 'Content-Type', ...TUS_REQUEST_HEADERS],
      exposeHeaders: ['Retry-After', ...TUS_ANSWER_HEADERS],
      maxAge: 600,
    }),
  );
  const routes = [
    ...[serviceRoutes, sessionRoutes, catalogueRoutes, customerRoutes, ticketRoutes],
    ...[inboxRoutes, changeRoutes, directoryRoutes, protocolLeaseRoutes, attachmentRoutes],
    ...[ticketSearchRoutes, companyConfigurationRoutes],
  ].flatMap((routesOf) => routesOf(parts));
  for (const route of routes) route.register(app, parts.authenticator);
  addOpenPage(app);
  addDocumentation(app);
  answerOtherMethods(app, routes);
  return app;
}

/** What routes are made with, and the live channel too. */
export function createParts({
  database,
  tokenSecret,
  settings,
  log,
  now,
}: AppDependencies): RouteDependencies {
  const pool = database.$client;
  const tellsWatchers = settings.SMTP_URL !== undefined;
  const hub = createLiveHub();
  const tokens = createAccessTokens(tokenSecret, settings.ACCESS_TOKEN_SECONDS, now);
  const sessions = createSessions(database, tokens, settings, now);
  return {
    database,
    settings,
    now,
    sessions,
    authenticator: createAuthenticator(database, tokens, now),
    uploads: createUploads({ database, directory: settings.BLOB_DIR, now, log, changed: hub.changed }),
    signIn: createSignIn(database, sessions, createSignInLimit(database, settings)),
    hub,
    execute: tellingOf(
      createCommandExecutor(pool, {
        openTicket: createOpenTicket(pool, createProtocolIssuer(pool), now, tellsWatchers),
        addOpinion: createAddOpinion(pool, now, tellsWatchers),
        closeTicket: createCloseTicket(pool, now, tellsWatchers),
        reopenTicket: createReopenTicket(pool, now),
        createContactPerson: createCreateContactPerson(pool, now),
        editCustomer: createEditCustomer(pool, now),
        editContactPerson: createEditContactPerson(pool, now),
        leaseProtocols: createLeaseProtocols(pool, now),
      }),
      hub,
    ),
  };
}

/** Tells whoever is connected of each command that was applied; a lease is of the device that asked for it, and changes nothing for others. */
function tellingOf(execute: CommandExecutor, hub: LiveHub): CommandExecutor {
  return async (actor, command) => {
    const executed = await execute(actor, command);
    if (executed.isFirst && command.kind !== 'leaseProtocols') hub.changed();
    return executed;
  };
}
