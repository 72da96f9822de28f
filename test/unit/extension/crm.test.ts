import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Draft } from '../../../domain/draft.ts';
import { createId } from '../../../domain/id.ts';
import type { Workflow } from '../../../domain/workflow.ts';
import { createClientStorage } from '../../../extension/client-storage.ts';
import { createCrm } from '../../../extension/crm.ts';
import { createSettings } from '../../../storage/settings.ts';
import { startCrmStandIn } from '../../support/crm/crm-stand-in.ts';
import { createMemoryArea } from '../../support/crm/memory-area.ts';
import { aWrittenDraft, draftToTestCommands, ownerOf } from '../../support/crm/words.ts';
import { rioPardo, users } from '../../support/screens/fixtures.ts';

let server: Awaited<ReturnType<typeof startCrmStandIn>>;
beforeEach(async () => {
  server = await startCrmStandIn();
});
afterEach(() => server.stop());

/** The background's side of the CRM over a machine's storage; `restart` is what a stop of the background leaves. */
async function createMachine() {
  const local = createMemoryArea();
  const session = createMemoryArea();
  const indexedDB = new IDBFactory();
  const wakes: number[] = [];
  const start = () => {
    const settings = createSettings(local, session);
    const storage = createClientStorage({ indexedDB, IDBKeyRange });
    const wakeAt = async (time: number) => void wakes.push(time);
    return { settings, storage, ...createCrm({ settings, storage, wakeAt }) };
  };
  const first = start();
  expect((await first.session.useServer(server.url)).ok).toBe(true);
  return { ...first, wakes, restart: start, local, areas: [local, session] };
}
/** The owner of words for the server that runs. */
const here = (user: { id: string } = users.me) => ownerOf(user, server.url);
type Machine = Awaited<ReturnType<typeof createMachine>>;

const signIn = async (machine: Pick<Machine, 'session'>) =>
  expect(await machine.session.signIn('joao', 'senha')).toEqual({ ok: true, value: null });

async function accept(machine: Pick<Machine, 'storage'>, draft: Draft) {
  await machine.storage.drafts.keep(here(), draft);
  await machine.storage.outbox.accept(here(), draft, draftToTestCommands(draft), 'Um título');
}
const states = async ({ storage }: Pick<Machine, 'storage'>) =>
  (await storage.outbox.list(here())).items.map(({ state }) => state);

it('asks what changed once more where it is told so during a pull, which may have begun too early to see it', async () => {
  const machine = await createMachine();
  await signIn(machine);
  await machine.sync.pull();
  // The directory, which is read after the first pull, asks too.
  await expect.poll(async () => (await machine.storage.directory.read(here())).snapshot).not.toBeNull();
  const pulls = () => server.state.requests.filter((each) => each === 'GET /changes').length;
  const before = pulls();
  await machine.sync.pull();
  const one = pulls() - before;
  expect(one).toBeGreaterThan(0);
  await Promise.all([machine.sync.pull(), machine.sync.pull(), machine.sync.pull()]);
  expect(pulls() - before).toBe(3 * one);
});

it('asks for a version of a workflow once: it never changes, and is there without the network', async () => {
  const machine = await createMachine();
  await signIn(machine);
  const id = createId();
  const items: Workflow['items'] = [
    { kind: 'center', key: 'n1', centerId: createId(), next: [], otherCenters: false },
  ];
  const old: Workflow = { id, version: 3, name: 'Suporte', start: 'n1', items };
  server.state.workflows.push(old);
  expect(await machine.reads.workflow(id, 3)).toMatchObject({
    ok: true,
    value: { value: old, stale: false },
  });
  server.state.fault = () => 'drop-before';
  expect(await machine.restart().reads.workflow(id, 3)).toMatchObject({ ok: true, value: { value: old } });
  expect(await machine.reads.workflow(id, 4)).toMatchObject({ ok: false });
});

