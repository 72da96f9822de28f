/** Copies with the browser's copy command, which works in any frame right after a click or key; false where it was refused. */
export function copyByCommand(text: string, html: string | undefined): boolean {
  let isCopied = false;
  const fill = (event: ClipboardEvent) => {
    if (event.clipboardData === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData.setData('text/plain', text);
    if (html !== undefined) event.clipboardData.setData('text/html', html);
    isCopied = true;
  };
  window.addEventListener('copy', fill, { capture: true });
  try {
    return document.execCommand('copy') && isCopied;
  } finally {
    window.removeEventListener('copy', fill, { capture: true });
  }
}
