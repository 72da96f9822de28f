import { Clock, Lock, Mail, Paperclip } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { ATTACHMENTS_FIELD } from '../../domain/attachment-rules.ts';
import { closersOf, isAmongClosers } from '../../domain/closing.ts';
import type { Draft } from '../../domain/draft.ts';
import { tighteningProblem } from '../../domain/opening-rules.ts';
import { attachments as attachmentWords } from '../../locales/pt-BR/attachments.ts';
import { writing as words } from '../../locales/pt-BR/writing.ts';
import { writerOf } from '../../state/writer.ts';
import { AttachmentsField, hasAttachmentsField } from '../attachments/AttachmentsField.tsx';
import { usePanel } from '../panel/panel-context.ts';
import { useTimes } from '../panel/use-times.ts';
import { DateChip } from '../ui/DateChip.tsx';
import { FieldRow } from '../ui/Field.tsx';
import { Fold } from '../ui/Fold.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Avatar } from '../ui/Monogram.tsx';
import { Switch } from '../ui/Switch.tsx';
import { InternalContactField } from './InternalContactField.tsx';
import { useDateTools } from './use-date-tools.ts';
import type { WritingForm } from './use-writing.ts';
import { WaitingForField } from './WaitingForField.tsx';
import { WatchersField } from './WatchersField.tsx';

/** Fields that stand in the fold: a refusal of one of them opens it. */
const FOLDED = [
  ...['opinion.startedAt', 'opinion.endedAt', 'closeOnlyByOpener', 'waitingFor'],
  ...['internalContact.userId', 'internalContact.at', 'watcherIds', ATTACHMENTS_FIELD],
];

/** What the common case does not need, behind one line with a summary of what is in it. */
export function MoreFields({ form }: { form: WritingForm }) {
  const [isOpen, setOpen] = useState(false);
  const type = usePanel().catalogue.type(form.draft.typeId);
  const hasFiles = hasAttachmentsField(type, form.draft.attachments);
  const field = form.open.refusal.value?.field;
  const isRefused = field !== undefined && FOLDED.includes(field);
  useEffect(() => {
    if (isRefused) setOpen(true);
  }, [isRefused]);
  return (
    <Fold
      label={words.moreFields}
      summary={<Summary draft={form.draft} />}
      open={isOpen || isRefused}
      onToggle={setOpen}
    >
      <div class="form nt__more">
        <InternalContactField form={form} />
        <WatchersField form={form} />
        <PeriodField form={form} />
        <WaitingForField form={form} />
        <ClosingField form={form} />
        {hasFiles && <AttachmentsField form={form} type={type} />}
      </div>
    </Fold>
  );
}

function Summary({ draft }: { draft: Draft }) {
  const times = useTimes();
  return (
    <>
      {draft.startedAt !== null && (
        <span title={words.start}>
          <Icon icon={Clock} size={14} />
          {times.moment(draft.startedAt)}
        </span>
      )}
      <PeopleSummary draft={draft} />
      {draft.waitingFor !== null && <span>{words.waiting[draft.waitingFor]}</span>}
      {draft.closeOnlyByOpener && (
        <span title={words.onlyMe}>
          <Icon icon={Lock} size={14} label={words.onlyMe} />
        </span>
      )}
      {draft.close && <span>{words.closeNow}</span>}
      {draft.attachments !== undefined && draft.attachments.length > 0 && (
        <span title={attachmentWords.count(draft.attachments.length)}>
          <Icon icon={Paperclip} size={14} label={attachmentWords.field} />
          {draft.attachments.length}
        </span>
      )}
    </>
  );
}

