/** Words of the predefined texts of a ticket type. */
export const template = {
  label: 'Texto padrão',
  choose: 'Inserir no cursor',
  inserted: 'inserido',
} as const;
