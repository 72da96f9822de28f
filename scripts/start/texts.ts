/** Everything that `npm start` says; one sentence for each thing that can go wrong, with what to do. */
export const texts = {
  usage: `npm start -- [opções]
  --port N           porta do servidor (padrão 7300); a página de exemplo usa a seguinte
  --data DIR         pasta dos dados
  --customers N      clientes da empresa de exemplo, quando ela é criada
  --host PADRÃO      página onde o painel já vem habilitado, como https://erp.exemplo.com/* (pode repetir)
  --no-browser       não abre o navegador`,
  badOption: (option: string, lacksValue: boolean) =>
    lacksValue
      ? `A opção ${option} está sem valor ou com valor a mais: veja as opções com "npm start -- --help".`
      : `A opção ${option} não existe: veja as opções com "npm start -- --help".`,
  badPort: (text: string) => `"${text}" não é uma porta: use --port com um número de 1 a 65534.`,
  badCustomers: (text: string) =>
    `"${text}" não é um número de clientes: use --customers com um número de 1 a 1000000.`,
  badHost: (text: string) =>
    `"${text}" não é um padrão de página: use --host com algo como https://erp.exemplo.com/* (com a barra e o asterisco).`,
  portTaken: (port: number, isDemo: boolean) =>
    isDemo
      ? `A porta ${port}, da página de exemplo, está ocupada: encerre o programa que a usa ou escolha outra com --port (a página usa a seguinte).`
      : `A porta ${port} está ocupada: encerre o programa que a usa ou escolha outra com --port.`,
  noBrowser: 'Nenhum Chromium foi encontrado: instale-o, aponte CHROMIUM_PATH para ele ou use --no-browser.',
  browserFailed: (code: number) =>
    `O navegador fechou com erro (${code}): carregue a extensão à mão, como está acima, ou use --no-browser.`,
  dataInUse: (path: string, pid: number | undefined) =>
    `A pasta de dados ${path} está em uso por outro Parecer${pid ? ` (processo ${pid})` : ''}: encerre-o ou escolha outra pasta com --data.`,
  dataForeign: (path: string, name: string) =>
    `A pasta ${path} tem arquivos que não são do Parecer ("${name}"): escolha com --data uma pasta vazia ou nova.`,
  dataUnusable: (path: string, detail: string) =>
    `A pasta de dados ${path} não pode ser usada (${detail}): corrija a permissão ou escolha outra com --data.`,
  dataDamaged: (path: string, detail: string) =>
    `A pasta de dados ${path} está danificada (${detail}): restaure uma cópia dela, escolha outra com --data ou apague-a para começar do zero.`,
  buildFailed: (output: string) => `${output}\nA extensão não pôde ser montada: veja a mensagem acima.`,
  serverFailed: (output: string) => `${output}\nO servidor não iniciou: veja a mensagem acima.`,
  partEnded: (name: string) =>
    `${name} parou de repente; o Parecer foi encerrado. Execute "npm start" de novo.`,
  starting: 'Iniciando o Parecer…',
  makingCompany: (count: number) =>
    `Criando a empresa de exemplo com ${count.toLocaleString('pt-BR')} clientes…`,
  companyExists: 'Já existe uma empresa nesta pasta de dados: --customers não a altera.',
  stopping: 'Encerrando…',
};
