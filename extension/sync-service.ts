import type { Api } from '../api/client.ts';
import { toInstant } from '../domain/instant.ts';
import type { Owner } from '../domain/owner.ts';
import { yearOf } from '../domain/time-zone.ts';
import { attachments as words } from '../locales/pt-BR/attachments.ts';
import type { Settings } from '../storage/settings.ts';
import { refillLeases } from '../sync/leases.ts';
import { type PulledChanges, pullChanges } from '../sync/pull.ts';
import { createSender } from '../sync/sender.ts';
import { createUploader } from '../sync/uploader.ts';
import { type ClientStorage, leaseOwner } from './client-storage.ts';
import type { CompanyRules } from './company-rules.ts';
import { cacheKeys } from './crm-reads.ts';
import type { DirectoryService } from './directory-service.ts';
import { toOwner } from './session-owner.ts';

export interface SyncParts {
  api: Api;
  storage: ClientStorage;
  settings: Settings;
  serverUrl(): Promise<string | null>;
  deviceId(): Promise<string>;
  companyRules: CompanyRules;
  directory: Pick<DirectoryService, 'keep' | 'note'>;
  /** Calls {@link SyncService.send} at this time (ms since the epoch), also after the background was stopped. */
  wakeAt(time: number): Promise<void>;
}

/** Everything that goes to and comes from the server by itself. */
export interface SyncService {
  /** Sends what waits and keeps protocol numbers ahead of need. */
  send(): Promise<void>;
  /** Sends, and asks what changed on the server. */
  sync(): Promise<void>;
  /** Only asks what changed, after everything that was committed before the call: of many calls at once some may be answered together. */
  pull(): Promise<void>;
  /** Sends also what waits for its next try: the server is there again, or the agent asked. */
  hasten(): Promise<void>;
}

/** How long (ms) after a command was taken the outbox is looked at again in any case; alarms do not come earlier. */
const LOOK_AGAIN = 30_000;

/** What was confirmed stays listed for a day, and what was thrown away can be brought back for a day. */
const SHOWN_FOR = 24 * 60 * 60_000;

export function createSyncService(parts: SyncParts): SyncService {
  const { api, storage, settings } = parts;
  const sender = createSender({
    outbox: {
      ...storage.outbox,
      async claim(id) {
        // The browser may stop the background in the middle, with no page open that would notice.
        await parts.wakeAt(Date.now() + LOOK_AGAIN);
        return storage.outbox.claim(id);
      },
    },
    transport: api,
    lock: (task) => navigator.locks.request('parecer-sender', task),
    clock: { now: () => Date.now() },
    random: () => Math.random(),
    currentOwner: signedInOwner,
  });

  const uploader = createUploader({
    queue: {
      ...storage.uploads,
      async progress(id, sent) {
        // Each piece says that there is more to come: the browser stops a background that is silent for half a minute.
        await parts.wakeAt(Date.now() + LOOK_AGAIN);
        return storage.uploads.progress(id, sent);
      },
      bytes: async (owner, sha256) => (await storage.files.read(owner, sha256))?.bytes ?? null,
    },
    transport: api.files,
    lock: (task) => navigator.locks.request('parecer-uploader', task),
    clock: { now: () => Date.now() },
    random: () => Math.random(),
    currentOwner: signedInOwner,
    missing: ({ name }) => ({ code: 'file-missing', message: words.missing(name) }),
  });

  let pulling: Promise<void> | null = null;
  let pullingAgain: Promise<void> | null = null;

  return {
    send,
    async sync() {
      await Promise.all([send(), startPull()]);
    },
    pull() {
      if (pulling === null) return startPull();
      // The one that is under way may have asked before what this call is about was committed.
      pullingAgain ??= pulling
        .catch(() => undefined)
        .then(() => {
          pullingAgain = null;
          return startPull();
        });
      return pullingAgain;
    },
    async hasten() {
      const owner = await signedInOwner();
      if (owner !== null) await Promise.all([storage.outbox.hasten(owner), storage.uploads.hasten(owner)]);
      await send();
    },
  };

  /** The background's start and the alarm that started it ask for the same thing. */
  function startPull(): Promise<void> {
    pulling ??= pull().finally(() => {
      pulling = null;
    });
    return pulling;
  }

  async function send(): Promise<void> {
    const yesterday = toInstant(Date.now() - SHOWN_FOR);
    await Promise.all([
      storage.outbox.forgetConfirmed(yesterday),
      storage.drafts.forgetDiscarded(yesterday),
      storage.uploads.forgetDone(yesterday),
    ]);
    const [nextAt] = await Promise.all([sender.run(), refill()]);
    if (nextAt !== null) await parts.wakeAt(nextAt);
    // The text goes first: its files are known here once it is confirmed. Nobody waits for them, who waits for the texts.
    void sendFiles(nextAt).catch((error: unknown) => console.error(error));
  }

  /** @param textsAt when the texts are to be sent again: there is one alarm for both */
  async function sendFiles(textsAt: number | null): Promise<void> {
    const filesAt = await uploader.run();
    if (filesAt !== null) await parts.wakeAt(textsAt === null ? filesAt : Math.min(textsAt, filesAt));
    await storage.files.collect(toInstant(Date.now() - SHOWN_FOR));
  }

  async function refill(): Promise<void> {
    const owner = await signedInOwner();
    if (owner === null) return;
    // A failure is seen where it matters: the next atendimento gets its number from the server when it arrives.
    const timeZone = (await settings.session.read())?.company.timeZone;
    if (timeZone === undefined) return;
    const lessee = leaseOwner(owner.serverUrl, await parts.deviceId());
    const asker = { owner: lessee, userId: owner.userId };
    await refillLeases(asker, yearOf(new Date(), timeZone), storage.protocols, api);
  }

  async function pull(): Promise<void> {
    const owner = await signedInOwner();
    if (owner === null) return;
    void parts.companyRules.refreshOld();
    const pulledAt = toInstant(Date.now());
    const pulled = await pullChanges({
      transport: api,
      cursor: {
        read: () => storage.cursors.read(owner),
        write: (cursor) => storage.cursors.write(owner, cursor),
      },
      apply: (changes) => apply(owner, changes),
    });
    // After the first pull: what changes during a download is noted by the pulls from then on. Nobody waits for it.
    if (pulled.ok) void parts.directory.keep(pulledAt);
  }

  async function apply(owner: Owner, changes: PulledChanges): Promise<void> {
    const { tickets, customers, records, catalogue, everything } = changes;
    await storage.cache.outdate(owner, [
      ...(everything ? [''] : []),
      ...tickets.map(cacheKeys.ticket),
      ...customers.map(cacheKeys.customer),
      ...(customers.length > 0 ? ['code '] : []),
      ...(tickets.length > 0 ? [cacheKeys.inbox] : []),
      ...(catalogue ? [cacheKeys.catalogue] : []),
    ]);
    await parts.directory.note(owner, { customerIds: records, everything });
    if (catalogue) void parts.companyRules.refresh();
    await settings.changed.write({ tickets, customers, catalogue, at: toInstant(Date.now()) });
  }

  async function signedInOwner(): Promise<Owner | null> {
    const session = await settings.session.read();
    return session?.state === 'signed-in' ? toOwner(await parts.serverUrl(), session) : null;
  }
}
