/** Words of the search of a customer. */
export const search = {
  title: 'Localizar cliente',
  titleForTicket: 'Para qual cliente?',
  label: 'Cliente',
  placeholder: 'Código, nome, CNPJ ou telefone',
  start: 'Digite o código ou parte do nome. CPF, CNPJ, telefone e e-mail também servem.',
  tickets: 'Buscar atendimentos',
  searching: 'Procurando',
  none: (query: string) => `Nenhum cliente com “${query}”`,
  noneText: 'Confira o código, ou tente parte do nome, o CNPJ ou o telefone.',
  /** @param moment when the list of customers was last compared with the server's */
  fromMachine: (moment: string) => `Sem resposta do servidor. Clientes deste computador, de ${moment}.`,
  noneHere: (query: string) => `Nenhum cliente deste computador com “${query}”`,
  noneHereText: (moment: string) =>
    `Os clientes guardados aqui são os de ${moment}. Quem foi cadastrado depois só aparece quando o servidor responder.`,
  found: (count: number) => (count === 1 ? '1 cliente encontrado' : `${count} clientes encontrados`),
  inactive: 'Inativo',
  move: 'mover',
  open: 'abrir',
} as const;
