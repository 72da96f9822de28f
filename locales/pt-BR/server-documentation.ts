/** What the document of the API (`/openapi.json`) says of each operation, by its id, and of the whole. */
export const documentation = {
  title: 'Parecer',
  description:
    'API do servidor do Parecer. Datas em ISO 8601 UTC, ids UUIDv7 feitos por quem cria o registro: o mesmo id com o ' +
    'mesmo conteúdo recebe a mesma resposta; com outro conteúdo, 409. Erros em `application/problem+json`.',
  refusal: 'Recusa ou falha (RFC 9457).',
  permission: (name: string) => `Permissão: \`${name}\`.`,
  pageTitle: 'API do Parecer',
  withoutScript: 'Esta página precisa de JavaScript. O documento está em /openapi.json.',
  operations: {
    signIn: {
      tag: 'Sessão',
      summary: 'Entra com usuário e senha',
      answers: { 200: 'A sessão começou.' },
    },
    refreshSession: {
      tag: 'Sessão',
      summary: 'Troca o token de renovação por outros',
      description:
        'Cada token de renovação vale uma vez; usar de novo um antigo encerra a sessão. Perdida a resposta, a troca pode ser repetida por pouco tempo, enquanto o token novo não tiver sido usado.',
      answers: { 200: 'A sessão continua.' },
    },
    readSession: {
      tag: 'Sessão',
      summary: 'Quem está na sessão, e a empresa',
      answers: { 200: 'Usuário e empresa.' },
    },
    signOut: {
      tag: 'Sessão',
      summary: 'Sai',
      answers: { 204: 'A sessão terminou.' },
    },
    readService: {
      tag: 'Serviço',
      summary: 'Diz que este endereço é um servidor do Parecer',
      answers: { 200: 'Produto, versão e empresa.' },
    },
    listUsers: {
      tag: 'Cadastros',
      summary: 'Usuários, em ordem de nome',
      answers: { 200: 'Todos, também os inativos.' },
    },
    listResponsibilityCenters: {
      tag: 'Cadastros',
      summary: 'Centros de responsabilidade, em ordem de nome',
      answers: { 200: 'Todos.' },
    },
    listTicketTypes: {
      tag: 'Cadastros',
      summary: 'Árvore de tipos de atendimento, em ordem de número',
      answers: { 200: 'A árvore toda, também os inativos.' },
    },
    listOpinionTemplates: {
      tag: 'Cadastros',
      summary: 'Textos padrão dos tipos de atendimento',
      answers: { 200: 'Todos, também os inativos.' },
    },
    listWorkflows: {
      tag: 'Cadastros',
      summary: 'Workflows, em ordem de nome',
      answers: { 200: 'A versão atual de cada um.' },
    },
    readWorkflow: {
      tag: 'Cadastros',
      summary: 'Uma versão de um workflow',
      answers: { 200: 'Como um atendimento que começou com ela a segue.' },
    },
    listContactChannels: {
      tag: 'Cadastros',
      summary: 'Tipos de contato, na ordem da empresa',
      answers: { 200: 'Todos, também os inativos.' },
    },
    listHostRules: {
      tag: 'Cadastros',
      summary: 'Regras da empresa que dizem onde, nas páginas do ERP, está o código do cliente',
      description:
        'Na ordem da empresa: a primeira vale mais. Um cliente ignora a regra que não entende e usa as outras.',
      answers: { 200: 'Todas, também as inativas.' },
    },
    searchCustomers: {
      tag: 'Clientes',
      summary: 'Busca clientes',
      description:
        'Por começo de palavra de nome e fantasia, sem acentos, e por CPF, CNPJ, telefone, e-mail ou código.',
      answers: { 200: 'Os mais prováveis primeiro.' },
    },
    readCustomerByCode: {
      tag: 'Clientes',
      summary: 'O cliente de um código',
      description: '`123` e `000123` acham o mesmo.',
      answers: { 200: 'O cliente.' },
    },
    readCustomer: {
      tag: 'Clientes',
      summary: 'Um cliente',
      answers: { 200: 'O cliente.' },
    },
    readDirectory: {
      tag: 'Clientes',
      summary: 'Todos os clientes, com o que a busca e a identificação de chamadas usam',
      description:
        'Em ordem de id, página por página. `changes` é um cursor de `/changes` anterior à leitura da página: quem continua do cursor da primeira não perde nada do que mudou durante a leitura das outras.',
      answers: { 200: 'Uma página.' },
    },
    readWatching: {
      tag: 'Clientes',
      summary: 'Se quem pergunta recebe um e-mail a cada passo dos atendimentos do cliente (Spy System)',
      answers: { 200: 'Acompanha ou não.' },
    },
    setWatching: {
      tag: 'Clientes',
      summary: 'Passa a acompanhar o cliente por e-mail, ou deixa de acompanhar',
      description: 'Vale para quem pede. Pedir de novo o mesmo não muda nada.',
      answers: { 200: 'Como ficou.' },
    },
    listContactPersons: {
      tag: 'Clientes',
      summary: 'Pessoas de contato de um cliente',
      answers: { 200: 'Em ordem de nome.' },
    },
    createContactPerson: {
      tag: 'Clientes',
      summary: 'Cria uma pessoa de contato, com o id dado pelo cliente da API',
      answers: { 200: 'Já tinha sido criada com este conteúdo.', 201: 'Criada.' },
    },
    editCustomer: {
      tag: 'Clientes',
      summary: 'Muda campos do cadastro de um cliente',
      description:
        '`after` traz só os campos que mudam, `before` o que quem mudou viu em cada um. Se outra pessoa mudou um deles nesse meio-tempo, nada muda: 409 `edit-conflict` com o campo. Busca, diretório e identificação de chamadas seguem a mudança.',
      answers: { 200: 'Já tinha sido aplicado com este conteúdo.', 201: 'Aplicado agora.' },
    },
    editContactPerson: {
      tag: 'Clientes',
      summary: 'Muda campos de uma pessoa de contato; `active` falso a inativa',
      description: 'Como em `editCustomer`. Pessoas nunca são apagadas.',
      answers: { 200: 'Já tinha sido aplicado com este conteúdo.', 201: 'Aplicado agora.' },
    },
    listCustomerTickets: {
      tag: 'Atendimentos',
      summary: 'Atendimentos de um cliente',
      description: 'Os abertos por próximo contato; os encerrados, do mais recente ao mais antigo.',
      answers: { 200: 'Uma página.' },
    },
    searchTickets: {
      tag: 'Atendimentos',
      summary: 'Busca atendimentos',
      description:
        'Todos os filtros precisam valer. `query`: palavras do título, dos textos e dos assuntos de todos os pareceres, em qualquer ordem e flexão, sem acentos; a última vale também como começo de palavra. Ou um protocolo, inteiro ou o começo, com ou sem pontuação. `typeId` de um grupo inclui os tipos abaixo dele. `userId` é autor de um parecer, quem abriu ou o próximo contato. `from` e `to`: um parecer começou neste período. Com palavras, os mais prováveis primeiro; sem, os abertos por último. As páginas seguintes ignoram pareceres confirmados depois da primeira.',
      answers: { 200: 'Uma página, com o trecho encontrado.' },
    },
    listSubjects: {
      tag: 'Atendimentos',
      summary: 'Assuntos já usados',
      description: 'Os do cliente primeiro, depois os do tipo, depois os mais usados.',
      answers: { 200: 'Sem repetição.' },
    },
    listSavedSearches: {
      tag: 'Atendimentos',
      summary: 'Buscas guardadas por quem está na sessão',
      answers: { 200: 'Em ordem de nome.' },
    },
    saveSearch: {
      tag: 'Atendimentos',
      summary: 'Guarda uma busca',
      answers: { 200: 'Já tinha sido guardada com este conteúdo.', 201: 'Guardada.' },
    },
    deleteSavedSearch: {
      tag: 'Atendimentos',
      summary: 'Apaga uma busca guardada',
      answers: { 204: 'Não está mais guardada.' },
    },
    readTicket: {
      tag: 'Atendimentos',
      summary: 'Um atendimento',
      answers: { 200: 'O atendimento.' },
    },
    listOpinions: {
      tag: 'Atendimentos',
      summary: 'Pareceres de um atendimento, os últimos primeiro a chegar',
      answers: { 200: 'Uma página, em ordem de confirmação.' },
    },
    openTicket: {
      tag: 'Atendimentos',
      summary: 'Abre um atendimento com o primeiro parecer',
      answers: { 200: 'Já tinha sido aplicado com este conteúdo.', 201: 'Aplicado agora.' },
    },
    addOpinion: {
      tag: 'Atendimentos',
      summary: 'Acrescenta um parecer',
      answers: { 200: 'Já tinha sido aplicado com este conteúdo.', 201: 'Aplicado agora.' },
    },
    closeTicket: {
      tag: 'Atendimentos',
      summary: 'Encerra um atendimento',
      answers: { 200: 'Já tinha sido aplicado com este conteúdo.', 201: 'Aplicado agora.' },
    },
    reopenTicket: {
      tag: 'Atendimentos',
      summary: 'Reabre um atendimento',
      answers: { 200: 'Já tinha sido aplicado com este conteúdo.', 201: 'Aplicado agora.' },
    },
    readInbox: {
      tag: 'Atendimentos',
      summary: 'A fila de quem está na sessão',
      answers: { 200: 'No máximo 2000, na ordem da fila.' },
    },
    readCompanyConfiguration: {
      tag: 'Cadastros',
      summary: 'Tudo o que a empresa configura, em um documento',
      description: 'O mesmo que o arquivo de `npm run company`: veja docs/company.md. Senhas não estão nele.',
      answers: { 200: 'A configuração de agora, também o que está inativo.' },
    },
    writeCompanyConfiguration: {
      tag: 'Cadastros',
      summary: 'Aplica uma configuração da empresa, tudo ou nada',
      description:
        'Uma seção que não está no documento fica como está; o que uma seção do documento não cita é desativado, nunca apagado. Um workflow diferente é uma versão nova. Com `dryRun=true` só diz o que mudaria. Problemas citam o campo, como `types.3.workflow`.',
      answers: { 200: 'O que mudou, ou mudaria; nada, se a empresa já era assim.' },
    },
    readChanges: {
      tag: 'Sincronização',
      summary: 'O que mudou desde o cursor',
      description:
        'Sem `after`, só o cursor de agora. Um cursor de outra base (restaurada de uma cópia) é recusado com 410: leia tudo de novo e siga do cursor de agora.',
      answers: { 200: 'Uma página.' },
    },
    leaseProtocols: {
      tag: 'Sincronização',
      summary: 'Reserva protocolos para o aparelho da sessão',
      description:
        'Nenhum outro aparelho recebe estes números. O mesmo id de novo devolve a mesma reserva. No máximo 2000 números por usuário em 24 horas: mais que isso é 429, com `Retry-After`.',
      answers: { 200: 'Já tinha sido reservado.', 201: 'Reservado.' },
    },
    beginUpload: {
      tag: 'Anexos',
      summary: 'Começa o envio de um anexo (tus 1.0.0)',
      description:
        '`Upload-Metadata` leva `attachmentId`, o id com que um parecer deste usuário anunciou o anexo; `Upload-Length` é o tamanho anunciado.',
      answers: { 201: 'Começado; `Location` diz onde continua.' },
    },
    readUploadOffset: {
      tag: 'Anexos',
      summary: 'Quanto de um anexo já chegou (tus 1.0.0, com HEAD)',
      answers: { 200: '`Upload-Offset` bytes de `Upload-Length`.' },
    },
    appendUpload: {
      tag: 'Anexos',
      summary: 'Continua o envio de um anexo (tus 1.0.0)',
      description:
        'Com o último byte, tamanho, SHA-256 e conteúdo são conferidos; o que não é o que foi anunciado é apagado e recusado com 422.',
      answers: { 204: '`Upload-Offset` diz quanto chegou; igual ao tamanho, está guardado.' },
    },
    giveUpUpload: {
      tag: 'Anexos',
      summary: 'Desiste de enviar um anexo que ainda não chegou',
      answers: { 204: 'Não será esperado.' },
    },
    downloadAttachment: {
      tag: 'Anexos',
      summary: 'O conteúdo de um anexo',
      answers: { 200: 'Os bytes, sempre como arquivo para guardar.' },
    },
  },
} as const;
