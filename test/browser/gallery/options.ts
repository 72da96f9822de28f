import type { ComboboxOption } from '../../../components/ui/Combobox.tsx';

/** A small tree of ticket types. */
export const TYPES: readonly ComboboxOption[] = [
  { value: 'g1', code: '1', label: 'Suporte', depth: 0, group: true },
  { value: 'g12', code: '1.2', label: 'Dúvidas sobre o sistema', depth: 1, group: true },
  { value: 't121', code: '1.2.1', label: 'Dúvida fiscal', depth: 2, meta: 'Suporte N1' },
  { value: 't122', code: '1.2.2', label: 'Dúvida de estoque', depth: 2, meta: 'Suporte N1' },
  { value: 't124', code: '1.2.4', label: 'Impressora não fiscal', depth: 2, meta: 'Suporte N1' },
  { value: 'g3', code: '3', label: 'Fiscal', depth: 0, group: true },
  { value: 't31', code: '3.1', label: 'Conferência de SPED Fiscal', depth: 1, meta: 'Fiscal' },
  {
    value: 't32',
    code: '3.2',
    label: 'Apuração de ICMS',
    depth: 1,
    blockedReason: 'Só para Supervisor. Fale com Bruna Lopes.',
  },
];

/** As many as a company may have. */
export function manyOptions(count: number): ComboboxOption[] {
  return Array.from({ length: count }, (_, index) => ({
    value: `o${index}`,
    code: String(index).padStart(4, '0'),
    label: `Tipo número ${index}`,
  }));
}
