import { signal } from '@preact/signals';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../components/settings/options.css';
import { OptionsPage } from '../../../components/settings/OptionsPage.tsx';
import { err, ok } from '../../../domain/result.ts';
import type { OptionsPorts, RuleFields, Theme } from '../../../state/options-ports.ts';
import type { SessionState } from '../../../state/ports.ts';
import { accessibilityFaults } from '../../support/browser/accessibility.ts';
import { mount } from '../../support/browser/mount.tsx';

beforeEach(() => page.viewport(1040, 640));

type Changes = { [K in keyof OptionsPorts]?: Partial<OptionsPorts[K]> };

function createPorts(changes: Changes = {}) {
  const theme = signal<Theme>('system');
  const enabled = signal(['https://erp.exemplo.com.br/*', 'http://localhost/*']);
  const state = signal<SessionState>({ kind: 'not-configured' });
  const ports: OptionsPorts = {
    hosts: {
      enabled,
      fixed: signal(['http://localhost/*']),
      enable: vi.fn(async () => ok('https://novo.exemplo.com.br/*')),
      remove: vi.fn(async () => {}),
      ...changes.hosts,
    },
    rules: {
      rows: signal([
        {
          ...{ id: 'r1', whose: 'own', name: 'campo “Código”', where: '#codigo', certainty: 'certain' },
          urlPattern: 'https://erp.exemplo.com.br/*',
        },
      ]),
      unusable: signal([]),
      fields: () => ({
        ...{ name: 'campo “Código”', urlPattern: 'https://erp.exemplo.com.br/*', by: 'selector' },
        ...{ selector: '#codigo', source: 'value', attribute: '', label: '', expression: '' },
      }),
      save: vi.fn(async () => ok(undefined)),
      remove: vi.fn(async () => {}),
      ...changes.rules,
    },
    session: {
      state,
      signIn: async () => ok(undefined),
      signOut: async () => ok(undefined),
      ...changes.session,
    },
    server: {
      address: signal(null),
      managed: signal(false),
      waiting: async () => 0,
      use: vi.fn(async () => ok('Sigemp')),
      ...changes.server,
    },
    theme: {
      value: theme,
      set: async (chosen) => {
        theme.value = chosen;
      },
    },
    version: '0.1.0',
  };
  return ports;
}
function show(changes: Changes = {}, options: { theme?: 'light' | 'dark'; width?: number } = {}) {
  const ports = createPorts(changes);
  const page = (
    <div>
      <OptionsPage ports={ports} />
    </div>
  );
  const root = mount(page, { width: 1000, ...options });
  return { ports, root };
}
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const field = (name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}( obrigatório)?$`) });

test.each([
  ['light', 1000],
  ['dark', 1000],
  ['light', 400],
  ['dark', 400],
] as const)('passes axe in %s at %s, with its forms open', async (theme, width) => {
  const { root } = show({}, { theme, width });
  await button('Permitir página').click();
  await button('Nova regra').click();
  await button('Guardar a regra').click();
  expect(await accessibilityFaults(root)).toEqual([]);
});

test('a page is allowed with the keyboard alone, and the focus comes back to the button', async () => {
  const { ports } = show();
  (button('Permitir página').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(field('Endereço').first()).toHaveFocus();
  await userEvent.keyboard('novo.exemplo.com.br{Enter}');
  await expect.element(button('Permitir página')).toHaveFocus();
  expect(ports.hosts.enable).toHaveBeenCalledWith('novo.exemplo.com.br');
  await expect
    .element(page.getByText('O Parecer funciona agora em novo.exemplo.com.br.'))
    .toBeInTheDocument();
});

test('a permission that was refused is said at the field, where the cursor is', async () => {
  const enable = async () =>
    err({ code: 'refused', message: 'O navegador não deu a permissão.', field: 'host' });
  show({ hosts: { enable } });
  await button('Permitir página').click();
  await userEvent.keyboard('erp{Enter}');
  await expect.element(page.getByText('O navegador não deu a permissão.')).toBeVisible();
  await expect.element(field('Endereço').first()).toHaveFocus();
  await expect.element(field('Endereço').first()).toHaveAttribute('aria-invalid', 'true');
});

test('a page that came with the installation cannot be taken away, the others can', async () => {
  const { ports } = show();
  await expect.element(page.getByText('Veio com esta instalação')).toBeVisible();
  expect(button(/^Tirar/).elements()).toHaveLength(1);
  await button('Tirar erp.exemplo.com.br').click();
  expect(ports.hosts.remove).toHaveBeenCalledWith('https://erp.exemplo.com.br/*');
});

test('a rule with a mistake names the field, and the cursor goes there', async () => {
  const save = async (fields: RuleFields) =>
    fields.expression === '('
      ? err({ field: 'expression' as const, code: 'not-an-expression' })
      : ok(undefined);
  show({ rules: { save } });
  await button('Editar campo “Código”').click();
  await expect.element(field('Nome')).toHaveValue('campo “Código”');
  await field('Expressão').fill('(');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Esta expressão regular está errada.')).toBeVisible();
  await expect.element(field('Expressão')).toHaveFocus();
  await userEvent.clear(field('Expressão'));
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Nova regra')).toHaveFocus();
});

test('a rule is removed after a question that Escape answers with no', async () => {
  const { ports } = show();
  await button('Apagar campo “Código”').click();
  await expect.element(button('Cancelar')).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  expect(ports.rules.remove).not.toHaveBeenCalled();
  await button('Apagar campo “Código”').click();
  await button('Apagar a regra').click();
  expect(ports.rules.remove).toHaveBeenCalledWith('r1');
});

test('the server is asked before it is taken, and what it is not is said', async () => {
  const use = async (url: string) =>
    url.includes('crm')
      ? ok('Sigemp')
      : err({ code: 'not-parecer', message: 'Não é um servidor do Parecer.' });
  show({ server: { use } });
  await field('Endereço do CRM').fill('https://outro.exemplo');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Não é um servidor do Parecer.')).toBeVisible();
  await expect.element(field('Endereço do CRM')).toHaveFocus();
  await field('Endereço do CRM').fill('https://crm.exemplo');
  await button('Usar este servidor').click();
  await expect.element(page.getByText('Conectado a Sigemp.')).toBeVisible();
});

test('an address that the company set can be read and not changed', async () => {
  show({ server: { address: signal('https://crm.exemplo.com.br'), managed: signal(true) } });
  await expect.element(field('Endereço do CRM')).toHaveValue('https://crm.exemplo.com.br');
  await expect.element(field('Endereço do CRM')).toBeDisabled();
  await expect.element(page.getByText('Definido pela sua empresa.')).toBeVisible();
  expect(button('Usar este servidor').elements()).toHaveLength(0);
});

test('the theme is chosen with arrows', async () => {
  const { ports } = show();
  (page.getByRole('radio', { name: 'Sistema' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.element(page.getByRole('radio', { name: 'Escuro' })).toBeChecked();
  expect(ports.theme.value.value).toBe('dark');
});

test('who is signed out can sign in where the server is known', async () => {
  show({
    session: { state: signal<SessionState>({ kind: 'signed-out', serverUrl: 'https://crm.exemplo.com.br' }) },
  });
  await expect.element(page.getByRole('heading', { name: 'Entrar no Parecer' })).toBeVisible();
});

const sectionOrder = (root: HTMLElement) => [...root.querySelectorAll('section.card')].map(({ id }) => id);
const signedIn: SessionState = {
  ...{ kind: 'signed-in', serverUrl: 'https://crm.exemplo.com.br' },
  user: { id: 'u1', login: 'jonas', name: 'Jonas Ferreira', permissions: [], centerIds: [] },
  company: { id: 'c1', name: 'Sigemp' },
} as never;

test('who has no server yet is led from the server to the sign-in and to the pages', async () => {
  const state = signal<SessionState>({ kind: 'not-configured' });
  const use = async () => {
    state.value = { kind: 'signed-out', serverUrl: 'https://crm.exemplo.com.br' };
    return ok('Sigemp');
  };
  const signIn = async () => {
    state.value = signedIn;
    return ok(undefined);
  };
  const { root } = show({ session: { state, signIn }, server: { use } });
  const steps = ['server', 'account', 'hosts', 'rules', 'appearance'];
  expect(sectionOrder(root)).toEqual(steps);
  expect([...root.querySelectorAll('nav a')].map((link) => link.getAttribute('href'))).toEqual(
    steps.map((id) => `#${id}`),
  );
  await field('Endereço do CRM').fill('https://crm.exemplo.com.br');
  await userEvent.keyboard('{Enter}');
  await expect.element(field('Usuário')).toHaveFocus();
  await userEvent.keyboard('jonas{Tab}segredo{Enter}');
  await expect.element(page.getByText('Jonas Ferreira').first()).toBeVisible();
  await expect.poll(() => document.activeElement?.id).toBe('account');
  expect(sectionOrder(root)).toEqual(steps);
});

