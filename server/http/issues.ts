import type { z } from 'zod';
import type { Problem } from '../../domain/result.ts';
import { fieldProblems } from '../../locales/pt-BR/server-fields.ts';

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
      return issue.input === undefined ? fieldProblems.missing : fieldProblems.type(issue.expected);
    case 'too_big':
      return fieldProblems.atMost(Number(issue.maximum), issue.origin);
    case 'too_small':
      return Number(issue.minimum) === 1 && issue.origin !== 'number'
        ? fieldProblems.fill
        : fieldProblems.atLeast(Number(issue.minimum), issue.origin);
    case 'invalid_format':
      return fieldProblems.format(issue.format);
    case 'invalid_value':
      return fieldProblems.oneOf(issue.values.map(String));
    case 'unrecognized_keys':
      return fieldProblems.unknown;
    case 'invalid_union':
      return fieldProblems.value;
    default:
      // Custom checks bring their own sentence.
      return issue.message;
  }
}
