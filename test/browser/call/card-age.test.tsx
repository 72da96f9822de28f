import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { mountPanel } from '../../support/browser/mount-panel.tsx';
import { createMemoryPorts } from '../../support/screens/memory-ports.ts';
import { callWorld, oneCaller } from '../gallery/call-scenes.ts';

const card = () => page.getByRole('dialog', { name: /^Ligação/ });

test('tickets that are not of now say of when they are', async () => {
  const world = createMemoryPorts(callWorld());
  world.ports.crm.openTickets = async () => ({
    ok: true,
    value: { value: { items: [], total: 0, next: null }, asOf: '2026-07-16T16:48:00.000Z', stale: true },
  });
  await mountPanel(world, { width: 360 });
  await expect.element(card()).toMatchTextContent('Visto às 13:48');
});

test('a match that the machine alone knows says of when it is', async () => {
  const world = createMemoryPorts(callWorld({ trouble: { code: 'offline', message: 'Sem ligação.' } }));
  world.ports.calls.lookUp = async (number) => ({
    ok: true,
    value: { number, matches: oneCaller, asOf: '2026-07-16T16:30:00.000Z' },
  });
  await mountPanel(world, { width: 360 });
  await expect.element(card()).toMatchTextContent('Visto às 13:30');
});

test('what the server said just now needs no time', async () => {
  await mountPanel(createMemoryPorts(callWorld()), { width: 360 });
  await expect.element(card().getByRole('button', { name: /^Continuar/ })).toBeVisible();
  expect(card().element().textContent).not.toContain('Visto');
});
