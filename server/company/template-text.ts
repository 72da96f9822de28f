import { type MarkedToken, marked, type Token, type Tokens } from 'marked';
import { err, type Problem, type Result } from '../../domain/result.ts';
import {
  parseRichText,
  type RichTextDocument,
  type RichTextMark,
  type RichTextNode,
} from '../../domain/rich-text/document.ts';
import { companyFile as words } from '../../locales/pt-BR/company-file.ts';

/**
 * The document of a template that was written in Markdown (with the tables and checklists of GitHub). `marked` reads the Markdown: it has no
 * dependency of its own, and its tokens are data, so that no HTML comes into being on the way. Raw HTML stays the text that it is.
 */
export function templateTextToRichText(markdown: string): Result<RichTextDocument, Problem> {
  const content = blocks(marked.lexer(markdown, { gfm: true, breaks: true }));
  const document = { type: 'doc', content: content.length === 0 ? [{ type: 'paragraph' }] : content };
  const parsed = parseRichText(document);
  return parsed.ok
    ? parsed
    : err({ code: 'invalid', message: `${words.templateRefused} ${parsed.error.message}` });
}

function blocks(tokens: readonly Token[]): RichTextNode[] {
  return (tokens as MarkedToken[]).flatMap((token): RichTextNode[] => {
    switch (token.type) {
      case 'space':
      case 'def':
        return [];
      case 'heading':
        return [{ type: 'heading', attrs: { level: Math.min(token.depth, 3) }, ...inline(token.tokens) }];
      case 'paragraph':
        return paragraph(token.tokens);
      case 'text':
        return paragraph(token.tokens ?? [token]);
      case 'blockquote':
        return [{ type: 'blockquote', content: orParagraph(blocks(token.tokens)) }];
      case 'code':
        return [
          { type: 'codeBlock', content: token.text === '' ? [] : [{ type: 'text', text: token.text }] },
        ];
      case 'hr':
        return [{ type: 'horizontalRule' }];
      case 'list':
        return [list(token)];
      case 'table':
        return [table(token)];
      default:
        return [{ type: 'paragraph', content: [{ type: 'text', text: token.raw.trim() }] }];
    }
  });
}

/** Images are blocks of a document: what stands around one in its line comes before and after it. */
function paragraph(tokens: readonly Token[]): RichTextNode[] {
  const images = (tokens as MarkedToken[]).filter((token) => token.type === 'image');
  if (images.length === 0) return [{ type: 'paragraph', ...inline(tokens) }];
  const nodes: RichTextNode[] = [];
  let line: Token[] = [];
  const end = () => {
    if (line.some((token) => token.raw.trim() !== '')) nodes.push({ type: 'paragraph', ...inline(line) });
    line = [];
  };
  for (const token of tokens as MarkedToken[]) {
    if (token.type !== 'image') {
      line.push(token);
      continue;
    }
    end();
    nodes.push({ type: 'image', attrs: { src: token.href, alt: token.text || null } });
  }
  end();
  return nodes;
}

function list({ items, ordered, start }: Tokens.List): RichTextNode {
  if (items.every((item) => item.task)) {
    return {
      type: 'taskList',
      content: items.map((item) => ({
        type: 'taskItem',
        attrs: { checked: item.checked ?? false },
        content: itemContent(item),
      })),
    };
  }
  return {
    type: ordered ? 'orderedList' : 'bulletList',
    ...(ordered && typeof start === 'number' ? { attrs: { start } } : {}),
    content: items.map((item) => ({ type: 'listItem', content: itemContent(item) })),
  };
}

/** An item begins with a paragraph, also where it holds but another list. */
function itemContent(item: Tokens.ListItem): RichTextNode[] {
  const content = blocks((item.tokens as MarkedToken[]).filter((token) => token.type !== 'checkbox'));
  return content[0]?.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content];
}

function table({ header, rows }: Tokens.Table): RichTextNode {
  const row = (type: 'tableHeader' | 'tableCell', cells: Tokens.TableCell[]) => ({
    type: 'tableRow',
    content: cells.map((cell) => ({ type, content: paragraph(cell.tokens) })),
  });
  return {
    type: 'table',
    content: [row('tableHeader', header), ...rows.map((one) => row('tableCell', one))],
  };
}

function orParagraph(content: RichTextNode[]): RichTextNode[] {
  return content.length === 0 ? [{ type: 'paragraph' }] : content;
}

function inline(tokens: readonly Token[]): { content?: RichTextNode[] } {
  const content = inlineNodes(tokens, []);
  return content.length === 0 ? {} : { content };
}

function inlineNodes(tokens: readonly Token[], marks: readonly RichTextMark[]): RichTextNode[] {
  const text = (value: string, more: readonly RichTextMark[] = marks): RichTextNode[] =>
    value === '' ? [] : [{ type: 'text', text: value, ...(more.length > 0 ? { marks: [...more] } : {}) }];
  return (tokens as MarkedToken[]).flatMap((token): RichTextNode[] => {
    switch (token.type) {
      case 'strong':
        return inlineNodes(token.tokens, [...marks, { type: 'bold' }]);
      case 'em':
        return inlineNodes(token.tokens, [...marks, { type: 'italic' }]);
      case 'del':
        return inlineNodes(token.tokens, [...marks, { type: 'strike' }]);
      case 'codespan':
        return text(token.text, [{ type: 'code' }]);
      case 'link':
        return inlineNodes(token.tokens, [...marks, { type: 'link', attrs: { href: token.href } }]);
      case 'br':
        return [{ type: 'hardBreak' }];
      case 'text':
        return token.tokens === undefined ? text(token.text) : inlineNodes(token.tokens, marks);
      case 'escape':
        return text(token.text);
      default:
        return text(token.raw);
    }
  });
}
