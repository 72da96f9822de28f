import { Clock3 } from 'lucide';
import { useState } from 'preact/hooks';
import { formatPhone } from '../../domain/phone.ts';
import { formatProtocol } from '../../domain/protocol.ts';
import { call as callWords } from '../../locales/pt-BR/call.ts';
import { writing as words } from '../../locales/pt-BR/writing.ts';
import type { OpenWriting } from '../../state/open-writing.ts';
import { BackBar } from '../panel/BackBar.tsx';
import { Body } from '../panel/Body.tsx';
import { usePanel, useToasts } from '../panel/panel-context.ts';
import { anotherSubject } from './another-subject.ts';
import { ContactField } from './ContactField.tsx';
import { CustomerField } from './CustomerField.tsx';
import { DecisionStep } from './DecisionStep.tsx';
import { focusField } from './focus-field.ts';
import { MoreFields } from './MoreFields.tsx';
import { NextContactField } from './NextContactField.tsx';
import { OpinionEditor } from './OpinionEditor.tsx';
import { ProductField } from './ProductField.tsx';
import { ProtocolStrip } from './ProtocolStrip.tsx';
import { SubjectsField } from './SubjectsField.tsx';
import { TemplateField, useTemplates } from './TemplateField.tsx';
import { TextNote } from './TextNote.tsx';
import { TypeField } from './TypeField.tsx';
import { useContacts } from './use-contacts.ts';
import { useWriting } from './use-writing.ts';
import { useWritingActs } from './use-writing-acts.ts';
import { useWritingKeys } from './use-writing-keys.ts';
import { WritingAlerts } from './WritingAlerts.tsx';
import { WritingFooter } from './WritingFooter.tsx';
import { WritingTimer } from './WritingTimer.tsx';

/** Novo atendimento: the short case fits without scrolling, the rest is one fold. */
export function NewTicketScreen({ open }: { open: OpenWriting }) {
  const panel = usePanel();
  const toasts = useToasts();
  const form = useWriting(open);
  const { customer, target } = form.draft;
  const contacts = useContacts(customer);
  const [imageBytes, setImageBytes] = useState(0);
  const [isFresh] = useState(() => !open.writing.touched.peek());
  const acts = useWritingActs(open, null, {
    async onSent(draft) {
      const { target, customer } = draft;
      await panel.leaveWriting();
      const text =
        target.protocol === null ? words.sentWithoutNumber : words.sent(formatProtocol(target.protocol));
      const see = { label: words.see, run: () => panel.openTicket(target.ticketId, null, customer) };
      toasts.show({ text, action: anotherSubject(panel, draft) ?? see });
    },
    onPutOff: () => toasts.show({ text: words.finishedLater, icon: Clock3 }),
  });
  useWritingKeys(acts);
  const type = panel.catalogue.type(form.draft.typeId);
  const templates = useTemplates({
    form,
    typeId: form.draft.typeId,
    ticket: null,
    products: contacts.products.value,
  });

  return (
    <>
      <BackBar title={words.newTicket}>
        <WritingTimer open={open} />
      </BackBar>
      <ProtocolStrip open={open} />
      {target.kind === 'newTicket' && target.follows !== undefined && (
        <p class="strip num" data-follows={target.follows.protocol}>
          {words.follows(formatProtocol(target.follows.protocol))}
        </p>
      )}
      {form.draft.call !== undefined && <CallStrip phone={form.draft.call.phone} />}
      <Body label={words.newTicket}>
        <div class="form nt">
          <WritingAlerts customer={customer} record={contacts.record.value} />
          <CustomerField form={form} />
          <TypeField form={form} autofocus={isFresh} />
          <ProductField form={form} products={contacts.products.value} />
          <ContactField form={form} persons={contacts.persons.value} />
          <TemplateField templates={templates} />
          <OpinionEditor
            open={open}
            label={words.description}
            placeholder={words.descriptionPlaceholder}
            autofocus={!isFresh}
            minHeight={160}
            onImages={setImageBytes}
            handle={templates.handle}
            onTemplate={templates.list.length === 0 ? undefined : () => focusField('template')}
          />
          <TextNote open={open} />
          <SubjectsField form={form} type={type} />
          <NextContactField form={form} />
        </div>
        <MoreFields form={form} />
      </Body>
      <WritingFooter
        open={open}
        onOk={() => void acts.ok()}
        onFinishLater={() => void acts.finishLater()}
        imageBytes={imageBytes}
      />
      <DecisionStep open={open} onAnswer={(answered) => void acts.ok(answered)} />
    </>
  );
}

/** The text is written because of this call. */
function CallStrip({ phone }: { phone: string | null }) {
  return (
    <p class="strip num" data-call="">
      {callWords.strip(phone === null ? callWords.withheld : formatPhone(phone))}
    </p>
  );
}
