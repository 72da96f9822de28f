const UNITS = ['KB', 'MB', 'GB'] as const;

/** Figures as Brazil writes them. */
export const numbers = {
  /** Cents as `R$ 1.872,35`. */
  money(cents: number): string {
    return new Intl.NumberFormat('pt-BR', { style: 'currency', currency: 'BRL' }).format(cents / 100);
  },

  /** `640 B`, `1,2 KB`, `340 KB`, `1,4 MB`: steps of 1,024, one place below 10. */
  bytes(count: number): string {
    if (count < 1024) return `${count} B`;
    let value = count;
    let unit: string = 'B';
    for (const larger of UNITS) {
      // What would be written "1.024 KB" is written in the next unit.
      if (Math.round(value) < 1024) break;
      value /= 1024;
      unit = larger;
    }
    const maximumFractionDigits = value < 9.95 ? 1 : 0;
    return `${new Intl.NumberFormat('pt-BR', { maximumFractionDigits }).format(value)} ${unit}`;
  },

  /** `1.204`. */
  count(value: number): string {
    return new Intl.NumberFormat('pt-BR').format(value);
  },
};
