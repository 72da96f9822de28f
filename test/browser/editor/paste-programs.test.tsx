import { createRef } from 'preact';
import { describe, expect, test } from 'vitest';
import type { EditorHandle } from '../../../components/editor/editor-props.ts';
import { cleanPastedHtml } from '../../../components/editor/paste/clean-html.ts';
import { TABLE_CELL_LIMIT } from '../../../components/editor/paste/tables.ts';
import { RichTextEditor } from '../../../components/editor/RichTextEditor.tsx';
import {
  parseRichText,
  type RichTextDocument,
  type RichTextNode,
} from '../../../domain/rich-text/document.ts';
import { mount } from '../../support/browser/mount.tsx';

const FIXTURES = import.meta.glob<string>('./pasted/made-like-*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function fixture(program: string): string {
  const html = FIXTURES[`./pasted/made-like-${program}.html`];
  if (html === undefined) throw new Error(`No fixture made like ${program}.`);
  return html;
}

/** What the editor makes of it, and the addresses that the page asked for meanwhile. */
async function pasted(html: string): Promise<RichTextDocument> {
  const handle = createRef<EditorHandle>();
  const panel = mount(
    <RichTextEditor label="Descrição" initialDocument={null} onChange={() => {}} autofocus handle={handle} />,
  );
  await expect.poll(() => handle.current).not.toBeNull();
  const data = new DataTransfer();
  data.setData('text/html', html);
  panel
    .querySelector('[contenteditable]')
    ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  const document = handle.current?.getDocument();
  if (document === undefined) throw new Error('The editor did not open.');
  return document;
}

/** A document in few words: `ul(li(p"a" li…))`. */
function sketch(node: RichTextNode | RichTextDocument): string {
  if (node.type === 'text') {
    const marks = ((node as RichTextNode).marks ?? []).map((mark) => mark.type).join('+');
    return `${marks === '' ? '' : `${marks}:`}"${(node as RichTextNode).text}"`;
  }
  const { checked, level, start } = (node as RichTextNode).attrs ?? {};
  const more = [checked, level, start === 1 ? undefined : start].filter((value) => value !== undefined);
  return `${node.type}${more.join('')}(${(node.content ?? []).map(sketch).join(' ')})`;
}

const wordsOf = (text: string) => text.replaceAll('\u00a0', ' ').split(/\s+/).filter(Boolean);

/** All texts of a document, a space between blocks. */
function textOf(node: RichTextNode | RichTextDocument): string {
  if (node.type === 'text') return (node as RichTextNode).text ?? '';
  const isInline = ['paragraph', 'heading', 'codeBlock'].includes(node.type);
  return (node.content ?? []).map(textOf).join(isInline ? '' : ' ');
}

/** What a reader of the fixture saw, in order: each word between its elements. */
function seenWords(html: string): string[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const unseen = 'style, script, iframe, title, [style*="mso-list:Ignore"], [style*="display:none"]';
  for (const element of body.querySelectorAll(unseen)) element.remove();
  for (const block of body.querySelectorAll(
    'p, li, td, th, h1, h2, h5, div, br, dt, dd, caption, figcaption, pre, summary',
  ))
    block.append(' ');
  for (const line of body.querySelectorAll('br')) line.replaceWith(' ');
  return wordsOf(body.textContent);
}

