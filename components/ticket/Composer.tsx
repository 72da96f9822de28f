import { CalendarClock, CircleCheck, Hash, LockOpen, MessageSquare, Paperclip, TriangleAlert } from 'lucide';
import { useState } from 'preact/hooks';
import { ATTACHMENTS_FIELD } from '../../domain/attachment-rules.ts';
import type { ContactPerson, OwnedProduct } from '../../domain/customer.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Decision } from '../../domain/workflow.ts';
import { attachments as attachmentWords } from '../../locales/pt-BR/attachments.ts';
import { ticket as ticketWords } from '../../locales/pt-BR/ticket.ts';
import { unlock } from '../../locales/pt-BR/unlock.ts';
import { writing as words } from '../../locales/pt-BR/writing.ts';
import type { OpenWriting } from '../../state/open-writing.ts';
import { AttachmentsField, hasAttachmentsField } from '../attachments/AttachmentsField.tsx';
import { usePanel, useToasts } from '../panel/panel-context.ts';
import { useTimes } from '../panel/use-times.ts';
import { Alert } from '../ui/Alert.tsx';
import { Chip } from '../ui/Chip.tsx';
import { anotherSubject } from './another-subject.ts';
import { AskMeanwhile, ChangedMeanwhile } from './ChangedMeanwhile.tsx';
import { ContactField } from './ContactField.tsx';
import { iconOfChannel } from './channel-icon.ts';
import { DecisionStep } from './DecisionStep.tsx';
import { focusField } from './focus-field.ts';
import { TicketInternalContactField } from './InternalContactField.tsx';
import { PeriodField } from './MoreFields.tsx';
import { TicketNextContactField } from './NextContactField.tsx';
import { OpinionEditor } from './OpinionEditor.tsx';
import { SubjectsField } from './SubjectsField.tsx';
import { TextNote } from './TextNote.tsx';
import { UnlockedFields } from './UnlockedFields.tsx';
import { useContacts } from './use-contacts.ts';
import { useMeanwhile } from './use-meanwhile.ts';
import { useWriting, type WritingForm } from './use-writing.ts';
import { useWritingActs } from './use-writing-acts.ts';
import { useWritingKeys } from './use-writing-keys.ts';
import { WaitingForField } from './WaitingForField.tsx';
import { WatchersField } from './WatchersField.tsx';
import { WritingAlerts } from './WritingAlerts.tsx';
import { WritingFooter } from './WritingFooter.tsx';
import { WritingTimer } from './WritingTimer.tsx';

export interface ComposerProps {
  open: OpenWriting;
  ticket: Ticket;
  /** False where the ticket could not be read: its rules are then left to the server. */
  isKnown: boolean;
  /** What the workflow asked last. */
  decisions?: readonly Decision[] | undefined;
  /** Own opinions of it that are on their way: they change the ticket, and are no news. */
  unsent: number;
  autofocus: boolean;
  /** The opinion is on its way: an empty composer follows. */
  onSent: () => void;
}

/** The next opinion of a ticket, at the bottom of its screen: the text, and what goes with it behind its chips. */
export function Composer({ open, ticket, isKnown, unsent, decisions, autofocus, onSent }: ComposerProps) {
  const panel = usePanel();
  const toasts = useToasts();
  const form = useWriting(open);
  const { customer } = form.draft;
  const contacts = useContacts(customer);
  const [showsFields, setShowsFields] = useState(false);
  const [isUnlocked, setUnlocked] = useState(open.writing.draft.peek().changes !== undefined);
  const isRefused = isFieldOfForm(open.refusal.value?.field);
  const acts = useWritingActs(open, isKnown ? ticket : null, {
    onSent(draft) {
      const action = anotherSubject(panel, draft) ?? undefined;
      toasts.show({ text: draft.close ? words.closedToo : words.opinionSent, action });
      onSent();
    },
    onPutOff: () => toasts.show({ text: words.finishedLater }),
  });
  const { changes, agree } = useMeanwhile(open, ticket, { isKnown, unsent });
  const [isAsking, setAsking] = useState(false);
  const asking = { ...acts, ok: async () => (changes.length > 0 ? setAsking(true) : acts.ok()) };
  useWritingKeys(asking);
  const [imageBytes, setImageBytes] = useState(0);

  return (
    <>
      <div class="dockbot">
        <WritingAlerts customer={customer} record={contacts.record.value} />
        <div class="comp">
          {(showsFields || isRefused) && (
            <OpinionFields
              form={form}
              ticket={ticket}
              persons={contacts.persons.value}
              products={
                isUnlocked || isUnlockedField(open.refusal.value?.field) ? contacts.products.value : undefined
              }
            />
          )}
          <OpinionEditor
            open={open}
            label={words.opinion}
            placeholder={words.opinionPlaceholder}
            autofocus={autofocus}
            minHeight={60}
            onImages={setImageBytes}
          />
          <TextNote open={open} />
          <ChangedMeanwhile changes={changes} />
          <ComposerChips
            form={form}
            ticket={ticket}
            showsFields={showsFields || isRefused}
            onToggle={(field) => {
              setShowsFields(!showsFields);
              if (!showsFields) focusField(field);
            }}
            onUnlock={
              isKnown
                ? () => {
                    setUnlocked(true);
                    setShowsFields(true);
                    focusField('changes.typeId');
                  }
                : undefined
            }
          />
          <ClosingRefusal form={form} ticket={ticket} />
        </div>
        <WritingFooter
          open={open}
          onOk={() => void asking.ok()}
          onFinishLater={() => void acts.finishLater()}
          imageBytes={imageBytes}
          flat
        />
        {isAsking && (
          <AskMeanwhile
            changes={changes}
            onCancel={() => setAsking(false)}
            onSend={() => {
              setAsking(false);
              agree();
              void acts.ok();
            }}
          />
        )}
      </div>
      <DecisionStep open={open} before={decisions} onAnswer={(answered) => void acts.ok(answered)} />
    </>
  );
}

