import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mountPanel } from '../../support/browser/mount-panel.tsx';
import { createMemoryPorts } from '../../support/screens/memory-ports.ts';
import { ordinaryWorld } from '../gallery/panel-scenes.ts';

async function openSignIn() {
  const world = createMemoryPorts(
    ordinaryWorld({ session: { kind: 'signed-out', serverUrl: 'https://crm.example' } }),
  );
  await mountPanel(world);
  await expect.element(user()).toHaveFocus();
  return world;
}
const user = () => page.getByRole('textbox', { name: /^Usuário/ });

test('user, password and Enter sign in', async () => {
  const world = await openSignIn();
  await userEvent.keyboard('joao{Tab}segredo{Enter}');
  await expect.element(page.getByRole('tab', { name: 'Cliente' })).toBeVisible();
  expect(world.calls).toContain('sign in joao');
});

test('what is missing is said, and the cursor goes there', async () => {
  await openSignIn();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Informe o usuário.')).toBeVisible();
  await userEvent.keyboard('joao{Enter}');
  await expect.element(page.getByText('Informe a senha.')).toBeVisible();
  await expect.element(page.getByLabelText(/^Senha/)).toHaveFocus();
});

test('a refusal is said in the words of the server', async () => {
  const world = await openSignIn();
  world.world.trouble = { code: 'wrong-credentials', message: 'Usuário ou senha não conferem.' };
  await userEvent.keyboard('joao{Tab}errada{Enter}');
  await expect.element(page.getByRole('alert')).toMatchTextContent(/Usuário ou senha não conferem\./);
});
