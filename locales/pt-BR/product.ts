/** Words of a customer's products, and of the ticket that is about one. */
export const product = {
  label: 'Produto',
  one: 'Produto do atendimento',
  choose: 'Produto do cliente',
  none: 'Este cliente não tem produtos',
  unknown: 'Os produtos não estão neste computador',
  version: 'Versão',
  versionKept: 'Versão de hoje, guardada no atendimento',
  v: 'v',
  kinds: { component: 'componente', complement: 'complemento' },
  note: 'Ver observação do produto',
  details: 'Ver detalhes do produto',
  situation: 'Situação',
  quantity: 'Quantidade',
  acquired: 'Aquisição',
  expires: 'Validade',
  complements: 'Complementos',
} as const;
