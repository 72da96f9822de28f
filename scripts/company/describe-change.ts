import type { ConfigurationChange, FieldChange } from '../../domain/company-configuration/compare.ts';
import type { RichTextDocument } from '../../domain/rich-text/document.ts';
import { excerpt } from '../../domain/rich-text/plain-text.ts';
import { companyFile } from '../../locales/pt-BR/company-file.ts';
import { texts } from './texts.ts';

const MARKS = { added: '+', changed: '~', deactivated: '-', removed: '-' } as const;

/** The changes for people to read: a heading for each section, a line for each record, and its fields before and after. */
export function describeChanges(changes: readonly ConfigurationChange[]): string[] {
  let section = '';
  return changes.flatMap((change) => {
    const title = companyFile.sections[change.section];
    const heading = title === section ? [] : [...(section === '' ? [] : ['']), title];
    section = title;
    return [...heading, ...describeChange(change)];
  });
}

function describeChange({ key, action, fields }: ConfigurationChange): string[] {
  const lines = fields.map((field) => `      ${describeField(field, action === 'added')}`);
  if (key === '') return lines.map((line) => `  ${MARKS[action]} ${line.trim()}`);
  return [`  ${MARKS[action]} ${key} (${texts.actions[action]})`, ...lines];
}

function describeField({ field, before, after }: FieldChange, isNew: boolean): string {
  const name = field === 'order' ? texts.order : field;
  return isNew ? `${name}: ${say(after)}` : `${name}: ${say(before)} → ${say(after)}`;
}

/** Short: who reads it knows the file. */
function say(value: unknown): string {
  if (value === null || value === undefined) return texts.nothingThere;
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (typeof value !== 'object') return String(value);
  if (!Array.isArray(value)) {
    if ('type' in value && value.type === 'doc') {
      return texts.document(excerpt(value as RichTextDocument, 60));
    }
    return JSON.stringify(value);
  }
  if (value.length === 0) return texts.nothingThere;
  return value.every((one) => typeof one !== 'object') ? value.join(', ') : texts.items(value.length);
}
