/** What is wrong with a customer's record or with a contact person. */
export const customerRules = {
  nameMissing: 'Preencha o nome.',
  document: 'Este CPF ou CNPJ não existe. Confira letras e números.',
  phone: 'Este telefone não existe. Confira DDD e número.',
  email: 'Este e-mail não é válido. Confira-o.',
  conflict: 'Alguém mudou este cadastro enquanto a sua mudança esperava. Escolha o que vale.',
} as const;