test('who is signed in finds the pages first', () => {
  const { root } = show({ session: { state: signal(signedIn) } });
  expect(sectionOrder(root)).toEqual(['hosts', 'rules', 'appearance', 'server', 'account']);
});

test('the fields of the sign-in stand apart, as those of the panel do', async () => {
  show({
    session: { state: signal<SessionState>({ kind: 'signed-out', serverUrl: 'https://crm.exemplo.com.br' }) },
  });
  await expect.element(field('Usuário')).toBeVisible();
  const form = document.querySelector('form.signin');
  expect(form && getComputedStyle(form).rowGap).toBe('12px');
});

test('nothing is shown in an order that would change, while it is not known who is signed in', async () => {
  const state = signal<SessionState>({ kind: 'loading' });
  const { root } = show({ session: { state } });
  expect(sectionOrder(root)).toEqual([]);
  state.value = { kind: 'not-configured' };
  await expect.poll(() => sectionOrder(root)[0]).toBe('server');
});

test.each([360, 400, 640])(
  'long names of rules and hints leave everything within %s pixels',
  async (width) => {
    await page.viewport(width, 640);
    const rows = signal([
      {
        ...{ id: 'r1', whose: 'own' as const, where: '#codigo', certainty: 'certain' as const },
        name: 'campo “Código” da tela de manutenção de pessoas, contatos e relacionamentos',
        urlPattern: 'https://erp.exemplo.com.br/*',
      },
    ]);
    const { root } = show({ rules: { rows }, session: { state: signal(signedIn) } }, { width });
    await button('Nova regra').click();
    const right = root.getBoundingClientRect().right;
    const parts = [
      ...root.querySelectorAll('#rules button, #rules input, #rules .hint, #rules td, #rules th'),
    ];
    expect(parts.length).toBeGreaterThan(8);
    expect(
      parts.filter((part) => part.getBoundingClientRect().right > right - 16).map((part) => part.outerHTML),
    ).toEqual([]);
  },
);

test('an address is not left while words wait for it, but when the agent says so', async () => {
  const address = signal('https://antigo.exemplo.com.br');
  const { ports, root } = show({ server: { address, waiting: async () => 3 } });
  const typed = page.getByRole('textbox', { name: /^Endereço do CRM/ });
  await typed.fill('novo.exemplo.com.br');
  await userEvent.keyboard('{Enter}');
  await expect
    .element(page.getByText(/3 pareceres ainda não chegaram a https:\/\/antigo\.exemplo\.com\.br/))
    .toBeVisible();
  expect(ports.server.use).not.toHaveBeenCalled();
  expect(await accessibilityFaults(root)).toEqual([]);
  await button('Ficar neste endereço').click();
  await expect.element(typed).toHaveValue('https://antigo.exemplo.com.br');
  await typed.fill('novo.exemplo.com.br');
  await userEvent.keyboard('{Enter}');
  await button('Trocar assim mesmo').click();
  expect(ports.server.use).toHaveBeenCalledWith('novo.exemplo.com.br');
});
