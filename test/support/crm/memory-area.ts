import type { ValueArea } from '../../../storage/setting.ts';

/** The browser's storage area, in memory: values are copied as JSON, as the browser does. */
export function createMemoryArea(
  initial: Record<string, unknown> = {},
): ValueArea & { raw: Map<string, unknown> } {
  const raw = new Map<string, unknown>(Object.entries(initial));
  const listeners = new Set<(key: string, value: unknown) => void>();
  const tell = (key: string) => {
    for (const listener of listeners) listener(key, raw.get(key));
  };
  return {
    raw,
    async get(key) {
      const value = raw.get(key);
      return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
    },
    async set(key, value) {
      raw.set(key, JSON.parse(JSON.stringify(value)));
      tell(key);
    },
    async remove(key) {
      raw.delete(key);
      tell(key);
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
