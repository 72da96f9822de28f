import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createSetting } from '../../../storage/setting.ts';
import { createMemoryArea } from '../../support/crm/memory-area.ts';

const declaration = {
  key: 'theme',
  version: 1,
  schema: z.enum(['light', 'dark']),
  fallback: 'light' as const,
};

describe('a setting', () => {
  it('is its fallback until it is written, and follows every writer', async () => {
    const area = createMemoryArea();
    const setting = createSetting<'light' | 'dark'>(area, declaration);
    const seen: string[] = [];
    const stop = setting.watch((value) => seen.push(value));
    expect(await setting.read()).toBe('light');
    await createSetting<'light' | 'dark'>(area, declaration).write('dark');
    expect(await setting.read()).toBe('dark');
    await setting.clear();
    stop();
    await setting.write('dark');
    expect(seen).toEqual(['dark', 'light']);
  });

  it('of an older version is upgraded step by step', async () => {
    const area = createMemoryArea({ theme: { version: 1, value: 'dark' } });
    const setting = createSetting(area, {
      key: 'theme',
      version: 3,
      schema: z.object({ name: z.string(), contrast: z.boolean() }),
      fallback: { name: 'light', contrast: false },
      upgrades: {
        1: (name) => ({ name }),
        2: (old) => ({ ...(old as object), contrast: true }),
      },
    });
    expect(await setting.read()).toEqual({ name: 'dark', contrast: true });
  });

  it.each([
    ['damaged', 'scribble'],
    ['of a newer version', { version: 2, value: 'sepia' }],
    ['of another shape', { version: 1, value: 'sepia' }],
  ])('that is %s reads as the fallback and is put aside before it is written over', async (_, stored) => {
    const area = createMemoryArea({ theme: stored });
    const setting = createSetting<'light' | 'dark'>(area, declaration);
    expect(await setting.read()).toBe('light');
    expect(area.raw.get('theme')).toEqual(stored);
    await setting.write('dark');
    expect(await setting.read()).toBe('dark');
    expect(area.raw.get('theme.unreadable')).toEqual(stored);
  });
});
