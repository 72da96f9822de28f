import { useEffect, useState } from 'preact/hooks';
import type { TicketType } from '../../domain/ticket-type.ts';
import { writing as words } from '../../locales/pt-BR/writing.ts';
import { usePanel } from '../panel/panel-context.ts';
import { FieldRow } from '../ui/Field.tsx';
import { TagsInput } from '../ui/TagsInput.tsx';
import type { WritingForm } from './use-writing.ts';

export interface SubjectsFieldProps {
  form: WritingForm;
  /** The type, whose subjects are offered and which may demand one. */
  type: Pick<TicketType, 'id' | 'subjectRequired'> | null;
}

/** Assunto: tags to find the opinion again; those used before for the customer and the type are offered first. */
export function SubjectsField({ form, type }: SubjectsFieldProps) {
  const panel = usePanel();
  const [offered, setOffered] = useState<readonly string[]>([]);
  const required = type?.subjectRequired ?? false;
  const customerId = form.draft.customer.id;
  const typeId = type?.id;
  useEffect(() => {
    let isGone = false;
    void panel.ports.crm.subjects({ customerId, typeId }).then((answer) => {
      if (!isGone && answer.ok) setOffered(answer.value.value);
    });
    return () => {
      isGone = true;
    };
  }, [panel, customerId, typeId]);
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
          suggestions={offered}
          max={20}
          maxLength={40}
          onChange={(subjects) => form.change({ subjects })}
        />
      )}
    </FieldRow>
  );
}
