import { type ComponentChild, Fragment, h, type VNode } from 'preact';
import { memo } from 'preact/compat';
import { isSafeImageSource, isSafeLink } from '../../domain/rich-text/attributes.ts';
import type { RichTextDocument, RichTextMark, RichTextNode } from '../../domain/rich-text/document.ts';
import { editor as words } from '../../locales/pt-BR/editor.ts';

export interface RichTextViewProps {
  document: RichTextDocument;
}

/** A document to read: elements made straight from its data, never HTML. Cheap enough for hundreds on one screen. */
export const RichTextView = memo(function RichTextView({ document }: RichTextViewProps) {
  return <div class="doc">{childrenOf({ type: 'doc', content: withoutEmptyEnd(document.content) })}</div>;
});

type Draw = (node: RichTextNode) => VNode | null;

const NODES: Readonly<Record<string, Draw>> = {
  paragraph: (node) => (node.content === undefined ? <p>{'\u00a0'}</p> : <p>{childrenOf(node)}</p>),
  // The screen's own headings end at the third level; those of a text come below.
  heading: (node) => {
    const level = Math.min(3, Math.max(1, numberOf(node.attrs?.level) ?? 1));
    return h(`h${level + 3}`, { class: `doc__h${level}` }, childrenOf(node));
  },
  bulletList: (node) => <ul>{childrenOf(node)}</ul>,
  orderedList: (node) => {
    const start = numberOf(node.attrs?.start) ?? 1;
    return start === 1 ? (
      <ol>{childrenOf(node)}</ol>
    ) : (
      <ol start={start} style={{ counterReset: `n ${start - 1}` }}>
        {childrenOf(node)}
      </ol>
    );
  },
  listItem: (node) => <li>{childrenOf(node)}</li>,
  taskList: (node) => <ul class="doc__check">{childrenOf(node)}</ul>,
  taskItem: (node) => {
    const checked = node.attrs?.checked === true;
    return (
      <li>
        <label>
          <input
            type="checkbox"
            checked={checked}
            disabled
            aria-label={checked ? words.done : words.notDone}
          />
        </label>
        <div>{childrenOf(node)}</div>
      </li>
    );
  },
  blockquote: (node) => <blockquote>{childrenOf(node)}</blockquote>,
  codeBlock: (node) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by the keyboard.
    <pre tabIndex={0}>
      <code>{childrenOf(node)}</code>
    </pre>
  ),
  horizontalRule: () => <hr />,
  hardBreak: () => <br />,
  table: (node) => (
    // biome-ignore-start lint/a11y: what scrolls sideways must be reached by the keyboard, and a fieldset is for forms.
    <div class="doc__table" tabIndex={0} role="group" aria-label={words.table}>
      <table>
        <tbody>{childrenOf(node)}</tbody>
      </table>
    </div>
    // biome-ignore-end lint/a11y: as above.
  ),
  tableRow: (node) => <tr>{childrenOf(node)}</tr>,
  tableHeader: (node) => <th {...spansOf(node)}>{childrenOf(node)}</th>,
  tableCell: (node) => <td {...spansOf(node)}>{childrenOf(node)}</td>,
  image: (node) => {
    const { src, alt, title, width, height } = node.attrs ?? {};
    if (!isSafeImageSource(src)) return null;
    return (
      <span class="shot">
        <img
          src={src}
          alt={typeof alt === 'string' && alt !== '' ? alt : words.image}
          title={typeof title === 'string' ? title : undefined}
          width={numberOf(width)}
          height={numberOf(height)}
          decoding="async"
        />
      </span>
    );
  },
};

const MARKS: Readonly<Record<string, (child: ComponentChild, mark: RichTextMark) => ComponentChild>> = {
  bold: (child) => <strong>{child}</strong>,
  italic: (child) => <em>{child}</em>,
  underline: (child) => <u>{child}</u>,
  strike: (child) => <s>{child}</s>,
  code: (child) => <code>{child}</code>,
  link: (child, mark) => {
    const href = mark.attrs?.href;
    if (!isSafeLink(href)) return child;
    return (
      <a href={href} target="_blank" rel="noopener noreferrer">
        {child}
      </a>
    );
  },
};

function childrenOf(node: RichTextNode): ComponentChild[] {
  return (node.content ?? []).map((child, index) => {
    const drawn = child.text === undefined ? own(NODES, child.type)?.(child) : textOf(child);
    return drawn ? <Fragment key={index}>{drawn}</Fragment> : null;
  });
}

/** A text inside its marks, the first mark outermost. */
function textOf(node: RichTextNode): ComponentChild {
  return (node.marks ?? []).reduceRight<ComponentChild>(
    (child, mark) => own(MARKS, mark.type)?.(child, mark) ?? child,
    node.text,
  );
}

function spansOf(node: RichTextNode) {
  const colSpan = numberOf(node.attrs?.colspan) ?? 1;
  const rowSpan = numberOf(node.attrs?.rowspan) ?? 1;
  return { ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) };
}

/** The editor keeps an empty paragraph below an image or table, to write on: nobody reads it. */
function withoutEmptyEnd(content: readonly RichTextNode[]): RichTextNode[] {
  const end = content.findLastIndex((node) => node.type !== 'paragraph' || node.content !== undefined);
  return content.slice(0, end + 1);
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}
