import { expect, it, vi } from 'vitest';
import { createConnectionKeeper } from '../../../extension/connection.ts';
import { createSettings } from '../../../storage/settings.ts';
import { createMemoryArea } from '../../support/crm/memory-area.ts';

it('goes on noting the connection after one note could not be written', async () => {
  const noted = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { connection } = createSettings(createMemoryArea(), createMemoryArea());
  let isFull = true;
  let backs = 0;
  const note = createConnectionKeeper(
    {
      ...connection,
      async write(value) {
        if (isFull) throw new Error('No room.');
        await connection.write(value);
      },
    },
    () => {
      backs += 1;
    },
  );
  const offline = { code: 'offline', message: 'Sem ligação.' };
  note(offline);
  await expect.poll(() => noted.mock.calls.length).toBe(1);
  isFull = false;
  note(offline);
  note(null);
  await expect.poll(() => backs).toBe(1);
  expect(await connection.read()).toBe('online');
  noted.mockRestore();
});
