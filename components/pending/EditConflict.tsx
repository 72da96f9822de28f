import { useEffect, useMemo } from 'preact/hooks';
import type { EditContactPerson, EditCustomer } from '../../domain/customer-commands.ts';
import { conflictsOf } from '../../domain/customer-edits.ts';
import type { OutboxEntry } from '../../domain/delivery.ts';
import { record } from '../../locales/pt-BR/record.ts';
import { createReading, readyValue } from '../../state/loadable.ts';
import { fieldInWords, valueInWords } from '../customer/record-words.ts';
import { usePanel } from '../panel/panel-context.ts';
import { Button } from '../ui/Button.tsx';
import { useDecideEdit } from './use-decide-edit.ts';

const words = record.conflict;
const GUARD = { 'data-guard': '' } as const;

/** A change of the record that somebody else came before: what stands there, what the agent wants, and which of them holds. */
export function EditConflict({ entry }: { entry: OutboxEntry }) {
  const panel = usePanel();
  const decide = useDecideEdit(entry);
  const { command } = entry;
  const reading = useMemo(
    () => createReading(() => panel.ports.crm.customerByCode(entry.customer.code)),
    [panel, entry.customer.code],
  );
  useEffect(() => {
    void reading.load();
    return reading.dispose;
  }, [reading]);
  if (command.kind !== 'editCustomer' && command.kind !== 'editContactPerson') return null;
  const customer = readyValue(reading.state.value);
  const current =
    customer === null
      ? null
      : command.kind === 'editCustomer'
        ? customer
        : (customer.contactPersons.find(({ id }) => id === command.contactPersonId) ?? null);
  const values = current === null ? null : { ...current };
  return (
    <>
      {values === null ? (
        <p class="obx__why">
          {reading.state.value.kind === 'failed' ? reading.state.value.problem.message : words.loading}
        </p>
      ) : (
        <Values command={command} current={values} />
      )}
      {values !== null && (
        <>
          <Button size="xs" kind="primary" onClick={() => void decide(command, values, 'mine')} data={GUARD}>
            {words.keepMine}
          </Button>
          <Button size="xs" onClick={() => void decide(command, values, 'theirs')} data={GUARD}>
            {words.keepTheirs}
          </Button>
        </>
      )}
    </>
  );
}

function Values(props: {
  command: EditCustomer | EditContactPerson;
  current: Readonly<Record<string, unknown>>;
}) {
  const conflicts = conflictsOf(props.command, props.current);
  if (conflicts.length === 0) return <p class="obx__why">{words.gone}</p>;
  return (
    <dl class="obx__values">
      {conflicts.map(({ field, theirs, mine }) => (
        <div key={field} data-conflict={field}>
          <dt>{fieldInWords(field)}</dt>
          <dd>
            <span class="muted">{words.theirs}:</span> {valueInWords(field, theirs)}
          </dd>
          <dd>
            <span class="muted">{words.mine}:</span> <b>{valueInWords(field, mine)}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}
