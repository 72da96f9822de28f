interface ClosersInWords {
  type: string;
  opener: boolean;
  /** Null where it is not known. */
  openerName: string | null;
  functions: readonly string[];
}

/** Why a ticket is not closed, reopened or continued. */
export const closingRules = {
  closingForbidden:
    'Você não tem permissão para encerrar atendimentos. Quem libera é a administração do CRM.',
  alreadyOpen: 'Este atendimento já está aberto.',
  reopeningForbidden: 'Você não tem permissão para reabrir atendimentos. Abra um novo atendimento.',
  writingForbidden: 'Você não tem permissão para escrever pareceres. Quem libera é a administração do CRM.',
  closed: 'Este atendimento está encerrado e não recebe pareceres. Reabra-o ou abra um novo.',
  alreadyClosed: 'Este atendimento já está encerrado.',
  /** Whoever opened the ticket, whoever has one of the functions, or who is both. */
  onlyBy({ type, opener, openerName, functions }: ClosersInWords): string {
    const whoOpened = openerName === null ? 'quem abriu' : `quem abriu, ${openerName}`;
    const who = !opener
      ? functions.join(' ou por ')
      : [whoOpened, ...(functions.length === 0 ? [] : [`com a função ${functions.join(' ou ')}`])].join(', ');
    return `O tipo ${type} só é encerrado por ${who}.`;
  },
} as const;
