import { useRef, useState } from 'preact/hooks';
import { options } from '../../locales/pt-BR/options.ts';
import type { RuleFields, RuleProblem, RulesPort } from '../../state/options-ports.ts';
import { Button } from '../ui/Button.tsx';
import { FieldRow, focusField } from '../ui/Field.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { TextField } from '../ui/TextField.tsx';

const words = options.rules;

const EMPTY: RuleFields = {
  ...{ name: '', urlPattern: '', by: 'selector', selector: '', source: 'value' },
  ...{ attribute: '', label: '', expression: '' },
};

export interface RuleFormProps {
  rules: RulesPort;
  /** The rule that is changed; null for a new one. */
  id: string | null;
  onDone: () => void;
}

/** One own rule. What is wrong is said at its field, and the cursor goes there. */
export function RuleForm({ rules, id, onDone }: RuleFormProps) {
  const [fields, setFields] = useState<RuleFields>((id !== null && rules.fields(id)) || EMPTY);
  const [problem, setProblem] = useState<RuleProblem | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const set = <K extends keyof RuleFields>(key: K, value: RuleFields[K]) =>
    setFields({ ...fields, [key]: value });
  const submit = async (event: Event) => {
    event.preventDefault();
    const answer = await rules.save(fields, id);
    if (answer.ok) return onDone();
    setProblem(answer.error);
    if (form.current) focusField(form.current, answer.error.field);
  };
  /** A row of the form with a text field. */
  const text = (
    name: TextKey,
    label: string,
    hint: string | undefined,
    required = true,
    autofocus = false,
  ) => (
    <FieldRow
      label={label}
      name={name}
      required={required}
      hint={hint}
      error={problem?.field === name ? (words.problems[problem.code] ?? words.unknownProblem) : undefined}
    >
      {(control) => (
        <TextField
          control={control}
          value={fields[name]}
          onInput={(value) => set(name, value)}
          spellcheck={false}
          autofocus={autofocus}
        />
      )}
    </FieldRow>
  );
  return (
    <form
      class="card__b oform"
      ref={form}
      noValidate
      aria-label={id === null ? words.formNew : words.formEdit}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      {text('name', words.name, words.nameHint, true, true)}
      {text('urlPattern', words.urlPattern, words.urlPatternHint)}
      <div class="fr">
        <span class="lbl">{words.by}</span>
        <Segmented
          label={words.by}
          options={[
            { value: 'selector', label: words.bySelector },
            { value: 'label', label: words.byLabel },
          ]}
          value={fields.by}
          onChange={(by) => set('by', by)}
        />
      </div>
      {fields.by === 'label' && text('label', words.label, words.labelHint)}
      {fields.by === 'selector' && text('selector', words.selector, words.selectorHint)}
      {fields.by === 'selector' && (
        <div class="fr">
          <span class="lbl">{words.source}</span>
          <Segmented
            label={words.source}
            options={[
              { value: 'value', label: words.sourceValue },
              { value: 'text', label: words.sourceText },
              { value: 'attribute', label: words.sourceAttribute },
            ]}
            value={fields.source}
            onChange={(source) => set('source', source)}
          />
        </div>
      )}
      {fields.by === 'selector' &&
        fields.source === 'attribute' &&
        text('attribute', words.attribute, undefined)}
      {text('expression', words.expression, words.expressionHint, false)}
      <div class="oform__acts">
        <Button kind="primary" size="s" type="submit">
          {words.save}
        </Button>
        <Button kind="quiet" size="s" onClick={onDone}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

type TextKey = 'name' | 'urlPattern' | 'selector' | 'attribute' | 'label' | 'expression';