const FORM_FIELDS = [
  ...['nextContact', 'waitingFor', 'opinion.subjects', 'opinion.startedAt', 'opinion.endedAt'],
  ...['internalContact.userId', 'internalContact.at', 'watcherIds', ATTACHMENTS_FIELD],
];

function isFieldOfForm(field: string | undefined): boolean {
  return (
    field !== undefined &&
    (FORM_FIELDS.includes(field) || field.startsWith('opinion.contact') || isUnlockedField(field))
  );
}

function isUnlockedField(field: string | undefined): boolean {
  return field?.startsWith('changes.') === true;
}

interface OpinionFieldsProps {
  form: WritingForm;
  ticket: Ticket;
  persons: readonly ContactPerson[];
  /** Undefined while type, product and version are locked; null where the products are not known here. */
  products: OwnedProduct[] | null | undefined;
}

function OpinionFields({ form, ticket, persons, products }: OpinionFieldsProps) {
  const panel = usePanel();
  const type = panel.catalogue.type(form.draft.changes?.typeId ?? ticket.typeId);
  return (
    <div class="form comp__form">
      {products !== undefined && <UnlockedFields form={form} ticket={ticket} products={products} />}
      <ContactField form={form} persons={persons} />
      <TicketNextContactField form={form} ticket={ticket} />
      <SubjectsField form={form} type={type} />
      <TicketInternalContactField form={form} ticket={ticket} />
      <WatchersField form={form} ticket={ticket} />
      <WaitingForField form={form} />
      <PeriodField form={form} />
      {hasAttachmentsField(type, form.draft.attachments) && <AttachmentsField form={form} type={type} />}
    </div>
  );
}

interface ComposerChipsProps {
  form: WritingForm;
  ticket: Ticket;
  showsFields: boolean;
  /** Shows or hides the fields; the cursor goes to this one. */
  onToggle: (field: string) => void;
  /** Lets type, product and version be changed; absent where the ticket is not known. */
  onUnlock: (() => void) | undefined;
}

function ComposerChips({ form, ticket, showsFields, onToggle, onUnlock }: ComposerChipsProps) {
  const panel = usePanel();
  const times = useTimes();
  const { draft } = form;
  const channel = panel.catalogue.channel(draft.channelId);
  const next = draft.nextContact ?? ticket.nextContact;
  const person = panel.catalogue.user(next.userId);
  const name = person?.name ?? words.nobody;
  const attributes = { 'aria-expanded': showsFields };
  const type = panel.catalogue.type(ticket.typeId);
  const files = draft.attachments?.length ?? 0;
  return (
    <div class="comp__chips">
      <Chip
        icon={channel === null ? MessageSquare : iconOfChannel(channel)}
        label={`${words.contact}: ${[channel?.name, draft.contactName].filter(Boolean).join(', ')}`}
        attributes={attributes}
        onClick={() => onToggle('opinion.contactName')}
      >
        <span class="cut">{draft.contactName || channel?.name || words.contact}</span>
      </Chip>
      <Chip
        {...(person === null ? { icon: CalendarClock } : { person: person.name })}
        attributes={attributes}
        onClick={() => onToggle('nextContact')}
      >
        <span class="sr">{next.at === null ? words.nextContact : `${words.nextContact}, ${name},`} </span>
        {next.at === null ? name : times.moment(next.at)}
      </Chip>
      <Chip
        icon={Hash}
        add={draft.subjects.length === 0}
        label={`${words.subjects}: ${[draft.subjects.length, ...draft.subjects].join(', ')}`}
        attributes={attributes}
        onClick={() => onToggle('opinion.subjects')}
      >
        {draft.subjects.length > 0 && draft.subjects.length}
      </Chip>
      {hasAttachmentsField(type, draft.attachments) && (
        <Chip
          icon={Paperclip}
          add={files === 0}
          label={`${attachmentWords.field}: ${files}`}
          attributes={attributes}
          onClick={() => onToggle(ATTACHMENTS_FIELD)}
        >
          {files > 0 && files}
        </Chip>
      )}
      {onUnlock !== undefined && (
        <Chip icon={LockOpen} attributes={{ title: unlock.act }} onClick={onUnlock}>
          <span class="sr">{unlock.act}</span>
        </Chip>
      )}
      <span class="grow" />
      <WritingTimer open={form.open} />
      <Chip icon={CircleCheck} pressed={draft.close} onClick={() => form.change({ close: !draft.close })}>
        {ticketWords.close}
      </Chip>
    </div>
  );
}

/** "Encerrar" is on and this user may not: says who can before OK is pressed. */
function ClosingRefusal({ form, ticket }: { form: WritingForm; ticket: Ticket }) {
  const panel = usePanel();
  if (!form.draft.close || ticket.closedAt !== null) return null;
  const problem = panel.sending.closingProblem(ticket);
  if (problem === null) return null;
  return (
    <div class="comp__alert">
      <Alert icon={TriangleAlert} kind="warning" flush announced>
        {problem.message}
      </Alert>
    </div>
  );
}
