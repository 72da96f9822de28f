/** What the client says when something fails before or without an answer of the server's own. */
export const problems = {
  offline: 'Sem ligação com o servidor. O texto fica guardado aqui e segue quando a ligação voltar.',
  timeout: 'O servidor demorou demais para responder. Tente de novo; o texto fica guardado aqui.',
  'server-error': 'O servidor falhou ao atender. O texto fica guardado aqui e será enviado de novo.',
  'bad-answer':
    'A resposta não veio do Parecer. Verifique se a rede pede uma autorização ou se o endereço do servidor está certo.',
  'not-configured': 'Falta o endereço do servidor. Informe-o nas opções.',
  'signed-out': 'A sessão terminou. Entre de novo para continuar; o texto fica guardado aqui.',
  'too-large': 'O conteúdo é maior do que o servidor aceita. Diminua o texto ou as imagens.',
  'not-allowed':
    'O servidor não aceitou este pedido. Recarregue a página; se continuar, fale com a administração do CRM.',
  'quota-exceeded':
    'Não há espaço neste computador para guardar o texto. Copie-o para outro lugar e libere espaço em disco.',
  'insecure-address': 'O endereço do servidor precisa começar com https:// (http:// só neste computador).',
  'not-an-address':
    'Isto não é o endereço de um servidor. Escreva como crm.exemplo.com.br ou https://crm.exemplo.com.br.',
  'nobody-there':
    'Ninguém respondeu neste endereço. Confira se está escrito certo e se este computador está na rede.',
  'not-parecer':
    'Este endereço respondeu, mas não é um servidor do Parecer. Confira-o com quem cuida do sistema.',
  cancelled: 'A busca foi trocada por outra.',
  'already-sent': 'Este parecer já foi confirmado com OK em outra janela. Veja-o em Pareceres pendentes.',
  'already-waiting':
    'Já há um encerramento ou uma reabertura deste atendimento em Pareceres pendentes. Espere que siga ou desista dele.',
  'not-recallable': 'Este parecer já está a caminho do servidor e não volta a rascunho.',
  'has-followers':
    'Há outros envios depois deste no mesmo atendimento. Volte-os a rascunho primeiro, do último para o primeiro.',
  'not-kept': 'Não foi possível guardar neste computador. Copie o texto e recarregue a página.',
  'no-answer': 'O Parecer não respondeu neste navegador. Recarregue a página; o texto fica guardado aqui.',
  unreadable: 'Um registro guardado neste computador não pôde ser lido. Ele não foi apagado.',
} as const;
