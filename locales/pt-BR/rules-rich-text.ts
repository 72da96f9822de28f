/** What of a text cannot be kept or sent. */
export const richTextRules = {
  notADocument: 'O texto não é um documento válido.',
  tooManyElements: 'O texto tem elementos demais.',
  tooDeep: 'O texto tem listas ou tabelas aninhadas demais.',
  emptyText: 'Há um trecho de texto vazio.',
  unstorable: 'Há um caractere que não pode ser guardado.',
  tooLong: 'O texto é longo demais. Divida em mais de um parecer.',
  incomplete: 'Há um elemento incompleto no texto.',
  imagesTooLarge: 'As imagens somam demais para guardar.',
  unknownElement: 'O texto tem um elemento que o Parecer não conhece.',
  wrongPlace: 'O texto tem um elemento fora de lugar.',
  wrongAttribute: 'O texto tem um elemento com um valor que não pode ser guardado.',
  link: 'O endereço de um link não é aceito. Use http, https, mailto ou tel.',
  image: 'Uma imagem não pode ser guardada. Cole ou anexe PNG, JPEG, GIF ou WebP.',
  imagesOver: (kilobytes: number) =>
    `As imagens passam de 1 MB em ${kilobytes.toLocaleString('pt-BR')} KB. O texto está guardado. Tire ou reduza imagens e envie de novo.`,
} as const;
