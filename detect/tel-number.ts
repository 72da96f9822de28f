/**
 * The number that a `tel:` link calls, of what follows its colon: without parameters (`;ext=21`, `;phone-context=…`, `?…`), with `%2B` and
 * the like read. Empty for what holds no digit.
 */
export function telToNumber(link: string): string {
  const [number = ''] = decode(link).split(/[;?]/);
  // Whatever else a page writes there nobody can call.
  const callable = number.replace(/[^\d+*#().\s-]/g, '').trim();
  return /\d/.test(callable) ? callable : '';
}

/** What is wrongly encoded is taken as it stands, but for the marks that would be read as digits. */
function decode(link: string): string {
  try {
    return decodeURIComponent(link);
  } catch {
    return link.replace(/%[\da-f]{0,2}/gi, '');
  }
}
