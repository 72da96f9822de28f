/** Words of the fields that an opinion may unlock and change, and of what it changed. */
export const unlock = {
  act: 'Desbloquear campos',
  type: 'Tipo',
  newStart:
    'O atendimento recomeça no primeiro passo do fluxo do tipo novo; o caminho até aqui fica guardado.',
  changed: { type: 'Tipo', product: 'Produto', version: 'Versão' },
  nothing: 'nenhum',
  changedTo: (from: string, to: string) => `${from} → ${to}`,
} as const;
