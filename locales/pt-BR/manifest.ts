/** What the browser itself shows of the extension. */
export const manifest = {
  description: 'Atendimentos e pareceres do CRM dentro das páginas em que você já trabalha.',
  button: 'Abrir o Parecer nesta página',
  openPanel: 'Abrir ou fechar o painel',
} as const;
