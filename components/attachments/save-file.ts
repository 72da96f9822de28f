/** How long (ms) the address of what is saved stays good: the browser reads it a moment after the click. */
const READ_WITHIN = 60_000;

/**
 * Gives bytes to the browser's own download. The address says nothing of what they are: followed by mistake, it shows nothing in our
 * origin.
 */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), READ_WITHIN);
}
