import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createSampleCompany } from '../../../demo/company/sample-company.ts';
import type { Customer } from '../../../domain/customer.ts';
import { createId } from '../../../domain/id.ts';
import { createClientStorage } from '../../../extension/client-storage.ts';
import { createCrm } from '../../../extension/crm.ts';
import { createSettings } from '../../../storage/settings.ts';
import { startCrmStandIn } from '../../support/crm/crm-stand-in.ts';
import { createMemoryArea } from '../../support/crm/memory-area.ts';
import { me } from '../../support/screens/fixtures.ts';

const customers = [...createSampleCompany({ customers: 25 }).customers()].sort((a, b) =>
  a.id < b.id ? -1 : 1,
);
const [some, other] = customers as [Customer, Customer];

let server: Awaited<ReturnType<typeof startCrmStandIn>>;
beforeEach(async () => {
  server = await startCrmStandIn();
  server.state.customers = [...customers];
  server.state.directoryPage = 10;
});
afterEach(() => server.stop());

/** A machine over its own storage; `restart` is a background that was stopped and is woken. */
async function createMachine() {
  const [local, session, indexedDB] = [createMemoryArea(), createMemoryArea(), new IDBFactory()];
  const start = () => {
    const settings = createSettings(local, session);
    const storage = createClientStorage({ indexedDB, IDBKeyRange });
    return { settings, storage, ...createCrm({ settings, storage, wakeAt: async () => {} }) };
  };
  const machine = start();
  expect((await machine.session.useServer(server.url)).ok).toBe(true);
  return { ...machine, restart: start };
}
type Machine = Awaited<ReturnType<typeof createMachine>>;

const signIn = async (machine: Pick<Machine, 'session'>) =>
  expect(await machine.session.signIn('joao', 'senha')).toEqual({ ok: true, value: null });
/** What a pull of the background does, to its end. */
const pull = async (machine: Pick<Machine, 'sync' | 'directory'>) => {
  await machine.sync.sync();
  await machine.directory.keep();
};
const unplug = () => {
  server.state.fault = () => 'drop-before';
};
const plug = () => {
  server.state.fault = () => null;
};
const rowsOf = async ({ storage }: Pick<Machine, 'storage'>) => storage.database.directory.count();
const namesOf = async (machine: Pick<Machine, 'reads'>, query: string) => {
  const found = await machine.reads.searchCustomers(query);
  return found.ok ? found.value.value.map((customer) => customer.name) : found.error.code;
};

