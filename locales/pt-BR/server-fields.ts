/** What is wrong with the form of a field. */
export const fieldProblems = {
  missing: 'Falta este campo.',
  fill: 'Preencha este campo.',
  unknown: 'Este campo não existe.',
  value: 'O valor deste campo não é aceito.',
  /** @param expected the schema's name of a type */
  type: (expected: string) => `Este campo precisa ser ${TYPES[expected] ?? 'de outro tipo'}.`,
  /** @param name the schema's name of a format */
  format: (name: string) => FORMATS[name] ?? 'O formato deste campo não é aceito.',
  atMost: (value: number, origin: string) => `${amount(origin, 'No máximo', value)}.`,
  atLeast: (value: number, origin: string) => `${amount(origin, 'No mínimo', value)}.`,
  oneOf: (values: readonly string[]) => `Este campo precisa ser um destes: ${values.join(', ')}.`,
} as const;

const TYPES: Record<string, string> = {
  string: 'um texto',
  number: 'um número',
  int: 'um número inteiro',
  boolean: 'verdadeiro ou falso',
  object: 'um objeto',
  array: 'uma lista',
};

const FORMATS: Record<string, string> = {
  guid: 'Este campo precisa ser um identificador UUID.',
  uuid: 'Este campo precisa ser um identificador UUID versão 7.',
  datetime: 'Data e hora precisam estar em UTC com milissegundos, como 2026-11-24T17:30:00.000Z.',
  date: 'A data precisa estar na forma AAAA-MM-DD.',
};

function amount(origin: string, bound: string, value: number): string {
  if (origin === 'string') return `${bound} ${value} caracteres`;
  if (origin === 'array') return `${bound} ${value} itens`;
  return `${bound} ${value}`;
}
