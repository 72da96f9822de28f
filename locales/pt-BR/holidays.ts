/** Names of Brazilian holidays. */
export const holidayNames = {
  newYear: 'Confraternização Universal',
  goodFriday: 'Paixão de Cristo',
  tiradentes: 'Tiradentes',
  labour: 'Dia do Trabalho',
  independence: 'Independência do Brasil',
  aparecida: 'Nossa Senhora Aparecida',
  allSouls: 'Finados',
  republic: 'Proclamação da República',
  blackAwareness: 'Dia da Consciência Negra',
  christmas: 'Natal',
  carnival: 'Carnaval',
  corpusChristi: 'Corpus Christi',
} as const;
