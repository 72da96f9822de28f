const UNITS = { B: 1, KB: 1024, MB: 1024 * 1024 } as const;
const SIZE = /^([0-9]{1,9}(?:[.,][0-9]{1,3})?) ?(B|KB|MB)$/i;

/** Bytes of a size as people write it: `5 MB`, `1,5 MB`, `800 KB`; null for what is none. A KB is 1024 bytes. */
export function parseByteSize(text: string): number | null {
  const [, amount, unit] = SIZE.exec(text.trim()) ?? [];
  if (amount === undefined || unit === undefined) return null;
  return Math.round(Number(amount.replace(',', '.')) * UNITS[unit.toUpperCase() as keyof typeof UNITS]);
}

/** The same size in the largest unit that says it in whole numbers: every size has one such text. */
export function formatByteSize(bytes: number): string {
  for (const unit of ['MB', 'KB'] as const) {
    if (bytes > 0 && bytes % UNITS[unit] === 0) return `${bytes / UNITS[unit]} ${unit}`;
  }
  return `${bytes} B`;
}
