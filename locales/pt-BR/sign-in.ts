/** Words of sign-in, in the panel and in the options page. */
export const signIn = {
  title: 'Entrar no Parecer',
  again: 'Entrar de novo',
  againText: (name: string) => `O que ${name} escreveu está guardado e segue depois de entrar.`,
  server: (address: string) => `Servidor: ${address}`,
  login: 'Usuário',
  password: 'Senha',
  submit: 'Entrar',
  busy: 'Entrando',
  showPassword: 'Mostrar a senha',
  hidePassword: 'Esconder a senha',
  keptHere: (count: number) =>
    count === 1
      ? '1 parecer espera neste computador e segue quando você entrar.'
      : `${count} pareceres esperam neste computador e seguem quando você entrar.`,
  missingLogin: 'Informe o usuário.',
  missingPassword: 'Informe a senha.',
  notConfigured: 'Falta o endereço do servidor',
  notConfiguredText: 'Informe nas opções o endereço do CRM. Leva um minuto e vale para todas as páginas.',
  openOptions: 'Abrir as opções',
  changeServer: 'Trocar o servidor',
} as const;
