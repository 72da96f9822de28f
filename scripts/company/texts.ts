/** Everything that `npm run company` says besides what is wrong in a file. */
export const texts = {
  usage: `npm run company -- COMANDO [opções]
  check ARQUIVO      confere o arquivo, sem banco de dados
  diff ARQUIVO       mostra o que mudaria na empresa
  apply ARQUIVO      aplica o arquivo, tudo ou nada
  export             escreve o arquivo da empresa que está no banco
  password LOGIN     dá uma senha nova ao usuário, e a mostra uma vez
  schema             escreve o esquema JSON do arquivo

  --database URL     banco de dados (padrão: DATABASE_URL)
  --data DIR         pasta dos dados de npm start, quando não há DATABASE_URL
  --stdin            com password: lê a senha da entrada, em vez de criar uma`,
  badOption: (option: string) =>
    `A opção ${option} não existe ou está sem valor: veja as opções com "npm run company -- --help".`,
  badCommand: (command: string) =>
    `O comando "${command}" não existe: use check, diff, apply, export, password ou schema.`,
  noCommand: 'Falta o comando: veja as opções com "npm run company -- --help".',
  noFile: (command: string) => `Falta o arquivo: npm run company -- ${command} empresa.yaml`,
  noLogin: 'Falta o usuário: npm run company -- password LOGIN',
  tooMany: (value: string) => `"${value}" está a mais: veja as opções com "npm run company -- --help".`,
  unreadable: (path: string, detail: string) => `O arquivo ${path} não pode ser lido (${detail}).`,
  noData: (path: string) =>
    `A pasta ${path} não tem dados do Parecer: execute "npm start" antes, ou diga onde está o banco com DATABASE_URL ou --database.`,
  unreachable: (detail: string) =>
    `O banco de dados não responde (${detail}): confira DATABASE_URL ou --database.`,
  olderDatabase:
    'O banco de dados é de outra versão do Parecer: inicie o servidor desta versão uma vez e tente de novo.',
  fine: (path: string) => `${path}: está certo.`,
  problems: (count: number) => (count === 1 ? '1 problema.' : `${count} problemas.`),
  nothing: 'Nada muda.',
  wouldChange: (count: number) => (count === 1 ? '1 alteração.' : `${count} alterações.`),
  applied: (count: number) => (count === 1 ? '1 alteração aplicada.' : `${count} alterações aplicadas.`),
  withoutPassword: (logins: readonly string[]) =>
    `Sem senha ainda: ${logins.join(', ')}. Dê uma com "npm run company -- password LOGIN".`,
  newPassword: (login: string, password: string) =>
    `A senha nova de ${login} é ${password}\nEla não será mostrada de novo. As sessões dele terminaram.`,
  passwordSet: (login: string) => `A senha de ${login} mudou, e as sessões dele terminaram.`,
  userUnknown: (login: string) => `Não há usuário "${login}": confira o login.`,
  shortPassword: (least: number) => `A senha precisa de ${least} caracteres ou mais.`,

  actions: { added: 'novo', changed: 'muda', deactivated: 'desativado', removed: 'sai' },
  nothingThere: 'nada',
  yes: 'sim',
  no: 'não',
  order: 'ordem',
  document: (text: string) => `texto “${text}”`,
  items: (count: number) => (count === 1 ? '1 item' : `${count} itens`),
};
