import type { z } from 'zod';
import {
  contactChannelListSchema,
  opinionTemplateListSchema,
  responsibilityCenterListSchema,
  ticketTypeListSchema,
  userListSchema,
  workflowAnswerSchema,
  workflowListSchema,
} from '../contract/catalogue.ts';
import { type ChangePage, changePageSchema } from '../contract/changes.ts';
import {
  customerAnswerSchema,
  customerSearchAnswerSchema,
  editAnswerSchema,
  ticketPageSchema,
  watchingSchema,
} from '../contract/customers.ts';
import { type DirectoryPage, directoryPageSchema } from '../contract/directory.ts';
import { hostRuleListAnswerSchema } from '../contract/host-rules.ts';
import { type ProtocolLease, protocolLeaseSchema } from '../contract/protocol-leases.ts';
import { savedSearchAnswerSchema, savedSearchListSchema } from '../contract/saved-searches.ts';
import { serviceSchema } from '../contract/service.ts';
import { subjectListSchema, ticketSearchAnswerSchema } from '../contract/ticket-search.ts';
import {
  inboxAnswerSchema,
  opinionPageSchema,
  receiptAnswerSchema,
  ticketAnswerSchema,
} from '../contract/tickets.ts';
import { type Command, isCustomerCommand, type Receipt } from '../domain/command.ts';
import { contactPersonSchema } from '../domain/customer.ts';
import { isSameOwner, type Owner } from '../domain/owner.ts';
import { type ProblemTexts, problemOf } from '../domain/problem-texts.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { SavedSearch } from '../domain/saved-search.ts';
import type { TicketFilters } from '../domain/ticket-search.ts';
import { commandToRequest } from './command-request.ts';
import { type Http, type HttpRequest, path } from './http.ts';
import type { Access, ApiSession } from './session.ts';
import { createUploadApi } from './uploads.ts';

/** How long (ms) an answer may take: reads fall back to what is kept, commands are worth waiting for. */
const READ_TIMEOUT = 10_000;
const WRITE_TIMEOUT = 30_000;

export type Api = ReturnType<typeof createApi>;