describe('sending over HTTP', () => {
  it('brings each command there exactly once when answers are lost and the background is stopped', async () => {
    const machine = await createMachine();
    await signIn(machine);
    const opening = aWrittenDraft('abre');
    await accept(machine, opening);
    await accept(machine, aWrittenDraft('continua', opening.target.ticketId, { close: true }));
    await accept(machine, aWrittenDraft('outro'));
    const faults = ['drop-after', 'html', 'drop-before', 'drop-after', { status: 503, code: 'x' }] as const;
    let next = 0;
    server.state.fault = (_, path) => (path.startsWith('/tickets') ? (faults[next++] ?? null) : null);
    for (let round = 0; round < 8; round += 1) {
      const background = machine.restart();
      await background.sync.hasten();
      background.storage.database.close();
    }
    expect(await states(machine)).toEqual(['confirmed', 'confirmed', 'confirmed', 'confirmed']);
    const ticketId = opening.target.ticketId;
    expect(server.state.applied.filter((each) => each.ticketId === ticketId).map(({ kind }) => kind)).toEqual(
      ['openTicket', 'addOpinion', 'closeTicket'],
    );
    expect(server.state.applied).toHaveLength(4);
  });

  it('waits for its time where the server cannot be reached, and asks to be woken', async () => {
    const machine = await createMachine();
    await signIn(machine);
    await accept(machine, aWrittenDraft('espera'));
    server.state.fault = () => 'drop-before';
    await machine.sync.send();
    expect(await states(machine)).toEqual(['queued']);
    expect(machine.wakes.at(-1)).toBeGreaterThan(Date.now());
    await expect.poll(() => machine.settings.connection.read()).toBe('offline');
  });

  it('leaves a command that the server always fails over to its own time, whatever else works', async () => {
    const machine = await createMachine();
    await signIn(machine);
    await accept(machine, aWrittenDraft('falha sempre'));
    server.state.fault = (_, path) => (path === '/tickets' ? { status: 500, code: 'server-error' } : null);
    await machine.sync.send();
    for (let read = 0; read < 3; read += 1) {
      await machine.reads.inbox();
      await machine.sync.send();
    }
    expect(await machine.settings.connection.read()).toBe('online');
    expect(server.state.requests.filter((each) => each === 'POST /tickets')).toHaveLength(1);
  });

  it('asks to be woken before a command leaves, since it may be stopped before the answer comes', async () => {
    const machine = await createMachine();
    await signIn(machine);
    await accept(machine, aWrittenDraft('no meio'));
    server.state.fault = (_, path) => (path === '/tickets' ? 'hang' : null);
    const before = Date.now();
    void machine.sync.send();
    await expect.poll(() => states(machine)).toEqual(['sending']);
    expect(machine.wakes.length).toBeGreaterThan(0);
    expect(machine.wakes.at(-1)).toBeLessThanOrEqual(Date.now() + 30_000);
    expect(machine.wakes.at(-1)).toBeGreaterThanOrEqual(before);
  });

  it('lets what was written without a network go back to draft, however often it was tried', async () => {
    const machine = await createMachine();
    await signIn(machine);
    const draft = aWrittenDraft('sem rede');
    await accept(machine, draft);
    for (const fault of ['drop-before', 'drop-after', 'html'] as const) {
      server.state.fault = () => fault;
      await machine.sync.hasten();
    }
    expect(server.state.requests.filter((each) => each.startsWith('POST /tickets'))).toEqual([]);
    const [entry] = (await machine.storage.outbox.list(here())).items;
    expect(entry).toMatchObject({ state: 'queued', attempts: 3, problem: { code: 'bad-answer' } });
    expect(await machine.storage.outbox.recall(here(), entry?.id ?? '')).toEqual({ ok: true, value: draft });
    expect(await machine.storage.drafts.get(here(), draft.id)).toEqual(draft);
    server.state.fault = () => null;
    await machine.sync.hasten();
    expect(server.state.applied).toEqual([]);
  });

  it('lets nothing go back to draft that may have arrived', async () => {
    const machine = await createMachine();
    await signIn(machine);
    await accept(machine, aWrittenDraft('talvez lá'));
    server.state.fault = (_, path) => (path === '/tickets' ? 'drop-after' : null);
    await machine.sync.send();
    const [entry] = (await machine.storage.outbox.list(here())).items;
    expect(await machine.storage.outbox.recall(here(), entry?.id ?? '')).toMatchObject({
      error: { code: 'not-recallable' },
    });
    server.state.fault = () => null;
    await machine.sync.hasten();
    expect(await states(machine)).toEqual(['confirmed']);
    expect(server.state.applied).toHaveLength(1);
  });

  it('says why a command was refused, and sends it when the agent tries again', async () => {
    const machine = await createMachine();
    await signIn(machine);
    await accept(machine, aWrittenDraft('recusado'));
    server.state.fault = (method) =>
      method === 'POST' ? { status: 422, code: 'invalid', field: 'opinion.body' } : null;
    await machine.sync.send();
    const [refused] = (await machine.storage.outbox.list(here())).items;
    expect(refused).toMatchObject({ state: 'needs', problem: { code: 'invalid', field: 'opinion.body' } });
    server.state.fault = () => null;
    await machine.storage.outbox.retry(here());
    await machine.sync.send();
    expect(await states(machine)).toEqual(['confirmed']);
  });

  it('gives the agent what is too large for a proxy on the way, and sends the others', async () => {
    const machine = await createMachine();
    await signIn(machine);
    await accept(machine, aWrittenDraft('grande demais'));
    await accept(machine, aWrittenDraft('pequeno'));
    let sent = 0;
    server.state.fault = (_, path) => (path === '/tickets' && sent++ === 0 ? 'html-413' : null);
    await machine.sync.send();
    expect((await machine.storage.outbox.list(here())).items).toMatchObject([
      { state: 'needs', mayBeApplied: false, problem: { code: 'too-large', status: 413 } },
      { state: 'confirmed' },
    ]);
    await expect.poll(() => machine.settings.connection.read()).toBe('online');
  });

  it('stops when the session ends by itself, keeps the user writing, and goes on after sign-in', async () => {
    const machine = await createMachine();
    await signIn(machine);
    server.expireAccess();
    server.state.refreshToken = 'taken back';
    await accept(machine, aWrittenDraft('depois'));
    await machine.sync.send();
    expect(await states(machine)).toEqual(['queued']);
    expect(await machine.settings.session.read()).toMatchObject({
      state: 'expired',
      user: { id: users.me.id },
    });
    await signIn(machine);
    await machine.sync.send();
    expect(await states(machine)).toEqual(['confirmed']);
  });

  it('never sends what another user of the machine left', async () => {
    const machine = await createMachine();
    await signIn(machine);
    await accept(machine, aWrittenDraft('da Ana'));
    await machine.session.signOut();
    server.state.user = { ...server.state.user, ...users.marina };
    await signIn(machine);
    await machine.sync.hasten();
    expect(server.state.applied).toEqual([]);
    expect((await machine.storage.outbox.list(here(users.marina))).items).toEqual([]);
    expect(await states(machine)).toEqual(['queued']);
  });

  it('never sends to another server what was written for this one, and sends it when this one is set again', async () => {
    const machine = await createMachine();
    await signIn(machine);
    await accept(machine, aWrittenDraft('para este'));
    // A copy of the server, with the same users by the same ids.
    const other = await startCrmStandIn();
    expect((await machine.session.useServer(other.url)).ok).toBe(true);
    await signIn(machine);
    await machine.sync.hasten();
    await machine.sync.sync();
    expect(other.state.applied).toEqual([]);
    expect(other.state.requests.filter((each) => each.startsWith('POST /tickets'))).toEqual([]);
    expect((await machine.storage.outbox.list(ownerOf(users.me, other.url))).items).toEqual([]);
    expect((await machine.session.useServer(server.url)).ok).toBe(true);
    await signIn(machine);
    await machine.sync.send();
    expect(server.state.applied).toHaveLength(1);
    expect(other.state.applied).toEqual([]);
    await other.stop();
  });

  it('keeps protocol numbers ahead of need, and asks for no second block after a lost answer', async () => {
    const machine = await createMachine();
    await signIn(machine);
    server.state.fault = (_, path) => (path === '/protocol-leases' ? 'drop-after' : null);
    await machine.sync.send();
    server.state.fault = () => null;
    await machine.sync.send();
    await machine.sync.send();
    expect(server.state.leases.size).toBe(1);
    const owner = `${server.url} ${await machine.session.deviceId()}`;
    expect(await machine.storage.protocols.countFree(owner, new Date().getUTCFullYear())).toBe(20);
  });
});

