import { isSafeLink } from '../../domain/rich-text/attributes.ts';

/** `intranet:8080/x`, and not what a browser would run. */
const HOST_WITH_PORT = /^(?!(?:javascript|vbscript|data|blob|file|tel|mailto):)[\w.-]+:\d{2,5}(?:$|[/?#])/i;

/** What was typed as a link's address, made absolute: a bare domain, an e-mail or a telephone too. Null: none of them. */
export function toLinkAddress(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return null;
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(text);
  const candidates = hasScheme && !HOST_WITH_PORT.test(text) ? [text] : candidatesOf(text);
  return candidates.find(isSafeLink) ?? null;
}

function candidatesOf(text: string): string[] {
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return [`mailto:${text}`];
  if (/^\+?[\d\s().-]{8,20}$/.test(text)) return [`tel:${text.replace(/[^\d+]/g, '')}`];
  return /^[^\s/]+\.[^\s/]+/.test(text) || HOST_WITH_PORT.test(text) ? [`https://${text}`] : [];
}
