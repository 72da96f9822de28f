/** What is wrong with an opinion. */
export const opinionRules = {
  empty: 'Escreva o parecer.',
  subjectMissing: 'Este tipo de atendimento pede um assunto. Escolha ao menos um.',
  contactNameTooLong: 'O nome da pessoa de contato é longo demais. Encurte-o.',
  subjectsTooLong: 'Há assuntos demais, ou um longo demais. Tire ou encurte.',
  invalidValue: 'Valor inválido.',
  startInFuture: 'O início está no futuro. Corrija a data ou a hora.',
  endBeforeStart: 'O fim é antes do início. Corrija um dos dois.',
  startTooEarly: 'O início é antes do ano 2000. Corrija a data.',
  periodTooLong: 'Do início ao fim passam de 31 dias. Corrija um dos dois.',
  endInFuture: 'O fim está no futuro. Corrija a data ou a hora.',
} as const;
