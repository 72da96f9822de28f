import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Skeleton } from '../../../components/ui/Skeleton.tsx';
import { mount } from '../../support/browser/mount.tsx';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
});

test('a wait is shown only when it has lasted 120 ms', async () => {
  const panel = mount(<Skeleton rows={2} />);
  const bars = () => panel.querySelectorAll('.skrow').length;
  // The timer starts with the effect, after the first paint.
  await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0));
  await vi.advanceTimersByTimeAsync(100);
  expect(bars()).toBe(0);
  await vi.advanceTimersByTimeAsync(40);
  await vi.waitFor(() => expect(bars()).toBe(2));
  expect(panel.querySelector('[role="status"]')?.textContent).toBe('Carregando');
});
