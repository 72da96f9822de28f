import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ToastRegion } from '../../../components/ui/ToastRegion.tsx';
import { createToasts } from '../../../components/ui/toasts.ts';
import { mount } from '../../support/browser/mount.tsx';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
});

function show(undo?: () => void) {
  const toasts = createToasts();
  mount(
    <>
      <ToastRegion toasts={toasts} />
      <input aria-label="texto" />
    </>,
  );
  toasts.show({ text: 'Rascunho apagado', undo });
  return toasts;
}

const shown = () => document.querySelectorAll('.toast').length;

test('a toast goes after six seconds', async () => {
  show();
  await vi.waitFor(() => expect(shown()).toBe(1));
  await vi.advanceTimersByTimeAsync(5900);
  expect(shown()).toBe(1);
  await vi.advanceTimersByTimeAsync(200);
  await vi.waitFor(() => expect(shown()).toBe(0));
});

test('a toast stays while it has the focus', async () => {
  show(() => {});
  await vi.waitFor(() => expect(shown()).toBe(1));
  document.querySelector<HTMLElement>('.toast button')?.focus();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(shown()).toBe(1);
});

test('Ctrl+Z takes the last act back, but not while a text has the cursor', async () => {
  const undo = vi.fn();
  show(undo);
  await vi.waitFor(() => expect(shown()).toBe(1));
  document.querySelector<HTMLElement>('input')?.focus();
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(undo).not.toHaveBeenCalled();
  document.querySelector<HTMLElement>('input')?.blur();
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(undo).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(shown()).toBe(0));
});

test('only the last three toasts stand', async () => {
  const toasts = show();
  for (const text of ['dois', 'três', 'quatro']) toasts.show({ text });
  await vi.waitFor(() => expect(shown()).toBe(3));
  expect(page.getByText('Rascunho apagado').elements()).toHaveLength(0);
});
