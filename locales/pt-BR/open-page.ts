/** Words of the page that links in e-mails lead to. */
export const openPage = {
  title: 'Atendimento no Parecer',
  opens: 'O atendimento abre no painel do Parecer deste navegador.',
  otherwise:
    'Se ele não abriu: confira se a extensão está instalada, se você entrou nela e se o servidor das opções é este. Depois recarregue esta página.',
} as const;
