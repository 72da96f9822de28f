import { waitingForSchema } from '../../domain/ticket.ts';
import { writing as words } from '../../locales/pt-BR/writing.ts';
import { FieldRow } from '../ui/Field.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import type { WritingForm } from './use-writing.ts';

const CHOICES = ['none', ...waitingForSchema.options] as const;

/** Aguardando: whom the ticket waits for; the next opinion that does not say it clears it. */
export function WaitingForField({ form }: { form: WritingForm }) {
  return (
    <FieldRow label={words.waitingFor} name="waitingFor">
      {() => (
        <Segmented
          label={words.waitingFor}
          value={form.draft.waitingFor ?? 'none'}
          options={CHOICES.map((value) => ({ value, label: words.waiting[value] }))}
          onChange={(value) => form.change({ waitingFor: value === 'none' ? null : value })}
        />
      )}
    </FieldRow>
  );
}
