import { describe, expect, it } from 'vitest';
import { createRecordForm } from '../../../state/record-form.ts';
import { rioPardo, rioPardoSummary } from '../../support/screens/fixtures.ts';
import { createMemoryPorts } from '../../support/screens/memory-ports.ts';

async function openForm() {
  const world = createMemoryPorts({ customers: [rioPardo] });
  const form = createRecordForm(rioPardoSummary, world.ports);
  await form.load();
  return { world, form };
}

describe('the form of a record', () => {
  it('queues a change once, however often it is told to save while that is under way', async () => {
    const { world, form } = await openForm();
    form.change({ city: 'Batatais' });
    expect(await Promise.all([form.save(), form.save()])).toEqual([
      { ok: true, value: true },
      { ok: true, value: true },
    ]);
    expect(world.entries.value).toHaveLength(1);
    form.openPerson(null);
    form.changePerson({ name: 'Marta' });
    await Promise.all([form.savePerson(), form.savePerson()]);
    expect(world.entries.value).toHaveLength(2);
    form.dispose();
  });

  it('keeps what is typed while a change is being queued, as a change of what that made of the record', async () => {
    const { world, form } = await openForm();
    form.change({ city: 'Batatais' });
    const saving = form.save();
    form.change({ address: 'Rua Nova, 1' });
    await saving;
    expect(form.fields.value).toMatchObject({ city: 'Batatais', address: 'Rua Nova, 1' });
    expect(form.isDirty.value).toBe(true);
    await form.save();
    expect(world.entries.value.map(({ command }) => 'after' in command && command.after)).toEqual([
      { city: 'Batatais' },
      { address: 'Rua Nova, 1' },
    ]);
    form.dispose();
  });
});
