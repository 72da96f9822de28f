/** Words of the page that links in e-mails lead to. */
export const openPage = {
  title: 'Atendimento no Parecer',
  opens: 'O e-mail de onde você veio diz o protocolo: é por ele que se acha o atendimento.',
  otherwise:
    'Abra o painel do Parecer em uma página em que ele está ligado, tecle B e cole o protocolo na busca de atendimentos.',
} as const;