describe('the directory on the machine', () => {
  it('is downloaded after the sign-in and found without the server, by name and by code', async () => {
    const machine = await createMachine();
    await signIn(machine);
    await pull(machine);
    unplug();
    const woken = machine.restart();
    for (const customer of customers) {
      expect(await namesOf(woken, customer.name)).toContain(customer.name);
      expect(await woken.reads.knownByCode(customer.code.replace(/^0+/, ''))).toMatchObject({
        value: {
          value: { id: customer.id, contactPersons: customer.contactPersons.map(({ id }) => ({ id })) },
        },
      });
      expect(await woken.reads.lookup(customer.code)).toMatchObject({ name: customer.name });
    }
    expect(await woken.reads.searchCustomers('zzz')).toMatchObject({ value: { value: [], stale: true } });
    expect(await woken.reads.knownByCode('999999')).toMatchObject({ value: { value: null } });
  });

  it('goes on with a download where it stopped', async () => {
    const machine = await createMachine();
    await signIn(machine);
    let pages = 0;
    server.state.fault = (_, path) => {
      if (path === '/directory') pages += 1;
      return path === '/directory' && pages > 1 ? 'drop-before' : null;
    };
    await pull(machine);
    expect(await machine.reads.knownByCode(some.code)).toEqual({ ok: true, value: null });
    plug();
    server.state.requests = [];
    const woken = machine.restart();
    await pull(woken);
    expect(server.state.requests.filter((request) => request.includes('/directory'))).toHaveLength(2);
    unplug();
    for (const { name } of customers) expect(await namesOf(woken, name)).toContain(name);
  });

  it('has what changed while it was downloaded', async () => {
    const machine = await createMachine();
    await signIn(machine);
    await machine.sync.sync();
    const changed = { ...some, name: 'Nome Novo Ltda' };
    server.state.fault = (_, path) => {
      // Between the first page, which had the old name, and the last.
      if (
        path === '/directory' &&
        server.state.requests.filter((one) => one.includes('/directory')).length === 2
      ) {
        server.state.customers = server.state.customers.map((one) => (one.id === some.id ? changed : one));
        server.state.changes.push({ kind: 'customer', id: some.id });
      }
      return null;
    };
    await machine.directory.keep();
    await pull(machine);
    unplug();
    expect(await namesOf(machine, 'nome novo')).toEqual(['Nome Novo Ltda']);
    expect(await namesOf(machine, some.name)).not.toContain(some.name);
  });

  it('takes in what changed since, by pulls, without being downloaded again', async () => {
    const machine = await createMachine();
    await signIn(machine);
    await pull(machine);
    const renamed = { ...some, name: 'Renomeada S/A', code: '777777', active: false };
    const fresh = {
      ...other,
      id: createId(),
      code: '888888',
      name: 'Recém Chegada ME',
      phones: [],
      contactPersons: [],
    };
    server.state.customers = [
      ...server.state.customers.map((one) => (one.id === some.id ? renamed : one)),
      fresh,
    ];
    server.state.changes.push(
      { kind: 'customer', id: some.id },
      { kind: 'contact-person', id: createId() },
      { kind: 'customer', id: fresh.id },
    );
    server.state.requests = [];
    await pull(machine);
    expect(server.state.requests.filter((request) => request.includes('/directory'))).toEqual([]);
    unplug();
    const woken = machine.restart();
    expect(await namesOf(woken, 'renomeada')).toEqual(['Renomeada S/A']);
    expect(await namesOf(woken, 'recem')).toEqual(['Recém Chegada ME']);
    expect(await woken.reads.knownByCode(some.code)).toMatchObject({ value: { value: null } });
    expect(await woken.reads.knownByCode('777777')).toMatchObject({ value: { value: { id: some.id } } });
  });

  it('reads a customer again that changed once more while its record was on its way', async () => {
    const machine = await createMachine();
    await signIn(machine);
    await pull(machine);
    const rename = (name: string) => {
      server.state.customers = server.state.customers.map((one) =>
        one.id === some.id ? { ...one, name } : one,
      );
      server.state.changes.push({ kind: 'customer', id: some.id });
    };
    const release = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    const { customer } = machine.api;
    machine.api.customer = async (id) => {
      const record = await customer(id);
      asked.resolve();
      await release.promise;
      return record;
    };
    rename('Nome Do Meio Ltda');
    await machine.sync.sync();
    await asked.promise;
    rename('Nome Último Ltda');
    await machine.sync.sync();
    release.resolve();
    await machine.directory.keep();
    unplug();
    expect(await namesOf(machine, 'nome ultimo')).toEqual(['Nome Último Ltda']);
    expect(await namesOf(machine, 'nome do meio')).toEqual([]);
  });

  it('is downloaded anew where the server cannot say what changed, and serves the old one meanwhile', async () => {
    const machine = await createMachine();
    await signIn(machine);
    await pull(machine);
    server.state.customers = customers.slice(1);
    let isKnown = false;
    server.state.fault = (_, path) => {
      if (path === '/directory') return 'drop-before';
      if (path !== '/changes' || isKnown) return null;
      isKnown = true;
      return { status: 410, code: 'cursor-unknown' };
    };
    await pull(machine);
    expect(await machine.reads.knownByCode(some.code)).toMatchObject({ value: { value: { id: some.id } } });
    plug();
    await pull(machine);
    expect(await machine.reads.knownByCode(some.code)).toMatchObject({ value: { value: null } });
    expect(await machine.reads.knownByCode(other.code)).toMatchObject({ value: { value: { id: other.id } } });
  });

  it('is not called fresher than the last pull that worked', async () => {
    const machine = await createMachine();
    await signIn(machine);
    await pull(machine);
    const before = await machine.reads.knownByCode(some.code);
    unplug();
    await pull(machine);
    expect(await machine.reads.knownByCode(some.code)).toEqual(before);
  });

  it('is gone from the machine with the sign-out, also where a download is under way', async () => {
    const machine = await createMachine();
    await signIn(machine);
    await pull(machine);
    expect(await rowsOf(machine)).toBeGreaterThan(0);
    await machine.session.signOut();
    expect(await rowsOf(machine)).toBe(0);
    expect(await machine.reads.knownByCode(some.code)).toEqual({ ok: true, value: null });
    await signIn(machine);
    const release = Promise.withResolvers<void>();
    let isAsked = false;
    const { directory } = machine.api;
    machine.api.directory = async (after) => {
      const page = await directory(after);
      isAsked = true;
      await release.promise;
      return page;
    };
    await machine.sync.sync();
    const keeping = machine.directory.keep();
    while (!isAsked) await new Promise((resolve) => setTimeout(resolve, 1));
    await machine.session.signOut();
    release.resolve();
    await keeping;
    expect(await rowsOf(machine)).toBe(0);
  });

  it('of one user is gone when another signs in, who gets their own', async () => {
    const machine = await createMachine();
    await signIn(machine);
    await pull(machine);
    server.state.user = { ...me, id: createId() };
    server.state.customers = [other];
    await signIn(machine);
    await pull(machine);
    unplug();
    expect(await machine.reads.knownByCode(some.code)).toMatchObject({ value: { value: null } });
    expect(await machine.reads.knownByCode(other.code)).toMatchObject({ value: { value: { id: other.id } } });
  });

  it('is left as it is on a machine without room, and finished when there is some', async () => {
    const machine = await createMachine();
    await signIn(machine);
    const { directory } = machine.storage.database;
    let isFull = true;
    directory.hook('creating', () => {
      if (isFull) throw new DOMException('full', 'QuotaExceededError');
    });
    const told = vi.spyOn(console, 'error').mockReturnValue();
    onTestFinished(() => told.mockRestore());
    await pull(machine);
    expect(told).toHaveBeenCalled();
    expect(await machine.reads.knownByCode(some.code)).toEqual({ ok: true, value: null });
    isFull = false;
    await pull(machine);
    expect(await machine.reads.knownByCode(some.code)).toMatchObject({ value: { value: { id: some.id } } });
  });

  it('is not asked for by who may not read customers', async () => {
    server.state.user = { ...me, permissions: ['tickets.read'] };
    const machine = await createMachine();
    await signIn(machine);
    await pull(machine);
    expect(server.state.requests.filter((request) => request.includes('/directory'))).toEqual([]);
  });

  it('is of no use to who may not read customers any more, and gone; an expired session takes nothing', async () => {
    const machine = await createMachine();
    await signIn(machine);
    await pull(machine);
    const session = await machine.settings.session.read();
    if (session === null) throw new Error('Nobody is signed in.');
    await machine.settings.session.write({ ...session, state: 'expired' });
    unplug();
    expect(await namesOf(machine, some.name)).toContain(some.name);
    await machine.settings.session.write({
      ...session,
      user: { ...session.user, permissions: ['tickets.read'] },
    });
    expect(await namesOf(machine, some.name)).toBe('offline');
    expect(await machine.reads.knownByCode(some.code)).toEqual({ ok: true, value: null });
    expect(await rowsOf(machine)).toBe(0);
  });

  it('lets the server have the word while it answers, and keeps nobody waiting when it is silent', async () => {
    const machine = await createMachine();
    await signIn(machine);
    await pull(machine);
    server.state.customers = [{ ...some, name: 'Só No Servidor' }];
    expect(await machine.reads.searchCustomers('Só No Servidor')).toMatchObject({
      value: { value: [{ name: 'Só No Servidor' }], stale: false },
    });
    server.state.fault = () => 'hang';
    expect(await machine.reads.searchCustomers(some.name)).toMatchObject({
      value: { value: [{ id: some.id }], stale: true },
    });
  });
});

