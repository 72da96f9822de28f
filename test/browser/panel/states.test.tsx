import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mountPanel } from '../../support/browser/mount-panel.tsx';
import { aTicket, onRioPardo, rioPardo } from '../../support/screens/fixtures.ts';
import { createMemoryPorts, signedIn } from '../../support/screens/memory-ports.ts';
import { ordinaryWorld } from '../gallery/panel-scenes.ts';

const start = async (more = {}) => {
  const world = createMemoryPorts(ordinaryWorld(more));
  await mountPanel(world);
  return world;
};

test('hostile text is shown as text', async () => {
  const hostile = '<img src=x onerror="document.title=1"> <script>document.title=2</script> \u202Eoir';
  const long = 'W'.repeat(10_000);
  await start({
    customers: [
      {
        ...rioPardo,
        name: hostile,
        tradeName: long,
        alerts: [{ level: 'danger', title: hostile, detail: long }],
      },
    ],
    open: [aTicket(300, hostile)],
  });
  await expect.element(page.getByRole('heading', { level: 1 })).toMatchTextContent(/<img src=x/);
  await userEvent.click(page.getByRole('button', { name: /<img src=x/ }).first());
  await expect.element(page.getByRole('heading', { level: 2, name: /<img src=x/ })).toBeVisible();
  expect(document.querySelectorAll('img, .panel script')).toHaveLength(0);
  expect(document.title).toBe('Parecer');
});

test('a session that ends while writing leaves the text where it is and says so', async () => {
  const world = await start();
  await expect.element(page.getByRole('heading', { level: 1 })).toMatchTextContent(/Comercial Rio Pardo/);
  await userEvent.keyboard('n');
  const editor = page.getByRole('textbox', { name: 'Descrição do parecer' });
  await userEvent.click(editor);
  await userEvent.keyboard('José ligou');
  world.session.value = { ...signedIn, kind: 'expired' } as never;
  await expect.element(page.getByText('Sua sessão terminou.')).toBeVisible();
  await expect.element(editor).toMatchTextContent(/José ligou/);
  await expect.element(page.getByText('Guardado aqui, sai quando você entrar')).toBeVisible();

  await userEvent.click(page.getByRole('button', { name: 'Entrar' }));
  await expect.element(page.getByRole('textbox', { name: /^Usuário/ })).toHaveValue('joão');
  await userEvent.type(page.getByLabelText(/^Senha/), 'segredo');
  await userEvent.keyboard('{Enter}');
  await expect
    .element(page.getByRole('textbox', { name: 'Descrição do parecer' }))
    .toMatchTextContent(/José ligou/);
  await expect.element(page.getByText('Sua sessão terminou.')).not.toBeInTheDocument();
});

test('a server that fails is said, and trying again brings the customer', async () => {
  const world = await start({
    trouble: { code: 'server-error', message: 'O servidor falhou ao atender.', supportCode: '7F2C' },
  });
  await expect.element(page.getByText('Não deu para abrir este cliente')).toBeVisible();
  await expect.element(page.getByText(/avise o suporte com o código 7F2C/)).toBeVisible();
  world.world.trouble = null;
  await userEvent.click(page.getByRole('button', { name: 'Tentar de novo' }));
  await expect.element(page.getByRole('heading', { level: 1 })).toMatchTextContent(/Comercial Rio Pardo/);
});

test('an offered customer is visibly an offer until it is confirmed', async () => {
  await start({ page: { ...onRioPardo, certainty: 'offered' } });
  await expect.element(page.getByText('Confira: a página sugere este cliente.')).toBeVisible();
  expect(document.querySelector('.why--offered')).not.toBeNull();
  await userEvent.click(page.getByRole('button', { name: 'É este', exact: true }));
  await expect.element(page.getByText('Confira: a página sugere este cliente.')).not.toBeInTheDocument();
  expect(document.querySelector('.why--offered')).toBeNull();
});

test('in the first moment after showing, a click sends and discards nothing', async () => {
  const world = await start();
  await expect.element(page.getByRole('heading', { level: 1 })).toMatchTextContent(/Comercial Rio Pardo/);
  await userEvent.keyboard('n');
  const ok = () => [...document.querySelectorAll<HTMLElement>('[data-guard]')].at(-1);
  await expect.poll(ok).toBeTruthy();
  world.visible.value = false;
  await new Promise((resolve) => requestAnimationFrame(resolve));
  world.visible.value = true;
  await new Promise((resolve) => requestAnimationFrame(resolve));
  ok()?.click();
  expect(document.querySelector('.err')).toBeNull();
  await expect
    .poll(() => {
      ok()?.click();
      return document.querySelector('.err');
    })
    .not.toBeNull();
});

test('while the page lies over the panel, nothing is sent by click or key, and the reason is said', async () => {
  const world = await start();
  await expect.element(page.getByRole('heading', { level: 1 })).toMatchTextContent(/Comercial Rio Pardo/);
  await userEvent.keyboard('n');
  const ok = page.getByRole('button', { name: /^OK/ });
  await expect.element(ok).toBeVisible();
  const said = page.getByText(/algo da página está por cima do painel/);
  world.covered.value = true;
  await userEvent.click(ok);
  await expect.element(said).toBeVisible();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(document.querySelector('.err')).toBeNull();
  await userEvent.click(page.getByRole('button', { name: 'Mais ações' }));
  await userEvent.click(page.getByRole('menuitem', { name: 'Sair' }));
  expect(world.session.value.kind).toBe('signed-in');
  await expect.element(ok).toBeVisible();

  world.covered.value = false;
  await userEvent.click(ok);
  await expect.poll(() => document.querySelector('.err')).not.toBeNull();
});