describe('the session on the machine', () => {
  it('ends with its copies and tokens wiped, and words kept for the same user', async () => {
    const machine = await createMachine();
    await signIn(machine);
    await machine.reads.customerByCode('318');
    const draft = aWrittenDraft('fica', undefined, { id: createId() });
    await machine.storage.drafts.keep(here(), draft);
    await machine.session.signOut();
    expect(await machine.storage.database.cache.count()).toBe(0);
    const left = JSON.stringify(machine.areas.map(({ raw }) => [...raw.values()]));
    expect(left).not.toContain('refresh-');
    expect(left).not.toContain('access-');
    expect((await machine.storage.drafts.list(here())).items).toEqual([draft]);
    expect((await machine.storage.drafts.list(here(users.marina))).items).toEqual([]);
  });

  it('is wiped before the server is asked anything, also where its access token has expired', async () => {
    const machine = await createMachine();
    await signIn(machine);
    await machine.reads.customerByCode('318');
    const token = await machine.settings.accessToken.read();
    if (token !== null)
      await machine.settings.accessToken.write({ ...token, expiresAt: '2020-01-01T00:00:00.000Z' });
    server.state.fault = () => 'hang';
    const leaving = machine.session.signOut();
    await expect.poll(() => server.state.requests.at(-1)).toBe('POST /session/refresh');
    expect(await machine.storage.database.cache.count()).toBe(0);
    const left = JSON.stringify(machine.areas.map(({ raw }) => [...raw.values()]));
    expect(left).not.toContain('refresh-');
    expect(left).not.toContain('access-');
    await server.stop();
    await leaving;
    server = await startCrmStandIn();
  });

  it('that was left while the browser was closed ends with its copies at the next start', async () => {
    const machine = await createMachine();
    await signIn(machine);
    await machine.reads.customerByCode('318');
    const { storage, settings } = machine;
    const cache = { ...storage.cache, clear: () => new Promise<void>(() => {}) };
    const dying = createCrm({ settings, storage: { ...storage, cache }, wakeAt: async () => {} });
    void dying.session.signOut();
    await expect.poll(() => settings.session.read()).toBeNull();
    expect(await storage.database.cache.count()).toBeGreaterThan(0);
    await machine.restart().session.finishSignOut();
    expect(await storage.database.cache.count()).toBe(0);
    await signIn(machine);
    await machine.restart().session.finishSignOut();
    expect(await settings.session.read()).toMatchObject({ state: 'signed-in' });
  });

  it('is not spoken to a server at another address', async () => {
    const machine = await createMachine();
    await signIn(machine);
    const other = await startCrmStandIn();
    await machine.settings.serverUrl.write(other.url);
    expect(await machine.reads.inbox()).toMatchObject({ ok: false, error: { code: 'signed-out' } });
    expect(other.state.requests).toEqual([]);
    await other.stop();
  });

  it('keeps the address that it has when another one is no Parecer', async () => {
    const machine = await createMachine();
    server.state.fault = () => 'html';
    expect(await machine.session.useServer(server.url)).toMatchObject({ error: { code: 'not-parecer' } });
    expect(await machine.session.useServer('http://crm.exemplo.com.br')).toMatchObject({
      error: { code: 'insecure-address' },
    });
    expect(await machine.settings.serverUrl.read()).toBe(server.url);
  });
});

