import type * as combobox from '@zag-js/combobox';
import type { PropTypes } from '@zag-js/preact';
import { ui } from '../../locales/pt-BR/ui.ts';
import { Kbd } from './Kbd.tsx';
import { HeadingLine, OptionLine } from './OptionLine.tsx';
import type { OptionRow, OptionRows } from './option-search.ts';

export interface ComboboxListProps {
  api: combobox.Api<PropTypes, OptionRow>;
  rows: OptionRows;
  /** Recents and all under their own headings. */
  grouped: boolean;
  label: string | undefined;
  emptyText: string;
  hint: string | undefined;
}

/** The list under a combobox. */
export function ComboboxList({ api, rows, grouped, label, emptyText, hint }: ComboboxListProps) {
  const isEmpty = rows.recent.length === 0 && rows.all.length === 0;
  const content = api.getContentProps();
  return (
    <div {...api.getPositionerProps()} class="pop-at">
      <div class="pop pop--combo">
        <div
          {...content}
          class="pop__list"
          {...(label === undefined ? {} : { 'aria-label': label, 'aria-labelledby': undefined })}
        >
          {grouped ? (
            <>
              <Group api={api} id="recent" label={ui.combobox.recent} rows={rows.recent} />
              <Group api={api} id="all" label={ui.combobox.all} rows={rows.all} />
            </>
          ) : (
            rows.all.map((row) => <Line key={row.key} api={api} row={row} indented />)
          )}
        </div>
        {isEmpty && (
          <p class="pop__note" role="status">
            {emptyText}
          </p>
        )}
        {rows.hidden > 0 && <p class="pop__note">{ui.combobox.more(rows.hidden)}</p>}
        <div class="pop__foot" aria-hidden="true">
          <span>
            <Kbd keys="↑" />
            <Kbd keys="↓" /> {ui.combobox.move}
          </span>
          <span>
            <Kbd keys="↵" /> {ui.combobox.choose}
          </span>
          {hint !== undefined && <span>{hint}</span>}
        </div>
      </div>
    </div>
  );
}

interface GroupProps {
  api: combobox.Api<PropTypes, OptionRow>;
  id: 'recent' | 'all';
  label: string;
  rows: readonly OptionRow[];
}

function Group({ api, id, label, rows }: GroupProps) {
  if (rows.length === 0) return null;
  return (
    <div {...api.getItemGroupProps({ id })}>
      <div {...api.getItemGroupLabelProps({ htmlFor: id })} class="pop__group">
        {label}
      </div>
      {rows.map((row) => (
        <Line key={row.key} api={api} row={row} indented={id === 'all'} />
      ))}
    </div>
  );
}

interface LineProps {
  api: combobox.Api<PropTypes, OptionRow>;
  row: OptionRow;
  indented: boolean;
}

function Line({ api, row, indented }: LineProps) {
  if (row.option.group) return <HeadingLine row={row} />;
  const { onClick, ...attributes } = api.getItemProps({ item: row });
  const isBlocked = row.option.blockedReason !== undefined;
  return (
    <OptionLine
      row={row}
      indented={indented}
      active={api.highlightedValue === row.key}
      attributes={{
        ...attributes,
        // A blocked line is reached and read, and a click on it does nothing.
        ...(isBlocked ? { 'aria-disabled': 'true' } : { onClick }),
        'aria-selected': api.highlightedValue === row.key,
      }}
    />
  );
}
