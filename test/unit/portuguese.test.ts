import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import { projectRoot, sourceFiles } from '../support/imports.ts';

const FOLDERS = [
  ...['domain', 'contract', 'server', 'sync', 'storage', 'api', 'state', 'components', 'extension'],
  ...['entrypoints', 'host', 'detect', 'messaging'],
];

/** Files whose Portuguese is what they read, and never what anybody is told. */
const READ_NOT_SAID: Readonly<Record<string, string>> = {
  'domain/date-words/day-words.ts': 'words of dates that people type',
  'detect/built-in-rules.ts': 'labels beside the code in pages of ERPs',
  'detect/built-in-rules-examples.ts': 'pieces of such pages',
};

const ACCENT = /[À-ÖØ-öø-ÿ]/;
/** Words that no English sentence has, for sentences that happen to have no accent. */
const WORDS =
  /\b(este|esta|deste|para|uma?|que|ou|sem|precisa|tente|escolha|preencha|falta|atendimentos?|clientes?)\b/i;

test('words that people read stand in the catalogue only', () => {
  const found = sourceFiles(FOLDERS)
    .filter((file) => !(file in READ_NOT_SAID))
    .flatMap((file) => portuguese(readFileSync(join(projectRoot, file), 'utf8'), file));
  expect(found).toEqual([]);
});

test.each([
  ["const a = 'Não há';", 1],
  ['const a = `Espere $' + '{1} min e tente de novo.`;', 1],
  ['const a = <p>Sem ligação</p>;', 1],
  ["const a = 'Preencha este campo.';", 1],
  ["// Não há\nconst a = 'Nothing here';", 0],
  ['const a = /[áéí]/;', 0],
])('in %s are found where they are not', (source, count) => {
  expect(portuguese(source, 'example.tsx')).toHaveLength(count);
});

test('every file that is left out is there and has some', () => {
  for (const file of Object.keys(READ_NOT_SAID)) {
    expect(portuguese(readFileSync(join(projectRoot, file), 'utf8'), file), file).not.toEqual([]);
  }
});

/** Text literals of a source that are Portuguese, each with its file; comments and expressions are none. */
function portuguese(source: string, file: string): string[] {
  const texts: string[] = [];
  visit(parseSync(file, source).program, (node) => {
    const text = textOf(node);
    if (text !== null && (ACCENT.test(text) || (text.includes(' ') && WORDS.test(text)))) {
      texts.push(`${file}: ${text.trim()}`);
    }
  });
  return texts;
}

function textOf(node: Record<string, unknown>): string | null {
  if ((node.type === 'Literal' || node.type === 'JSXText') && typeof node.value === 'string') {
    return node.value;
  }
  return node.type === 'TemplateElement' ? String((node.value as { raw: string }).raw) : null;
}

function visit(value: unknown, see: (node: Record<string, unknown>) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value) see(value as Record<string, unknown>);
  for (const child of Object.values(value)) visit(child, see);
}
