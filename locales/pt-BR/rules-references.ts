/** Why a record that is named cannot be used, or does not look like one. */
export const referenceRules = {
  customerUnknown: 'Este cliente não existe no servidor. Procure o cliente de novo.',
  channelUnknown: 'Este tipo de contato não existe. Escolha outro.',
  channelInactive: 'Este tipo de contato está inativo. Escolha outro.',
  contactPersonUnknown: 'Esta pessoa de contato não existe. Escolha outra.',
  contactPersonOfAnother: 'Esta pessoa de contato é de outro cliente. Escolha uma deste cliente.',
  nextUserUnknown: 'O usuário do próximo contato não existe. Escolha outro.',
  nextUserInactive: 'O usuário do próximo contato está inativo. Escolha outro.',
  followedElsewhere:
    'O atendimento que este continua não é deste cliente. Abra um atendimento sem essa ligação.',
  correctedElsewhere: 'O parecer a corrigir não é deste atendimento.',
  customerCode: 'O código da pessoa tem de 1 a 10 letras ou números.',
} as const;
