import { createApi } from '../api/client.ts';
import { createHttp } from '../api/http.ts';
import { createApiSession } from '../api/session.ts';
import { problems as texts } from '../locales/pt-BR/problems.ts';
import type { Settings } from '../storage/settings.ts';
import { createCallerLookup } from './caller-lookup.ts';
import type { ClientStorage } from './client-storage.ts';
import { createCompanyRules } from './company-rules.ts';
import { createConnectionKeeper, isNewsOfConnection } from './connection.ts';
import { createCrmReads } from './crm-reads.ts';
import { createDirectoryService } from './directory-service.ts';
import { createFileFetcher } from './fetch-file.ts';
import { createLiveChannel, type LiveSocket } from './live-channel.ts';
import { createPresenceService } from './presence-service.ts';
import { readServerUrl } from './server-url.ts';
import { toOwner } from './session-owner.ts';
import { createSessionService } from './session-service.ts';
import { createSyncService } from './sync-service.ts';
import { createTokenStore } from './token-store.ts';

/** Everything of the background that talks to the CRM server. `wakeAt` comes from the browser's alarms. */
export function createCrm(parts: {
  settings: Settings;
  storage: ClientStorage;
  wakeAt(time: number): Promise<void>;
  /** Opens the live channel; without it what changed is heard of with the next pull. */
  openSocket?: ((url: string) => LiveSocket) | undefined;
}) {
  const { settings, storage } = parts;
  const now = () => Date.now();
  const serverUrl = () => readServerUrl(settings);
  const noteConnection = createConnectionKeeper(settings.connection, () => void sync.hasten());
  const http = createHttp({ texts, onOutcome: noteConnection });
  const commands = createHttp({
    texts,
    onOutcome: (problem) => void (isNewsOfConnection(problem) && noteConnection(problem)),
  });
  // Its answer is no news: hastening what is about to be sent would never end where only commands are lost.
  const probe = createHttp({ texts, onOutcome: (problem) => void (problem && noteConnection(problem)) });
  const apiSession = createApiSession({
    http,
    store: createTokenStore(settings, serverUrl),
    serverUrl,
    now,
    texts,
  });
  const api = createApi({ http, commands, probe, session: apiSession, serverUrl, texts });
  const companyRules = createCompanyRules({ api, settings, serverUrl, now });
  const refreshRules = () => void companyRules.refresh();
  const session = createSessionService({
    ...{ http, session: apiSession, settings, storage, serverUrl },
    signedIn: refreshRules,
  });
  const owner = async () => toOwner(await serverUrl(), await settings.session.read());
  const directory = createDirectoryService({
    ...{ api, store: storage.directory, owner, now },
    mayRead: async () =>
      (await settings.session.read())?.user.permissions.includes('customers.read') ?? false,
    isSignedIn: async () => (await settings.session.read())?.state === 'signed-in',
  });
  const reads = createCrmReads({
    api,
    cache: storage.cache,
    directory,
    owner,
    now,
    catalogueAsked: refreshRules,
  });
  const lookUpCaller = createCallerLookup({
    ...{ api, directory, now },
    areaCode: async () => (await settings.session.read())?.company.areaCode ?? null,
  });
  const { deviceId } = session;
  const sync = createSyncService({
    ...{ api, storage, settings, serverUrl, deviceId, companyRules, directory },
    wakeAt: parts.wakeAt,
  });
  const fetchFile = createFileFetcher({ api, files: storage.files, owner });
  const live = createLiveChannel({
    connect: parts.openSocket,
    ...{ serverUrl, access: apiSession.access, renew: apiSession.renew, random: Math.random },
    changed: () => void sync.pull(),
    presence: (ticketId, users) => presence.heard(ticketId, users),
  });
  const presence = createPresenceService({ channel: live, presence: settings.presence, now });
  // Who signs in is listened for; who was signed in before is no more.
  let listener = '';
  settings.session.watch((stored) => {
    const next = stored?.state === 'signed-in' ? `${stored.serverUrl} ${stored.user.id}` : '';
    if (next === listener) return;
    listener = next;
    live.end();
    if (next !== '') live.wake();
  });
  return { live, presence, api, reads, directory, lookUpCaller, fetchFile, session, sync };
}
