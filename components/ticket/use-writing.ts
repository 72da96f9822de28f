import type { Draft } from '../../domain/draft.ts';
import type { OpenWriting } from '../../state/open-writing.ts';
import type { DraftFields } from '../../state/writing.ts';

/** A draft for the fields of a form. */
export interface WritingForm {
  open: OpenWriting;
  draft: Draft;
  change(fields: Partial<DraftFields>): void;
  /** The sentence for this field, where OK was refused because of it. */
  errorOf(field: string): string | undefined;
}

export function useWriting(open: OpenWriting): WritingForm {
  const refusal = open.refusal.value;
  return {
    open,
    draft: open.writing.draft.value,
    change(fields) {
      open.refuse(null);
      open.writing.change(fields);
    },
    errorOf: (field) => (refusal?.field === field ? refusal.message : undefined),
  };
}
