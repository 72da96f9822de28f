import { plainTextToRichText } from '../../domain/rich-text/document.ts';
import { richTextToPlainText } from '../../domain/rich-text/plain-text.ts';
import type { OpenWriting } from '../../state/open-writing.ts';

export interface OpinionEditorProps {
  open: OpenWriting;
  label: string;
  placeholder: string;
  /** The cursor starts here, where it was left. */
  autofocus: boolean;
  minHeight: number;
  /** Bytes of the images, at the start and whenever they change. */
  onImages: (bytes: number) => void;
}

/** The text of an opinion. */
export function OpinionEditor({ open, label, placeholder }: OpinionEditorProps) {
  return (
    <div class="ed" data-field="opinion.body">
      <textarea
        class="ed__body doc"
        aria-label={label}
        placeholder={placeholder}
        defaultValue={richTextToPlainText(open.writing.draft.peek().body)}
        onInput={(event) => {
          const { value } = event.currentTarget;
          open.refuse(null);
          open.writing.typed(() => plainTextToRichText(value), value.trim() === '');
        }}
      />
    </div>
  );
}
