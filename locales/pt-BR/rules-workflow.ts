/** Why a workflow cannot be stored, and why a route through one is not possible. Items are named by their key. */
export const workflowRules = {
  itemTwice: (item: string) => `O item ${item} está duas vezes no fluxo. Dê outra chave a um deles.`,
  startUnknown: (item: string) => `O fluxo começa em ${item}, que não existe nele. Indique um item do fluxo.`,
  answerTwice: (item: string, answer: string) =>
    `A decisão ${item} tem duas respostas com a chave ${answer}. Mude uma delas.`,
  answerNowhere: (item: string, answer: string, to: string) =>
    `Na decisão ${item}, a resposta ${answer} leva a ${to}, que não existe no fluxo. Indique um item do fluxo.`,
  wayNowhere: (item: string, to: string) =>
    `Do item ${item} segue-se para ${to}, que não existe no fluxo. Indique um item do fluxo.`,
  centerUnknown: (item: string) => `O item ${item} usa um CR que não existe. Indique um CR cadastrado.`,
  unreachable: (item: string) =>
    `Nenhum caminho chega ao item ${item}. Leve uma resposta ou um CR até ele, ou tire-o do fluxo.`,
  loop: (items: readonly string[]) =>
    `As decisões ${items.join(', ')} perguntam em círculo, sem um CR no meio. Leve uma das respostas a um CR.`,
  deadEnd: (item: string) =>
    `O item ${item} não tem continuação e seu CR não encerra o atendimento. Indique para onde segue, ou use um CR que encerra.`,
  noEnd: (item: string) =>
    `Do item ${item} nenhum caminho leva a um CR que encerra o atendimento. Leve um caminho até o fim.`,

  notAsked:
    'Este tipo de atendimento não tem fluxo: não há o que responder. Volte ao texto e confirme de novo.',
  decisionMissing: (question: string) =>
    `Falta responder à pergunta do fluxo: ${question} Volte ao texto e confirme com OK para responder.`,
  centerMissing:
    'Falta escolher para onde vai o atendimento. Volte ao texto e confirme com OK para escolher o CR.',
  otherQuestion: (question: string) =>
    `O atendimento está em outra pergunta do fluxo: ${question} Volte ao texto e confirme com OK para responder.`,
  otherAnswer: (question: string) =>
    `Esta resposta não existe na pergunta: ${question} Volte ao texto e escolha outra.`,
  tooManyAnswers:
    'Há respostas que o fluxo não pediu. Volte ao texto e confirme com OK para responder de novo.',
  wayImpossible: 'O fluxo não permite ir por aí agora. Volte ao texto e escolha outro caminho.',
  otherCenterForbidden: 'O fluxo não oferece outros CRs aqui. Volte ao texto e siga um dos caminhos dele.',
  otherCenterUnknown: 'Este CR não existe ou está inativo. Volte ao texto e escolha outro.',
  otherCenterSame: 'O atendimento já está neste CR. Volte ao texto e escolha outro.',
  versionUnknown: 'Esta versão do fluxo não existe. Volte ao texto e confirme com OK para responder de novo.',
} as const;
