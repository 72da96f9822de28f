import { isSafeLink } from '../../domain/rich-text/attributes.ts';

/** What was typed as a link's address, made absolute: a bare domain, an e-mail or a telephone too. Null: none of them. */
export function toLinkAddress(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return null;
  const candidates =
    /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\w.-]+:\d+/.test(text) ? [text] : candidatesOf(text);
  return candidates.find(isSafeLink) ?? null;
}

function candidatesOf(text: string): string[] {
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return [`mailto:${text}`];
  if (/^\+?[\d\s().-]{8,20}$/.test(text)) return [`tel:${text.replace(/[^\d+]/g, '')}`];
  return /^[^\s/]+\.[^\s/]+/.test(text) || /^[\w.-]+:\d+/.test(text) ? [`https://${text}`] : [];
}
