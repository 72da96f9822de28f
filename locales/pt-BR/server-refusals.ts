/** Why the server refuses, or fails: the detail of its problems. */
export const serverRefusals = {
  noSuchAddress: 'Este endereço não existe no servidor.',
  notJson: 'O conteúdo precisa ser JSON (Content-Type: application/json).',
  malformed: 'O conteúdo não é JSON válido em UTF-8.',
  unstorable: 'O texto tem um caractere que não pode ser guardado.',
  foreignCursor: 'Este cursor não veio do servidor. Comece a lista de novo.',
  signedOut: 'A sessão terminou. Entre de novo para continuar.',
  wrongCredentials: 'Usuário ou senha incorretos. Confira e tente de novo.',
  userInactive: 'Este usuário está inativo. Quem libera é a administração do CRM.',
  customerUnknown: 'Este cliente não existe no servidor.',
  contactPersonUnknown: 'Esta pessoa de contato não existe no servidor.',
  ticketUnknown: 'Este atendimento não existe no servidor.',
  workflowUnknown: 'Este workflow não existe no servidor.',
  protocolNotLeased:
    'Este protocolo não foi reservado para este aparelho. Envie sem protocolo para receber outro.',
  opinionId: 'O id do parecer precisa ser o do comando.',
  otherContent: 'Este id já foi usado com outro conteúdo. O que foi gravado antes vale.',
  protocolTaken: 'Este protocolo já é de outro atendimento.',
  idTaken: 'Este id já é de outro registro.',
  codeUnknown: 'Não há cliente com este código.',
  tooManyWords: (most: number) => `No máximo ${most} palavras. Tire algumas.`,
  periodBackwards: 'O fim do período precisa vir depois do começo.',
  tooManySearches: (most: number) => `Você já guardou ${most} buscas. Apague uma para guardar outra.`,
  cursorOfAnotherDatabase: 'Este cursor é de outra base de dados. Leia tudo de novo.',
  bodyTooLarge(limit: number): string {
    const size = limit >= 1024 * 1024 ? `${limit / 1024 / 1024} MB` : `${limit / 1024} KB`;
    return `O conteúdo passa do limite de ${size}. Diminua o texto ou as imagens.`;
  },
  methods: (methods: readonly string[]) => `Este endereço aceita ${methods.join(', ')}.`,
  unavailable: (supportCode: string) =>
    `O servidor está sem o banco de dados. Tente de novo em instantes. Código para o suporte: ${supportCode}.`,
  unkeepable: (supportCode: string) =>
    `O servidor não consegue guardar um destes valores. Confira datas e números; se estiverem certos, informe ao suporte o código ${supportCode}.`,
  failed: (supportCode: string) =>
    `O servidor falhou ao atender. Tente de novo; se continuar, informe ao suporte o código ${supportCode}.`,
  uploadUnknown: 'Este envio de anexo não existe no servidor. Comece de novo.',
  uploadNameless: 'O envio precisa dizer de que anexo é (Upload-Metadata: attachmentId).',
  uploadArrived: 'Este anexo já chegou inteiro.',
  uploadOffset:
    'O servidor tem outra quantidade de bytes deste anexo. Pergunte quanto falta e continue dali.',
  uploadMalformed: 'Este pedido não segue o protocolo tus 1.0.0.',
  attachmentUnknown: 'Este anexo não existe no servidor.',
  attachmentOnItsWay: (name: string) => `${name} ainda não chegou ao servidor. Tente mais tarde.`,
  tooManyAttempts: (minutes: number) => `Tentativas demais. Espere ${minutes} min e tente de novo.`,
  tooManyProtocols:
    'Você já reservou protocolos demais nas últimas 24 horas. Atendimentos novos recebem o protocolo no envio.',
  /** For a user without the permission. */
  forbidden: {
    'customers.read': 'Você não tem permissão para ver clientes.',
    'customers.edit': 'Você não tem permissão para mudar o cadastro. Quem libera é a administração do CRM.',
    'tickets.read': 'Você não tem permissão para ver atendimentos.',
    'tickets.write': 'Você não tem permissão para escrever pareceres.',
    'tickets.close': 'Você não tem permissão para encerrar atendimentos.',
    'company.administer': 'Você não tem permissão para configurar a empresa.',
    'tickets.reopen': 'Você não tem permissão para reabrir atendimentos. Abra um novo atendimento.',
  },
} as const;