/** Who follows and who is told. */
function PeopleSummary({ draft }: { draft: Draft }) {
  const panel = usePanel();
  const internal = panel.catalogue.user(draft.internalContact?.userId ?? null);
  const watchers = draft.watcherIds?.length ?? 0;
  return (
    <>
      {internal !== null && (
        <span title={words.internalContact}>
          <Avatar name={internal.name} />
          <span class="sr">{`${words.internalContact}: ${internal.name}`}</span>
        </span>
      )}
      {watchers > 0 && (
        <span title={words.watchersCount(watchers)}>
          <Icon icon={Mail} size={14} label={words.watchersCount(watchers)} />
          <span class="num" aria-hidden="true">
            {watchers}
          </span>
        </span>
      )}
    </>
  );
}

/** Início e fim: unset they are the moment that writing began and the moment of OK. */
export function PeriodField({ form }: { form: WritingForm }) {
  const tools = useDateTools({ past: true });
  const times = useTimes();
  const { startedAt, endedAt, writingStartedAt } = form.draft;
  const from = startedAt ?? writingStartedAt;
  const seconds =
    from === null
      ? 0
      : ((endedAt === null ? times.now.getTime() : Date.parse(endedAt)) - Date.parse(from)) / 1000;
  const error = form.errorOf('opinion.startedAt') ?? form.errorOf('opinion.endedAt');
  return (
    <FieldRow label={words.period} name="period" error={error}>
      {(control) => (
        <div class="fset fset--wrap" id={control.id}>
          <span data-field="opinion.startedAt">
            <DateChip
              {...tools}
              icon={Clock}
              value={startedAt}
              label={words.start}
              emptyText={writingStartedAt === null ? words.atWriting : tools.format(writingStartedAt)}
              clearable
              describedBy={control.describedBy}
              onChange={(at) => form.change({ startedAt: at })}
            />
          </span>
          <span class="muted">{words.until}</span>
          <span data-field="opinion.endedAt">
            <DateChip
              {...tools}
              icon={Clock}
              value={endedAt}
              label={words.end}
              emptyText={words.atOk}
              clearable
              describedBy={control.describedBy}
              onChange={(at) => form.change({ endedAt: at })}
            />
          </span>
          <span class="grow" />
          {seconds > 0 && <span class="muted num">{times.duration(seconds)}</span>}
        </div>
      )}
    </FieldRow>
  );
}

/** Encerramento: tightened to the opener where type and functions let it, and at once where the policy lets this user. */
function ClosingField({ form }: { form: WritingForm }) {
  const panel = usePanel();
  const type = panel.catalogue.type(form.draft.typeId);
  const { user } = writerOf(panel.ports.session.state.value);
  const refused = type === null ? null : tighteningProblem({ user, type });
  const mayClose = useMayCloseAtOnce(form);
  return (
    <FieldRow label={words.closing} name="closeOnlyByOpener" error={form.errorOf('closeOnlyByOpener')} top>
      {(control) => (
        <div class="fcol" id={control.id}>
          <Switch
            checked={form.draft.closeOnlyByOpener}
            disabled={(type === null || refused !== null) && !form.draft.closeOnlyByOpener}
            hint={refused?.message}
            onChange={(closeOnlyByOpener) => form.change({ closeOnlyByOpener })}
          >
            {words.onlyMe}
          </Switch>
          {mayClose && (
            <Switch
              checked={form.draft.close}
              hint={words.closeNowText}
              onChange={(close) => form.change({ close })}
            >
              {words.closeNow}
            </Switch>
          )}
        </div>
      )}
    </FieldRow>
  );
}

/** Whether this user may close a ticket of the chosen type that he or she opens. */
function useMayCloseAtOnce(form: WritingForm): boolean {
  const panel = usePanel();
  const type = panel.catalogue.type(form.draft.typeId);
  const session = panel.ports.session.state.value;
  if (type === null || (session.kind !== 'signed-in' && session.kind !== 'expired')) return false;
  const { user } = session;
  if (!user.permissions.includes('tickets.close')) return false;
  const closers = closersOf(type, form.draft.closeOnlyByOpener);
  return isAmongClosers(closers, { isOpener: true, functions: user.functions });
}
