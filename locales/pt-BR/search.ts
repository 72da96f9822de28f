/** Words of the search of a customer. */
export const search = {
  title: 'Localizar cliente',
  titleForTicket: 'Para qual cliente?',
  label: 'Cliente',
  placeholder: 'Código, nome, CNPJ ou telefone',
  start: 'Digite o código ou parte do nome. CPF, CNPJ, telefone e e-mail também servem.',
  searching: 'Procurando',
  none: (query: string) => `Nenhum cliente com “${query}”`,
  noneText: 'Confira o código, ou tente parte do nome, o CNPJ ou o telefone.',
  found: (count: number) => (count === 1 ? '1 cliente encontrado' : `${count} clientes encontrados`),
  inactive: 'Inativo',
  move: 'mover',
  open: 'abrir',
} as const;
