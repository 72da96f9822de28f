import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { OwnedProduct } from '../../domain/customer.ts';
import { fillTemplate, type TemplateValues } from '../../domain/fill-template.ts';
import { formatClock, formatDay } from '../../domain/format/calendar.ts';
import type { OpinionTemplate } from '../../domain/opinion-template.ts';
import { formatProtocol } from '../../domain/protocol.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { wallClock } from '../../domain/time-zone.ts';
import { template as words } from '../../locales/pt-BR/template.ts';
import { writerOf } from '../../state/writer.ts';
import type { EditorHandle } from '../editor/editor-props.ts';
import { usePanel } from '../panel/panel-context.ts';
import { Combobox } from '../ui/Combobox.tsx';
import { FieldRow } from '../ui/Field.tsx';
import type { WritingForm } from './use-writing.ts';

export interface Templates {
  /** Of the type, in the company's order. */
  list: readonly OpinionTemplate[];
  /** For the editor, which comes late. */
  handle: RefObject<EditorHandle | null>;
  /** The template that was put in last from here. */
  inserted: string | null;
  /** Puts one in at the cursor, its placeholders filled in; what is there stays. */
  insert(template: OpinionTemplate): void;
}

export interface TemplatesOf {
  form: WritingForm;
  typeId: string | null;
  /** The ticket that is continued; null for a new one, where the only template of the chosen type fills an empty text. */
  ticket: Ticket | null;
  products: readonly OwnedProduct[] | null;
}

/** The predefined texts of a ticket type, and the editor that they go into. */
export function useTemplates({ form, typeId, ticket, products }: TemplatesOf): Templates {
  const panel = usePanel();
  const editor = useSignal<EditorHandle | null>(null);
  const handle = useMemo(
    () => ({
      get current() {
        return editor.peek();
      },
      set current(value: EditorHandle | null) {
        editor.value = value;
      },
    }),
    [editor],
  );
  const [inserted, setInserted] = useState<string | null>(null);
  const { opinionTemplates } = panel.catalogue.all.value;
  const list = useMemo(
    () => opinionTemplates.filter((template) => template.active && template.typeId === typeId),
    [opinionTemplates, typeId],
  );
  const filled = ({ body }: OpinionTemplate) =>
    fillTemplate(body, valuesOf({ form, ticket, products }, panel));

  // Only choosing a type fills: what was left empty, or emptied, stays so when the form is shown again.
  const appliedFor = useRef(typeId);
  const text = editor.value;
  const [only] = list;
  useEffect(() => {
    if (appliedFor.current === typeId || text === null) return;
    appliedFor.current = typeId;
    setInserted(null);
    if (ticket !== null || only === undefined || list.length > 1) return;
    if (text.fillEmpty(filled(only))) setInserted(only.id);
  }, [typeId, text, only]);

  return {
    list,
    handle,
    inserted,
    insert(template) {
      if (text?.insertBeside(filled(template))) setInserted(template.id);
    },
  };
}

function valuesOf(
  { form, ticket, products }: Pick<TemplatesOf, 'form' | 'ticket' | 'products'>,
  panel: ReturnType<typeof usePanel>,
): TemplateValues {
  const { draft, open } = form;
  const { user, company } = writerOf(panel.ports.session.state.peek());
  const own = ticket === null ? (draft.product ?? null) : ticket.product;
  const product = draft.changes?.product === undefined ? own : draft.changes.product;
  const name = products?.find(({ id }) => id === product?.id)?.name;
  const protocol = draft.target.protocol ?? open.protocol.peek();
  const clock = wallClock(panel.ports.now().toISOString(), company.timeZone);
  return {
    cliente: draft.customer.name,
    codigo: draft.customer.code,
    produto: name ?? (product !== null && product.id === ticket?.product?.id ? ticket.product.name : null),
    versao: product?.version ?? null,
    contato: draft.contactName,
    usuario: user.name,
    data: formatDay(clock.day),
    hora: formatClock(clock),
    protocolo: protocol === null ? null : formatProtocol(protocol),
  };
}

/** Texto padrão: hidden where the type has none; what is chosen goes to the cursor, one after the other. */
export function TemplateField({ templates }: { templates: Templates }) {
  const { list, inserted } = templates;
  if (list.length === 0) return null;
  return (
    <FieldRow label={words.label} name="template">
      {(control) => (
        <div class="fset">
          <Combobox
            control={control}
            value={list.some(({ id }) => id === inserted) ? inserted : null}
            options={list.map(({ id, name }) => ({ value: id, label: name }))}
            placeholder={words.choose}
            onChange={(id) => {
              const template = list.find((one) => one.id === id);
              if (template !== undefined) templates.insert(template);
            }}
          />
          <span role="status" class="muted prodver">
            {inserted === null ? '' : words.inserted}
          </span>
        </div>
      )}
    </FieldRow>
  );
}
