/** Why a file cannot be attached: names it, then says what to do. */
export const attachmentRules = {
  notAllowed: 'Este tipo de atendimento não aceita anexos. Tire os anexos ou escolha outro tipo.',
  tooMany: (most: number) => `São no máximo ${most} anexos por parecer. Tire alguns.`,
  tooLargeTogether: (most: string) =>
    `Os anexos passam juntos de ${most}. Tire algum ou envie em outro parecer.`,
  tooLarge: (name: string, most: string) =>
    `${name} passa do limite de ${most} deste tipo de atendimento. Diminua o arquivo ou tire-o.`,
  empty: (name: string) => `${name} está vazio. Confira o arquivo e anexe-o de novo.`,
  nameMissing: 'O arquivo não tem nome. Dê um nome a ele e anexe-o de novo.',
  nameTooLong: (name: string) => `O nome de ${name} é longo demais. Encurte-o e anexe o arquivo de novo.`,
  nameInvalid: (name: string) =>
    `O nome de ${name} tem caracteres que não podem ser usados. Renomeie o arquivo e anexe-o de novo.`,
  program: (name: string) =>
    `${name} foi recusado: programas não podem ser anexados. Envie sem o anexo ou troque o arquivo.`,
  repeated: (name: string) => `${name} está duas vezes nos anexos. Tire um deles.`,
  otherContent: (name: string, extension: string, content: string) =>
    `${name} foi recusado: o nome diz .${extension}, mas o conteúdo é ${content}. Corrija o nome ou troque o arquivo.`,
  otherType: (name: string) =>
    `${name} foi recusado: o conteúdo não é do tipo que foi informado. Anexe o arquivo de novo.`,
  changed: (name: string) =>
    `${name} chegou diferente do que foi anunciado e não foi guardado. Envie o anexo de novo.`,
  unreadable: (name: string) =>
    `${name} não pôde ser lido. Confira se o arquivo ainda existe e anexe-o de novo.`,
  text: 'texto',
  unknown: 'outro',
} as const;
