import type { z } from 'zod';
import type { Problem } from '../../domain/result.ts';

type Issue = z.core.$ZodIssue;

/** What a schema found wrong, each with its field and one Portuguese sentence that says what is wanted. */
export function issuesToProblems(issues: readonly Issue[]): Problem[] {
  return issues.slice(0, 100).map((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    const field = [...issue.path, ...unknown].map(String).join('.');
    return { code: 'invalid', field: field === '' ? 'body' : field, message: issueToMessage(issue) };
  });
}

function issueToMessage(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'Falta este campo.'
        : `Este campo precisa ser ${TYPES[issue.expected] ?? 'de outro tipo'}.`;
    case 'too_big':
      return `${amount(issue.origin, 'No máximo', Number(issue.maximum))}.`;
    case 'too_small':
      return Number(issue.minimum) === 1 && issue.origin !== 'number'
        ? 'Preencha este campo.'
        : `${amount(issue.origin, 'No mínimo', Number(issue.minimum))}.`;
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'O formato deste campo não é aceito.';
    case 'invalid_value':
      return `Este campo precisa ser um destes: ${issue.values.map(String).join(', ')}.`;
    case 'unrecognized_keys':
      return 'Este campo não existe.';
    case 'invalid_union':
      return 'O valor deste campo não é aceito.';
    default:
      // Custom checks bring their own sentence.
      return issue.message;
  }
}

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
