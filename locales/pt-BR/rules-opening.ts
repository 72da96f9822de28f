/** Why a ticket is not opened as asked, and what to know before. */
export const openingRules = {
  typeMissing: 'Escolha o tipo de atendimento.',
  typeIsGroup: 'Este tipo só agrupa outros. Escolha um dos que estão nele.',
  typeInactive: 'Este tipo de atendimento está inativo. Escolha outro.',
  closingNotFlexible: 'Este tipo não deixa limitar o encerramento a quem abriu.',
  customerInactive: 'Este cliente está inativo. O atendimento pode ser aberto mesmo assim.',
  closingNeedsFunction: (functions: readonly string[]) =>
    `Você não pode limitar o encerramento a você: este tipo pede a função ${functions.join(' ou ')}.`,
  productBlocked: (name: string, reason: string) => `${name} não abre atendimento: ${reason}`,
} as const;
