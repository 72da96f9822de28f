import { useMemo } from 'preact/hooks';
import { tighteningProblem } from '../../domain/opening-rules.ts';
import { writing as words } from '../../locales/pt-BR/writing.ts';
import { writerOf } from '../../state/writer.ts';
import { usePanel } from '../panel/panel-context.ts';
import { Combobox } from '../ui/Combobox.tsx';
import { FieldRow } from '../ui/Field.tsx';
import { typesToOptions } from './type-options.ts';
import type { WritingForm } from './use-writing.ts';

/** Tipo: leaves of the tree only, by name or number, those chosen lately first. */
export function TypeField({ form, autofocus }: { form: WritingForm; autofocus: boolean }) {
  const panel = usePanel();
  const { user } = writerOf(panel.ports.session.state.value);
  const { ticketTypes } = panel.catalogue.all.value;
  const options = useMemo(() => typesToOptions(ticketTypes, panel.catalogue.center), [ticketTypes, panel]);
  const recent = useMemo(() => panel.ports.recentTypes.read(), [panel]);
  return (
    <FieldRow label={words.type} name="typeId" required error={form.errorOf('typeId')}>
      {(control) => (
        <Combobox
          control={control}
          options={options}
          recent={recent}
          value={form.draft.typeId}
          placeholder={words.typePlaceholder}
          hint={words.typeHint}
          autofocus={autofocus}
          onChange={(typeId) => {
            if (typeId !== null) panel.ports.recentTypes.add(typeId);
            const type = panel.catalogue.type(typeId);
            const refused = type === null ? null : tighteningProblem({ user, type });
            form.change(refused === null ? { typeId } : { typeId, closeOnlyByOpener: false });
          }}
        />
      )}
    </FieldRow>
  );
}
