import { TriangleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './Icon.tsx';

/** What the control inside a row needs, to be one with its label, hint and error. */
export interface FieldControl {
  id: string;
  labelId: string;
  /** Ids of hint and error, for `aria-describedby`; undefined when there is neither. */
  describedBy: string | undefined;
  invalid: boolean;
  /** Say it with `aria-required`: the asterisk is only for the eye. */
  required: boolean;
}

export interface FieldRowProps {
  label: string;
  /** Draws the control. Give `id` to the input (or `labelId` to what no label can point to) and pass the rest on. */
  children: (control: FieldControl) => ComponentChildren;
  required?: boolean | undefined;
  /** One sentence: what is wrong and what to do. */
  error?: string | undefined;
  hint?: string | undefined;
  /** The control is taller than one line: the label stays on the first. */
  top?: boolean | undefined;
  /** Name of the field in problems, e.g. `opinion.endedAt`, to take the cursor there. */
  name?: string | undefined;
}

/** One row of a form: label beside, control, and below it the hint or the error. */
export function FieldRow({ label, children, required = false, error, hint, top, name }: FieldRowProps) {
  const id = useId();
  const labelId = `${id}-label`;
  const errorId = `${id}-error`;
  const hintId = `${id}-hint`;
  const describedBy = [error === undefined ? '' : errorId, hint === undefined ? '' : hintId].filter(Boolean);
  const control: FieldControl = {
    id,
    labelId,
    describedBy: describedBy.length === 0 ? undefined : describedBy.join(' '),
    invalid: error !== undefined,
    required,
  };
  return (
    <div class={top || error !== undefined || hint !== undefined ? 'fr fr--top' : 'fr'} data-field={name}>
      <label class="lbl" id={labelId} for={id}>
        {label}
        {required && (
          <span class="req" aria-hidden="true">
            *
          </span>
        )}
      </label>
      <div class="fr__main">
        {children(control)}
        {error !== undefined && (
          <p class="err" id={errorId}>
            <Icon icon={TriangleAlert} size={14} />
            <span>{error}</span>
          </p>
        )}
        {hint !== undefined && (
          <p class="hint" id={hintId}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

/** Takes the cursor to the first control of the named field, or of the first field in error. */
export function focusField(form: Element, name?: string): void {
  const row = form.querySelector(
    name === undefined ? '[data-field] [aria-invalid="true"]' : `[data-field="${CSS.escape(name)}"]`,
  );
  const control = row?.matches('[aria-invalid]')
    ? row
    : row?.querySelector('input, textarea, select, [contenteditable="true"], button');
  if (control instanceof HTMLElement) control.focus();
}