describe.each(Object.entries(FIXTURES))('%s', (_name, html) => {
  test('comes in as a document that may be kept, without styles, addresses of images or anything that runs', async () => {
    const document = await pasted(html);
    expect(parseRichText(document)).toMatchObject({ ok: true });
    const stored = JSON.stringify(document);
    expect(stored).not.toMatch(/mso|Mso|style|javascript:|alert\(|file:\/\/\/|cid:|rastreio|onclick|class=/);
    const images = performance
      .getEntriesByType('resource')
      .filter(({ name }) => !name.startsWith(location.origin));
    expect(images).toEqual([]);
  });

  test('loses no word that was seen', async () => {
    const kept = wordsOf(textOf(await pasted(html)));
    let at = 0;
    const lost = seenWords(html).filter((word) => {
      const found = kept.findIndex((one, index) => index >= at && one.includes(word));
      if (found >= 0) at = found;
      return found < 0;
    });
    expect(lost).toEqual([]);
  });
});

test('lists of Word become lists, nested and numbered as they were', async () => {
  const text = sketch(await pasted(fixture('word')));
  expect(text).toContain(
    'bulletList(listItem(paragraph("Fechar o caixa") bulletList(listItem(paragraph("Conferir o " bold:"dinheiro")))) listItem(paragraph("Emitir a redução")))',
  );
  expect(text).toContain(
    'orderedList3(listItem(paragraph("Abrir o lote novo")) listItem(paragraph("Avisar a contadora")))',
  );
  expect(text).toMatch(
    /^doc\(heading1\("Troca de lote"\) heading3\("Antes de começar"\) paragraph\(bold:"Cliente:"/,
  );
  expect(text).toContain('italic:"filial 2" ". " underline:"Urgente" " " strike:"não"');
  expect(text).toContain('blockquote(paragraph("O sistema não deixou."))');
  expect(text).toContain('tableCell(paragraph(bold:"Lote"))');
  expect(text).toContain('link:"31/12/2026"');
  expect(text).toContain('"[Tela do caixa]"');
  expect(text).not.toContain('invisível');
});

test('a range of Excel becomes a table, without what was filtered out and the empty column', async () => {
  const [table] = (await pasted(fixture('excel'))).content;
  expect(table?.content?.map((row) => row.content?.map(textOf))).toEqual([
    ['Produto', 'NCM', 'Alíquota'],
    ['Pão francês', '1905.90.90', '7%'],
    ['Café 500\u00a0g', '0901.21.00', '12%'],
  ]);
  expect(sketch(table as RichTextNode)).toContain('tableCell(paragraph(bold:"Produto"))');
});

test('a range of Google’s sheets becomes a table without its empty end', async () => {
  const [table] = (await pasted(fixture('google-sheets'))).content;
  expect(table?.content?.map((row) => row.content?.map(textOf))).toEqual([
    ['Mês', 'Notas'],
    ['Julho', '1.204'],
  ]);
});

test('checklists of Google’s documents and of pages keep what is done', async () => {
  const google = sketch(await pasted(fixture('google-docs')));
  expect(google).toContain(
    'taskList(taskItemtrue(paragraph("Cabo testado")) taskItemfalse(paragraph("Senha trocada")))',
  );
  expect(google).toContain(
    'bulletList(listItem(paragraph("Switch") bulletList(listItem(paragraph("porta 4")))))',
  );
  expect(google).toContain('bold:"Negrito" italic:" itálico" strike:" riscado"');
  expect(google).toContain('link:"mapa"');
  const page = sketch(await pasted(fixture('web-page')));
  expect(page).toContain(
    'taskItemtrue(paragraph("Certificado válido")) taskItemfalse(paragraph("Série certa"))',
  );
  expect(page).toContain('link:"[Tela de rejeição]"');
  expect(page).toContain('tableHeader(paragraph("Código"))');
  expect(page).toContain('paragraph("Caixa de aviso")');
});

test('an e-mail keeps who wrote, its lists and that there was an image', async () => {
  const text = sketch(await pasted(fixture('outlook')));
  expect(text).toContain(
    'bulletList(listItem(paragraph("Nota 1234 rejeitada")) listItem(paragraph("Código 539")))',
  );
  expect(text).toContain('bold:"De:" " Rita <rita@example.com>"');
  expect(text).toContain('"[Imagem]"');
});

test('a table that is too large comes in as lines of text, each cell of it', async () => {
  const rows = Math.ceil(TABLE_CELL_LIMIT / 4) + 1;
  const html = `<table>${Array.from({ length: rows }, (_, row) => `<tr>${[1, 2, 3, 4].map((cell) => `<td>${row}-${cell}</td>`).join('')}</tr>`).join('')}</table>`;
  const document = await pasted(html);
  expect(document.content[0]?.type).toBe('codeBlock');
  const lines = textOf(document).trim().split('\n');
  expect(lines).toHaveLength(rows);
  expect(lines.at(-1)).toBe([1, 2, 3, 4].map((cell) => `${rows - 1}-${cell}`).join('\t'));
});

test('cells without their table are a table, and what the editor copied itself is left as it is', () => {
  expect(cleanPastedHtml('<tr><td>a</td><td>b</td></tr>')).toContain('<table>');
  const own = '<p data-pm-slice="1 1 []" style="color: red">nosso</p>';
  expect(cleanPastedHtml(own)).toBe(own);
});
