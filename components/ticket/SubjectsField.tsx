import { writing as words } from '../../locales/pt-BR/writing.ts';
import { FieldRow } from '../ui/Field.tsx';
import { TagsInput } from '../ui/TagsInput.tsx';
import type { WritingForm } from './use-writing.ts';

/** Assunto: tags to find the opinion again; the type may demand one. */
export function SubjectsField({ form, required }: { form: WritingForm; required: boolean }) {
  return (
    <FieldRow
      label={words.subjects}
      name="opinion.subjects"
      required={required}
      error={form.errorOf('opinion.subjects')}
    >
      {(control) => (
        <TagsInput
          control={control}
          value={form.draft.subjects}
          placeholder={words.addSubject}
          max={20}
          maxLength={40}
          onChange={(subjects) => form.change({ subjects })}
        />
      )}
    </FieldRow>
  );
}
