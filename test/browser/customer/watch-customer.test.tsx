import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mountPanel } from '../../support/browser/mount-panel.tsx';
import { createMemoryPorts } from '../../support/screens/memory-ports.ts';
import { ordinaryWorld } from '../gallery/panel-scenes.ts';

const watch = () => page.getByRole('switch', { name: /Acompanhar por e-mail/ });

test('a customer is watched and not any more, at once', async () => {
  const world = createMemoryPorts(ordinaryWorld());
  await mountPanel(world);
  await expect.element(watch()).toBeEnabled();
  await expect.element(watch()).toHaveAttribute('aria-checked', 'false');
  await userEvent.click(watch());
  await expect.element(watch()).toHaveAttribute('aria-checked', 'true');
  await userEvent.click(watch());
  await expect.element(watch()).toHaveAttribute('aria-checked', 'false');
  expect(world.calls.filter((call) => call.startsWith('watch '))).toHaveLength(2);
});
