import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CompanyRule } from '../../../domain/company-rule.ts';
import { createId } from '../../../domain/id.ts';
import { createClientStorage } from '../../../extension/client-storage.ts';
import { itemsToRules } from '../../../extension/company-rules.ts';
import { createCrm } from '../../../extension/crm.ts';
import { builtInRules, createHostRules, createOwnRules } from '../../../extension/host-rules.ts';
import { createSettings } from '../../../storage/settings.ts';
import { startCrmStandIn } from '../../support/crm/crm-stand-in.ts';
import { createMemoryArea } from '../../support/crm/memory-area.ts';

let server: Awaited<ReturnType<typeof startCrmStandIn>>;
beforeEach(async () => {
  server = await startCrmStandIn();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await server.stop();
});

const companyRule = (name: string, more: Partial<CompanyRule> = {}): CompanyRule => ({
  ...{ id: createId(), name, position: 1, active: true },
  rule: { urlPattern: 'https://erp.exemplo.com.br/pessoas/*', selector: '#codigo', source: 'value' },
  ...more,
});
const ownRule = {
  ...{ id: 'own', name: 'minha', urlPattern: 'https://erp.exemplo.com.br/*' },
  ...{ selector: '#cod', source: 'value' },
};

/** The background over a machine's storage, with the rules as host pages get them. */
async function createMachine() {
  const [local, session] = [createMemoryArea(), createMemoryArea()];
  const settings = createSettings(local, session);
  const storage = createClientStorage({ indexedDB: new IDBFactory(), IDBKeyRange });
  const crm = createCrm({ settings, storage, wakeAt: async () => {} });
  const own = createOwnRules(local);
  const rules = createHostRules({
    ...{ own, company: settings.companyRules },
    serverUrl: () => settings.serverUrl.read(),
  });
  const names = async () => (await rules.read()).slice(0, -builtInRules().length).map(({ name }) => name);
  const signIn = async () =>
    expect(await crm.session.signIn('joao', 'senha')).toEqual({ ok: true, value: null });
  await crm.session.useServer(server.url);
  return { ...crm, settings, own, rules, names, signIn };
}
const asked = () => server.state.requests.filter((each) => each === 'GET /host-rules').length;

describe('the rules of the company', () => {
  it('come with the sign-in, after the agent’s own and before those of the extension', async () => {
    server.state.hostRules = [companyRule('campo “Código”'), companyRule('campo “Cliente”')];
    const machine = await createMachine();
    await machine.own.write([ownRule]);
    expect(await machine.names()).toEqual(['minha']);
    const heard = vi.fn();
    machine.rules.watch(heard);
    await machine.signIn();
    await expect.poll(() => machine.names()).toEqual(['minha', 'campo “Código”', 'campo “Cliente”']);
    expect(heard).toHaveBeenCalled();
    expect((await machine.rules.read()).slice(-builtInRules().length)).toEqual(builtInRules());
  });

  it('are asked for again with the catalogue, and told to pages only when they say something else', async () => {
    server.state.hostRules = [companyRule('antes')];
    const machine = await createMachine();
    await machine.signIn();
    await expect.poll(() => machine.names()).toEqual(['antes']);
    const heard = vi.fn();
    machine.rules.watch(heard);
    await machine.reads.catalogue();
    await expect.poll(asked).toBe(2);
    server.state.hostRules = [companyRule('depois')];
    server.state.changes = [{ kind: 'catalogue', id: createId() }];
    await machine.sync.sync();
    server.state.changes.push({ kind: 'catalogue', id: createId() });
    await machine.sync.sync();
    await expect.poll(() => machine.names()).toEqual(['depois']);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('stay when the server cannot be asked and after sign-out, and are not another server’s', async () => {
    server.state.hostRules = [companyRule('desta empresa')];
    const machine = await createMachine();
    await machine.signIn();
    await expect.poll(() => machine.names()).toEqual(['desta empresa']);
    server.state.fault = (_, path) => (path === '/host-rules' ? { status: 503, code: 'x' } : null);
    await machine.reads.catalogue();
    await expect.poll(asked).toBe(2);
    await machine.session.signOut();
    expect(await machine.names()).toEqual(['desta empresa']);
    await machine.settings.serverUrl.write('https://crm.exemplo.com.br');
    expect(await machine.names()).toEqual([]);
  });

  it('are used but for one that is broken, which is named', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const slow = {
      urlPattern: 'https://erp.exemplo.com.br/*',
      selector: '#a',
      source: 'value',
      expression: '(a+)+',
    };
    server.state.hostRules = [
      companyRule('lenta', { rule: slow }),
      { ...companyRule('de amanhã'), rule: { somethingNew: true } },
      companyRule('boa'),
      'nada',
    ];
    const machine = await createMachine();
    await machine.signIn();
    await expect.poll(() => machine.names()).toEqual(['boa']);
    expect((await machine.settings.companyRules.read())?.unusable).toEqual(['lenta', 'de amanhã', '4']);
    expect(warn).toHaveBeenCalledTimes(1);
  });

  it('find nothing while they are inactive', () => {
    expect(itemsToRules([companyRule('parada', { active: false })])).toEqual({ rules: [], unusable: [] });
  });
});
