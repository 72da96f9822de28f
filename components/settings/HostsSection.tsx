import { Globe, Plus, Trash2 } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { options } from '../../locales/pt-BR/options.ts';
import type { HostsPort, RuleRow } from '../../state/options-ports.ts';
import { Button } from '../ui/Button.tsx';
import { FieldRow } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { TextField } from '../ui/TextField.tsx';

const words = options.hosts;

export interface HostsSectionProps {
  hosts: HostsPort;
  rules: readonly RuleRow[];
}

/** The pages on which the product works, and the form that asks the browser for one more. */
export function HostsSection({ hosts, rules }: HostsSectionProps) {
  const [isAdding, setAdding] = useState(false);
  const [said, setSaid] = useState('');
  const add = useRef<HTMLButtonElement>(null);
  const enabled = hosts.enabled.value;
  const fixed = hosts.fixed.value;
  const close = (message: string) => {
    setAdding(false);
    setSaid(message);
    add.current?.focus();
  };
  const rulesOf = (pattern: string) =>
    rules.filter((rule) => rule.whose === 'own' && rule.urlPattern.includes(patternToHost(pattern))).length;

  return (
    <section class="card" id="hosts" aria-labelledby="hosts-title">
      <header>
        <div class="grow">
          <h2 id="hosts-title">{words.title}</h2>
          <p>{words.text}</p>
        </div>
        <Button size="s" icon={Plus} ref={add} onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      </header>
      {isAdding && <HostForm hosts={hosts} onDone={close} />}
      {enabled.length === 0 ? (
        <p class="orow orow__sub">{words.none}</p>
      ) : (
        <ul>
          {enabled.map((pattern) => (
            <li class="orow" key={pattern}>
              <span class="orow__ic">
                <Icon icon={Globe} />
              </span>
              <div class="grow">
                <div class="cut">{patternToHost(pattern)}</div>
                <div class="orow__sub cut">{fixed.includes(pattern) ? words.fixed : pattern}</div>
              </div>
              <span class="orow__meta">{rulesOf(pattern) > 0 ? words.rules(rulesOf(pattern)) : ''}</span>
              {!fixed.includes(pattern) && (
                <IconButton
                  icon={Trash2}
                  label={words.remove(patternToHost(pattern))}
                  onClick={() =>
                    void hosts.remove(pattern).then(() => close(words.removed(patternToHost(pattern))))
                  }
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <p class="sr" role="status">
        {said}
      </p>
    </section>
  );
}

function HostForm({ hosts, onDone }: { hosts: HostsPort; onDone: (message: string) => void }) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const input = useRef<HTMLInputElement>(null);
  return (
    <form
      class="card__b oform"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // Right in the act: the browser would not ask later.
        void hosts.enable(typed).then((answer) => {
          if (answer.ok) onDone(words.enabled(patternToHost(answer.value)));
          else {
            setProblem(answer.error.message);
            input.current?.focus();
          }
        });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone('');
      }}
    >
      <FieldRow label={words.field} name="host" required error={problem} hint={words.hint}>
        {(control) => (
          <TextField
            control={control}
            ref={input}
            value={typed}
            onInput={setTyped}
            spellcheck={false}
            autofocus
          />
        )}
      </FieldRow>
      <div class="oform__acts">
        <Button kind="primary" size="s" type="submit">
          {words.submit}
        </Button>
        <Button kind="quiet" size="s" onClick={() => onDone('')}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

/** Host of a match pattern, as it is shown. */
function patternToHost(pattern: string): string {
  return pattern.replace(/^[^/]*\/\//, '').replace(/\/.*$/, '');
}