/** The CRM server's resources, typed by the contract. All need a session; a refused token is renewed once. */
export function createApi(options: {
  http: Http;
  session: ApiSession;
  serverUrl(): Promise<string | null>;
  texts: ProblemTexts;
  /** Sends what is posted, where a failure over that says little about the connection. */
  commands?: Http | undefined;
  /** Asks like `http`, but an answer is no news: it only says that a command may leave. */
  probe?: Http | undefined;
}) {
  const { http, session, texts } = options;
  const probe = options.probe ?? http;
  const commands = options.commands ?? http;

  return {
    /** The bytes of attachments. */
    files: createUploadApi(ask),
    customer: (id: string) => get(path`customers/${id}`, customerAnswerSchema),
    watching: (customerId: string) => get(path`customers/${customerId}/watching`, watchingSchema),
    setWatching: (customerId: string, watching: boolean) =>
      ask({
        method: 'PUT',
        path: path`customers/${customerId}/watching`,
        body: { watching },
        answer: watchingSchema,
        timeout: WRITE_TIMEOUT,
      }),
    customerByCode: (code: string) => get(path`customers/by-code/${code}`, customerAnswerSchema),
    searchCustomers: (query: string, limit?: number) =>
      get('customers', customerSearchAnswerSchema, { query, limit }),
    customerTickets: (customerId: string, query: { state: 'open' | 'closed'; before?: string | undefined }) =>
      get(path`customers/${customerId}/tickets`, ticketPageSchema, query),
    ticket: (id: string) => get(path`tickets/${id}`, ticketAnswerSchema),
    opinions: (ticketId: string, query: { limit?: number; before?: string | undefined }) =>
      get(path`tickets/${ticketId}/opinions`, opinionPageSchema, query),
    inbox: () => get('inbox', inboxAnswerSchema),
    searchTickets: (filters: TicketFilters, after?: string) =>
      get('tickets', ticketSearchAnswerSchema, { ...filters, after }),
    subjects: (of: { customerId?: string | undefined; typeId?: string | undefined }) =>
      get('subjects', subjectListSchema, of),
    savedSearches: () => get('saved-searches', savedSearchListSchema),
    saveSearch: (search: SavedSearch) => post('saved-searches', search, savedSearchAnswerSchema),
    deleteSavedSearch: (id: string): Promise<Result<unknown>> =>
      ask({ method: 'DELETE', path: path`saved-searches/${id}`, answer: null, timeout: WRITE_TIMEOUT }),
    catalogue: async () => {
      const [ticketTypes, opinionTemplates, workflows, contactChannels, users, centers] = await Promise.all([
        get('ticket-types', ticketTypeListSchema),
        get('opinion-templates', opinionTemplateListSchema),
        get('workflows', workflowListSchema),
        get('contact-channels', contactChannelListSchema),
        get('users', userListSchema),
        get('responsibility-centers', responsibilityCenterListSchema),
      ]);
      if (!ticketTypes.ok) return ticketTypes;
      if (!opinionTemplates.ok) return opinionTemplates;
      if (!workflows.ok) return workflows;
      if (!contactChannels.ok) return contactChannels;
      if (!users.ok) return users;
      if (!centers.ok) return centers;
      return ok({
        ticketTypes: ticketTypes.value.items,
        opinionTemplates: opinionTemplates.value.items,
        workflows: workflows.value.items,
        contactChannels: contactChannels.value.items,
        users: users.value.items,
        centers: centers.value.items,
      });
    },
    /** One version of a workflow: a ticket keeps the one that it began with. */
    workflow: (id: string, version: number) =>
      get(path`workflows/${id}/versions/${String(version)}`, workflowAnswerSchema),
    hostRules: () => get('host-rules', hostRuleListAnswerSchema),
    changes: (after?: string): Promise<Result<ChangePage>> => get('changes', changePageSchema, { after }),
    directory: (after?: string): Promise<Result<DirectoryPage>> =>
      get('directory', directoryPageSchema, { after }),
    leaseProtocols: (id: string, count: number): Promise<Result<ProtocolLease>> =>
      post('protocol-leases', { id, count }, protocolLeaseSchema),
    /** Whether a command of this owner would arrive: somebody is signed in, and a Parecer server answers. */
    reach: async (owner: Owner): Promise<Result<void>> => {
      const serverUrl = await options.serverUrl();
      if (serverUrl === null) return err(problemOf(texts, 'not-configured'));
      const access = await session.access();
      if (!access.ok) return access;
      if (!isSameOwner(owner, { serverUrl, userId: access.value.userId })) {
        return err(problemOf(texts, 'signed-out'));
      }
      const answer = await probe(serverUrl, {
        method: 'GET',
        path: 'service',
        answer: serviceSchema,
        timeout: READ_TIMEOUT,
      });
      return answer.ok ? ok(undefined) : answer;
    },
    /**
     * Sends a command of this user to this server, and nobody else's: `signed-out` where another one is signed in by now, or
     * another server is set. Sending it
     * again is harmless: the server applies each id once. What changes no ticket has no receipt with a protocol: null.
     */
    send: async (command: Command, owner: Owner): Promise<Result<Receipt | null>> => {
      const request = commandToRequest(command);
      if (isCustomerCommand(command)) {
        const shape = command.kind === 'createContactPerson' ? contactPersonSchema : editAnswerSchema;
        const answer = await post<unknown>(request.path, request.body, shape, owner);
        return answer.ok ? ok(null) : answer;
      }
      return post(request.path, request.body, receiptAnswerSchema, owner);
    },
  };

  function get<T>(target: string, answer: z.ZodType<T>, query?: HttpRequest<T>['query']): Promise<Result<T>> {
    return ask({ method: 'GET', path: target, query, answer, timeout: READ_TIMEOUT });
  }

  function post<T>(target: string, body: unknown, answer: z.ZodType<T>, onlyAs?: Owner): Promise<Result<T>> {
    return ask({ method: 'POST', path: target, body, answer, timeout: WRITE_TIMEOUT }, onlyAs);
  }

  async function ask<T>(request: HttpRequest<T>, onlyAs?: Owner): Promise<Result<T>> {
    const serverUrl = await options.serverUrl();
    if (serverUrl === null) return err(problemOf(texts, 'not-configured'));
    const isAnother = ({ userId }: Access) =>
      onlyAs !== undefined && !isSameOwner(onlyAs, { serverUrl, userId });
    const access = await session.access();
    if (!access.ok) return access;
    if (isAnother(access.value)) return err(problemOf(texts, 'signed-out'));
    const via = request.method === 'GET' || request.method === 'HEAD' ? http : commands;
    const answer = await via(serverUrl, { ...request, token: access.value.token });
    if (answer.ok || !isRefusedToken(answer.error)) return answer;
    const renewed = await session.renew(access.value.token);
    if (!renewed.ok) return renewed;
    if (isAnother(renewed.value)) return err(problemOf(texts, 'signed-out'));
    return via(serverUrl, { ...request, token: renewed.value.token });
  }
}

function isRefusedToken(problem: { status?: number | undefined; code: string }): boolean {
  return problem.status === 401 && problem.code !== 'bad-answer';
}
