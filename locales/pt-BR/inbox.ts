/** Words of Minha fila. */
export const inbox = {
  groups: {
    overdue: 'Atrasados',
    today: 'Hoje',
    later: 'Próximos 5 dias',
    unassigned: 'No meu CR, sem próximo contato',
  },
  internal: 'contato interno',
  search: 'Buscar na fila',
  placeholder: 'Cliente, protocolo ou texto',
  emptyTitle: 'Sua fila está em dia',
  emptyText: 'Nada vencido, nada para hoje e nada sem responsável no seu CR.',
  nothing: (query: string) => `Nada na fila com “${query}”`,
  move: 'mover',
  open: 'abrir',
  opinion: 'parecer',
  refresh: 'Atualizar',
  list: 'Minha fila',
  showing: (shown: number, total: number) => `Mostrando ${shown} de ${total}`,
} as const;
