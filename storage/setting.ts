import { z } from 'zod';

/** A place for small values, such as the browser's `storage.local`. */
export interface ValueArea {
  /** Undefined where the key is not set. */
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  /** Calls with each changed key and its new raw value, from whatever context; returns how to stop. */
  watch(listener: (key: string, value: unknown) => void): () => void;
}

/** Everything about one stored value: each is declared once, here or beside its owner. */
export interface SettingDeclaration<T> {
  key: string;
  version: number;
  schema: z.ZodType<T>;
  fallback: T;
  /** From version n (the key) to n + 1. */
  upgrades?: Readonly<Record<number, (old: unknown) => unknown>> | undefined;
}

export interface Setting<T> {
  /** The value, or the fallback where none is stored or it cannot be read. */
  read(): Promise<T>;
  write(value: T): Promise<void>;
  clear(): Promise<void>;
  watch(listener: (value: T) => void): () => void;
}

const envelopeSchema = z.object({ version: z.number().int(), value: z.unknown() });

/** A setting in an area. A stored value that cannot be read is put aside before the first write over it. */
export function createSetting<T>(area: ValueArea, declaration: SettingDeclaration<T>): Setting<T> {
  const { key, version, fallback } = declaration;
  return {
    async read() {
      return parse(await area.get(key)).value;
    },
    async write(value) {
      const stored = await area.get(key);
      if (!parse(stored).readable) await area.set(`${key}.unreadable`, stored);
      await area.set(key, { version, value });
    },
    clear: () => area.remove(key),
    watch: (listener) =>
      area.watch((changed, raw) => {
        if (changed === key) listener(parse(raw).value);
      }),
  };

  function parse(stored: unknown): { value: T; readable: boolean } {
    if (stored === undefined) return { value: fallback, readable: true };
    const envelope = envelopeSchema.safeParse(stored);
    if (!envelope.success || envelope.data.version > version) return { value: fallback, readable: false };
    let value = envelope.data.value;
    for (let from = envelope.data.version; from < version; from += 1) {
      value = declaration.upgrades?.[from]?.(value);
    }
    const parsed = declaration.schema.safeParse(value);
    return parsed.success ? { value: parsed.data, readable: true } : { value: fallback, readable: false };
  }
}
