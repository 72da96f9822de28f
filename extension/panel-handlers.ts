import { browser } from 'wxt/browser';
import type { Api } from '../api/client.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { host } from '../locales/pt-BR/host.ts';
import type { Handlers } from '../messaging/message.ts';
import type { PanelRequests } from '../messaging/panel-requests.ts';
import type { MessageSender } from '../messaging/sender.ts';
import type { CallerFound } from './caller-lookup.ts';
import type { CrmReads } from './crm-reads.ts';
import { createEnabledHosts } from './enabled-hosts.ts';
import type { FileToFetch } from './fetch-file.ts';
import type { PresenceService } from './presence-service.ts';
import type { SessionService } from './session-service.ts';
import type { Hosts } from './start-hosts.ts';
import type { SyncService } from './sync-service.ts';

export interface PanelHandlerParts extends Hosts {
  api: Pick<Api, 'saveSearch' | 'deleteSavedSearch'>;
  reads: CrmReads;
  lookUpCaller(number: string): Promise<Result<CallerFound>>;
  fetchFile(file: FileToFetch): Promise<Result<null>>;
  session: SessionService;
  sync: SyncService;
  presence: Pick<PresenceService, 'set'>;
}

/** What the background does for its pages. */
export function createPanelHandlers(parts: PanelHandlerParts): Handlers<PanelRequests, MessageSender> {
  const { api, reads, session, sync, presence, tabs, calls } = parts;
  const hosts = createEnabledHosts();
  return {
    'crm.customer': ({ id }) => reads.customer(id),
    'crm.customerByCode': ({ code }) => reads.customerByCode(code),
    'crm.searchCustomers': ({ query }) => reads.searchCustomers(query),
    'crm.knownByCode': ({ code }) => reads.knownByCode(code),
    'crm.watching': ({ customerId }) => reads.watching(customerId),
    'crm.setWatching': ({ customerId, watching }) => reads.setWatching(customerId, watching),
    'crm.openTickets': ({ customerId }) => reads.tickets(customerId, 'open'),
    'crm.closedTickets': ({ customerId, before }) => reads.tickets(customerId, 'closed', before),
    'crm.ticket': ({ id }) => reads.ticket(id),
    'crm.opinions': ({ ticketId, before }) => reads.opinions(ticketId, before),
    'crm.inbox': () => reads.inbox(),
    'crm.searchTickets': ({ filters, after }) => reads.searchTickets(filters, after),
    'crm.subjects': (of) => reads.subjects(of),
    'crm.savedSearches': () => reads.savedSearches(),
    'crm.saveSearch': (search) => api.saveSearch(search),
    'crm.deleteSavedSearch': async ({ id }) => {
      const answer = await api.deleteSavedSearch(id);
      return answer.ok ? ok(null) : answer;
    },
    'crm.catalogue': () => reads.catalogue(),
    'crm.workflow': ({ id, version }) => reads.workflow(id, version),

    'crm.caller': ({ number }) => parts.lookUpCaller(number),

    'files.fetch': (file) => parts.fetchFile(file),
    // Here, since a panel in a page of Firefox may open no tabs.
    'files.show': async ({ sha256, name }) => {
      const url = new URL('/preview.html', location.origin);
      url.hash = new URLSearchParams({ sha256, name }).toString();
      await browser.tabs.create({ url: url.href });
      return ok(null);
    },

    'session.signIn': async ({ login, password }) => {
      const answer = await session.signIn(login, password);
      // What waits for its next try need not: whoever signs in wants it sent.
      if (answer.ok) void Promise.all([sync.hasten(), sync.sync()]);
      return answer;
    },
    'session.signOut': () => session.signOut(),
    'server.check': ({ url }) => session.checkServer(url),
    'server.use': ({ url }) => session.useServer(url),

    'connection.check': async () => {
      await Promise.all([sync.hasten(), sync.sync()]);
      return ok(null);
    },
    'presence.set': async ({ panelId, places }) => {
      presence.set(panelId, places);
      return ok(null);
    },
    'sync.nudge': async () => {
      void sync.send();
      return ok(null);
    },

    'tab.hello': async (_, sender) => {
      const tabId = sender.tab?.id ?? null;
      const context = tabId === null ? { pageCustomer: null, visible: true } : await tabs.get(tabId);
      return ok({ tabId, context });
    },
    'tab.isEnabled': async (_, sender) => ok(await hosts.isEnabled(sender.tab?.url)),
    'tab.cardHeight': async ({ height }, sender) => {
      if (sender.tab?.id !== undefined) await tabs.resizeCard(sender.tab.id, height);
      return ok(null);
    },
    'call.take': async ({ id }, sender) => {
      if (sender.tab?.id !== undefined) await calls.take(id, sender.tab.id);
      return ok(null);
    },
    'call.dismiss': async ({ id }) => {
      await calls.dismiss(id);
      return ok(null);
    },
    'call.collapse': async ({ id }) => {
      await calls.collapse(id);
      return ok(null);
    },
    'tab.dismiss': async ({ code }, sender) => {
      if (sender.tab?.id !== undefined) await tabs.dismiss(sender.tab.id, code);
      return ok(null);
    },
    'tab.close': async (_, sender) => {
      if (sender.tab?.id !== undefined) await tabs.close(sender.tab.id);
      return ok(null);
    },
    'tab.shoot': async (_, sender) =>
      sender.tab?.id === undefined
        ? err({ code: 'not-captured', message: host.shotFailed })
        : parts.shots.take(sender.tab.id),
    'tab.openOptions': async ({ section }) => {
      const url = new URL('/options.html', location.origin);
      if (section !== undefined) url.hash = section;
      await browser.tabs.create({ url: url.href });
      return ok(null);
    },
  };
}
