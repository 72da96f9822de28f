import { Hash, Pencil, Plus, Trash2 } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { options } from '../../locales/pt-BR/options.ts';
import type { RuleRow, RulesPort } from '../../state/options-ports.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { RuleForm } from './RuleForm.tsx';

const words = options.rules;

/** The rules that find the customer, the agent's own first; own ones can be added, changed and removed. */
export function RulesSection({ rules }: { rules: RulesPort }) {
  /** Id of the rule in the form, null for a new one, undefined while the form is closed. */
  const [edited, setEdited] = useState<string | null | undefined>(undefined);
  const [removing, setRemoving] = useState<RuleRow | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const close = () => {
    setEdited(undefined);
    add.current?.focus();
  };
  return (
    <section class="card" id="rules" aria-labelledby="rules-title">
      <header>
        <div class="grow">
          <h2 id="rules-title">{words.title}</h2>
          <p>{words.text}</p>
        </div>
        <Button size="s" icon={Plus} ref={add} onClick={() => setEdited(null)}>
          {words.add}
        </Button>
      </header>
      {edited !== undefined && <RuleForm key={edited} rules={rules} id={edited} onDone={close} />}
      <div class="tblw">
        <table class="tbl">
          <thead>
            <tr>
              <th scope="col">{words.where}</th>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.certainty}</th>
              <th scope="col">{words.whose}</th>
              <th scope="col">
                <span class="sr">{words.acts}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rules.rows.value.map((row) => (
              <tr key={row.id}>
                <td class="cut2" title={`${row.name}: ${row.where} (${row.urlPattern})`}>
                  <span class="rk">
                    <Icon icon={Hash} size={14} />
                    <span class="cut">{row.name}</span>
                  </span>
                </td>
                <td>{row.isCaller ? words.caller : words.code}</td>
                <td>{words[row.certainty]}</td>
                <td>
                  <Badge kind={row.whose === 'own' ? 'accent' : 'neutral'}>{words[row.whose]}</Badge>
                </td>
                <td class="r">
                  {row.whose === 'own' && (
                    <span class="rk">
                      <IconButton
                        icon={Pencil}
                        size="xs"
                        label={words.edit(row.name)}
                        onClick={() => setEdited(row.id)}
                      />
                      <IconButton
                        icon={Trash2}
                        size="xs"
                        label={words.remove(row.name)}
                        onClick={() => setRemoving(row)}
                      />
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rules.unusable.value.length > 0 && (
        <p class="card__b">{words.unusable(rules.unusable.value.join(', '))}</p>
      )}
      {removing && (
        <ConfirmDialog
          title={words.removeTitle}
          confirmLabel={words.removeConfirm}
          onConfirm={() => void rules.remove(removing.id).then(() => setRemoving(null))}
          onCancel={() => setRemoving(null)}
        >
          {words.removeText(removing.name)}
        </ConfirmDialog>
      )}
    </section>
  );
}