describe('reads', () => {
  it('come from the server, and from what is kept where it cannot be asked, with its time', async () => {
    const machine = await createMachine();
    await signIn(machine);
    const fresh = await machine.reads.customerByCode('000318');
    expect(fresh).toMatchObject({ ok: true, value: { value: rioPardo, stale: false } });
    for (const fault of ['drop-before', 'html', { status: 500, code: 'server-error' }] as const) {
      server.state.fault = () => fault;
      // The code is the same customer's with and without zeros.
      const kept = await machine.restart().reads.customerByCode('318');
      expect(kept).toMatchObject({ ok: true, value: { value: rioPardo, stale: true } });
      expect(kept.ok && fresh.ok && kept.value.asOf === fresh.value.asOf).toBe(true);
    }
  });

  it('are answered also where no copy of them can be kept', async () => {
    const noted = vi.spyOn(console, 'error').mockImplementation(() => {});
    const machine = await createMachine();
    await signIn(machine);
    machine.storage.database.cache.hook('creating', () => {
      throw new TypeError('A bug.');
    });
    expect(await machine.reads.customerByCode('318')).toMatchObject({ ok: true, value: { value: rioPardo } });
    expect(noted).toHaveBeenCalled();
    noted.mockRestore();
  });

  it('say what the CRM refused, whatever is kept', async () => {
    const machine = await createMachine();
    await signIn(machine);
    await machine.reads.customerByCode('318');
    server.state.fault = () => ({ status: 403, code: 'forbidden' });
    expect(await machine.reads.customerByCode('318')).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
  });

  it('find the customer for the launcher once, and again after the CRM said that it changed', async () => {
    const machine = await createMachine();
    await signIn(machine);
    await machine.sync.sync();
    const asked = () => server.state.requests.filter((each) => each.includes('/by-code/')).length;
    expect((await machine.reads.lookup('318'))?.name).toBe(rioPardo.name);
    await machine.reads.lookup('000318');
    expect(asked()).toBe(1);
    expect(await machine.reads.lookup('999')).toBeNull();
    server.state.changes.push({ kind: 'customer', id: rioPardo.id });
    await machine.sync.sync();
    expect(await machine.settings.changed.read()).toMatchObject({ customers: [rioPardo.id], tickets: [] });
    await machine.reads.lookup('318');
    expect(asked()).toBe(3);
  });

  it('of the catalogue are kept, and made again when the CRM said that it changed', async () => {
    const machine = await createMachine();
    await signIn(machine);
    await machine.sync.sync();
    const asked = () => server.state.requests.filter((each) => each === 'GET /ticket-types').length;
    await machine.reads.catalogue();
    expect((await machine.reads.catalogue()).ok).toBe(true);
    expect(asked()).toBe(1);
    server.state.changes.push({ kind: 'catalogue', id: createId() });
    await machine.sync.sync();
    await machine.reads.catalogue();
    expect(asked()).toBe(2);
  });
});
