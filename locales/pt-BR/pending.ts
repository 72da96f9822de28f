/** Words of Pendentes. */
export const pending = {
  search: 'Buscar nos pendentes',
  placeholder: 'Cliente ou texto',
  sending: 'Envio',
  sendNow: 'Enviar agora',
  drafts: 'A concluir',
  keptHere: 'guardados neste computador',
  confirmedToday: 'Confirmados hoje',
  resume: 'Retomar',
  discard: 'Descartar (pode desfazer)',
  discarded: 'Rascunho descartado',
  undo: 'Desfazer',
  givenUp: 'Envio desfeito; o texto está em Descartados',
  discardedGroup: 'Descartados',
  discardedNote: 'Ficam aqui por um dia.',
  restore: 'Restaurar',
  restored: 'De volta em A concluir',
  notUndone: 'Este rascunho já não está neste computador.',
  newOne: 'novo',
  emptyTitle: 'Nada pendente',
  emptyText: 'O que você deixar a concluir e o que ainda não foi enviado aparece aqui.',
  nothing: (query: string) => `Nada pendente com “${query}”`,
  noText: 'sem texto ainda',
  images: (count: number, size: string) => (count === 1 ? `1 imagem, ${size}` : `${count} imagens, ${size}`),
  confirmedAt: (time: string) => `confirmado ${time}`,
  closes: 'Encerramento',
  reopens: 'Reabertura',
  unreadable: (count: number) =>
    count === 1
      ? '1 registro guardado aqui não pôde ser lido. Ele não foi apagado: avise o suporte.'
      : `${count} registros guardados aqui não puderam ser lidos. Nenhum foi apagado: avise o suporte.`,
  elsewhere: (count: number, serverUrl: string) =>
    count === 1
      ? `1 parecer espera por ${serverUrl}. Ele segue quando esse endereço voltar às opções.`
      : `${count} pareceres esperam por ${serverUrl}. Eles seguem quando esse endereço voltar às opções.`,
  unknownReason: 'O envio foi recusado.',
} as const;