describe('a caller', () => {
  const withPhone = customers.find((customer) => customer.phones.length > 0) as Customer;
  const number = withPhone.phones[0]?.number ?? '';

  it('is found in the directory without the server, and asked of the server where there is none yet', async () => {
    const machine = await createMachine();
    await signIn(machine);
    const asked = await machine.lookUpCaller(number);
    expect(asked).toMatchObject({ ok: true, value: { number } });
    await pull(machine);
    unplug();
    const kept = await machine.restart().lookUpCaller(number);
    if (!kept.ok || !asked.ok) throw new Error('Nobody answered.');
    expect(kept.value.matches).toEqual(asked.value.matches);
    expect(kept.value.matches.map((match) => match.customer.id)).toContain(withPhone.id);
    expect(await machine.lookUpCaller('anônimo')).toEqual({
      ok: true,
      value: { number: 'anônimo', matches: [], asOf: null },
    });
    expect(await machine.lookUpCaller('11 90000-0000')).toMatchObject({
      value: { number: '+5511900000000', matches: [] },
    });
  });

  it('whom the directory does not know yet is asked of the server, which keeps nobody waiting', async () => {
    const machine = await createMachine();
    await signIn(machine);
    server.state.customers = customers.filter(({ id }) => id !== withPhone.id);
    await pull(machine);
    server.state.customers = [withPhone];
    expect(await machine.lookUpCaller(number)).toMatchObject({
      value: { number, matches: [{ customer: { id: withPhone.id } }] },
    });
    server.state.fault = () => 'hang';
    expect(await machine.lookUpCaller('11 90000-0000')).toMatchObject({ value: { matches: [] } });
  });
});
