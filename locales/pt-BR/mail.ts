/** Words of the e-mails that watchers get. */
export const mail = {
  subject: {
    opened: (protocol: string) => `Atendimento ${protocol} aberto`,
    opinion: (protocol: string) => `Atendimento ${protocol}: novo parecer`,
    moved: (protocol: string) => `Atendimento ${protocol} mudou de CR`,
    closed: (protocol: string) => `Atendimento ${protocol} encerrado`,
  },
  happened: {
    opened: 'Atendimento aberto',
    opinion: 'Novo parecer',
    moved: (center: string) => (center === '' ? 'Saiu do CR' : `Passou para ${center}`),
    closed: 'Atendimento encerrado',
  },
  protocol: 'Protocolo',
  type: 'Tipo',
  customer: 'Cliente',
  by: 'Por',
  at: 'Em',
  open: 'Abrir o atendimento',
  why: 'Você recebe este aviso porque acompanha o atendimento ou o cliente (Spy System). Para não receber mais, tire seu nome no painel do Parecer.',
  last: 'Com o encerramento, os avisos deste atendimento terminam.',
} as const;
