/** Why a record that is named cannot be used, or does not look like one. */
export const referenceRules = {
  customerUnknown: 'Este cliente não existe no servidor. Procure o cliente de novo.',
  channelUnknown: 'Este tipo de contato não existe. Escolha outro.',
  channelInactive: 'Este tipo de contato está inativo. Escolha outro.',
  contactPersonUnknown: 'Esta pessoa de contato não existe. Escolha outra.',
  contactPersonOfAnother: 'Esta pessoa de contato é de outro cliente. Escolha uma deste cliente.',
  nextUserUnknown: 'O usuário do próximo contato não existe. Escolha outro.',
  nextUserInactive: 'O usuário do próximo contato está inativo. Escolha outro.',
  productUnknown: 'Este produto não existe. Escolha outro.',
  productOfAnother: 'Este produto não é deste cliente. Escolha um deste cliente.',
  internalUserUnknown: 'O usuário do contato interno não existe. Escolha outro.',
  internalUserInactive: 'O usuário do contato interno está inativo. Escolha outro.',
  watcherUnknown: 'Um dos usuários do Spy System não existe. Tire-o da lista.',
  followedElsewhere:
    'O atendimento que este continua não é deste cliente. Abra um atendimento sem essa ligação.',
  correctedElsewhere: 'O parecer a corrigir não é deste atendimento.',
  customerCode: 'O código da pessoa tem de 1 a 10 letras ou números.',
} as const;
