import { TriangleAlert } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import type { Result } from '../../domain/result.ts';
import { panel as panelWords } from '../../locales/pt-BR/panel.ts';
import { record as words } from '../../locales/pt-BR/record.ts';
import type { RecordForm } from '../../state/record-form.ts';
import { writerOf } from '../../state/writer.ts';
import { BackBar } from '../panel/BackBar.tsx';
import { Body } from '../panel/Body.tsx';
import { Fault } from '../panel/Fault.tsx';
import { usePanel, useToasts } from '../panel/panel-context.ts';
import { isSendKey } from '../panel/send-key.ts';
import { useTimes } from '../panel/use-times.ts';
import { Button } from '../ui/Button.tsx';
import { focusField } from '../ui/Field.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { CustomerAlerts } from './CustomerAlerts.tsx';
import { PersonsPart } from './PersonsPart.tsx';
import { RecordPart } from './RecordPart.tsx';
import { RecordSection } from './RecordSection.tsx';

/** Cadastro: the customer's record, changed where the user may; what is saved goes by the outbox like everything else. */
export function RecordScreen({ form }: { form: RecordForm }) {
  const panel = usePanel();
  const toasts = useToasts();
  const times = useTimes();
  const body = useRef<HTMLDivElement>(null);
  const record = form.record.value;
  const shown = form.shown.value;
  const { permissions } = writerOf(panel.ports.session.state.value).user;
  const mayEdit = permissions.includes('customers.edit');
  const isDirty = form.isDirty.value;

  const finish = (answer: Result<boolean>, saved: string) => {
    if (answer.ok) {
      toasts.show({ text: answer.value ? saved : words.nothingChanged });
      return;
    }
    const { field, message } = answer.error;
    if (field === undefined) toasts.show({ text: message, icon: TriangleAlert });
    // The sentence stands at the field by then.
    else requestAnimationFrame(() => body.current && focusField(body.current, field));
  };
  const save = async () => finish(await form.save(), words.saved);
  useEffect(() => {
    const act = (event: KeyboardEvent) => {
      if (!isSendKey(event) || !form.isDirty.peek()) return;
      event.preventDefault();
      void save();
    };
    window.addEventListener('keydown', act);
    return () => window.removeEventListener('keydown', act);
  }, [form]);

  return (
    <>
      <BackBar title={words.title} />
      <Body label={words.title}>
        <div ref={body}>
          {record.kind === 'loading' && <Skeleton rows={6} />}
          {record.kind === 'failed' && (
            <Fault
              title={panelWords.fault.customer}
              problem={record.problem}
              onRetry={() => void form.load()}
            />
          )}
          {record.kind === 'ready' && shown !== null && (
            <>
              {record.stale && (
                <p class="cust__seen">
                  {times.seen(record.asOf)}. {mayEdit && words.offline}
                </p>
              )}
              <CustomerAlerts customer={shown} />
              {mayEdit ? (
                <RecordPart form={form} />
              ) : (
                <>
                  <p class="cust__seen">{words.readOnly}</p>
                  <RecordSection customer={shown} />
                </>
              )}
              <PersonsPart
                form={form}
                persons={shown.contactPersons}
                mayAdd={permissions.includes('tickets.write')}
                mayEdit={mayEdit}
                onSave={async () => finish(await form.savePerson(), words.contactSaved)}
              />
            </>
          )}
        </div>
      </Body>
      {mayEdit && shown !== null && (
        <footer class="foot">
          <span class="foot__note" role="status">
            {isDirty && <span class="cut">{words.unsaved}</span>}
          </span>
          {isDirty && (
            <Button kind="quiet" onClick={form.undo}>
              {words.undo}
            </Button>
          )}
          <Button
            kind="primary"
            keys="Ctrl ↵"
            disabledReason={isDirty ? undefined : words.nothingChanged}
            onClick={() => void save()}
          >
            {words.save}
          </Button>
        </footer>
      )}
    </>
  );
}
