import { type OpinionContent, opinionContentSchema } from './command.ts';
import type { Problem } from './result.ts';
import { imageLimitProblem } from './rich-text/limits.ts';
import { isRichTextEmpty } from './rich-text/plain-text.ts';
import type { TicketType } from './ticket-type.ts';

/** How far ahead of now an opinion may start or end, for clocks that differ: 5 minutes. */
export const FUTURE_TOLERANCE_MS = 5 * 60_000;

export interface OpinionContext {
  /** Type of the ticket; null where it is not known here: its rules are then left to the server. */
  type: Pick<TicketType, 'subjectRequired'> | null;
  now: Date;
}

/** All that keeps this opinion from being sent; `field` is the path in the request, e.g. `opinion.endedAt`. */
export function checkOpinion(opinion: OpinionContent, { type, now }: OpinionContext): Problem[] {
  return [
    isRichTextEmpty(opinion.body) ? invalid('opinion.body', 'Escreva o parecer.') : null,
    imageLimitProblem(opinion.body, 'opinion.body'),
    type?.subjectRequired && opinion.subjects.length === 0
      ? invalid('opinion.subjects', 'Este tipo de atendimento pede um assunto. Escolha ao menos um.')
      : null,
    ...checkSizes(opinion),
    ...checkPeriod(opinion, now),
  ].filter((problem) => problem !== null);
}

const SIZES = opinionContentSchema.pick({ contactName: true, subjects: true });
const TOO_LONG: Readonly<Record<string, string>> = {
  contactName: 'O nome da pessoa de contato é longo demais. Encurte-o.',
  subjects: 'Há assuntos demais, ou um longo demais. Tire ou encurte.',
};

function checkSizes(opinion: OpinionContent): Problem[] {
  const issues = SIZES.safeParse(opinion).error?.issues ?? [];
  const fields = new Set(issues.map((issue) => String(issue.path[0])));
  return [...fields].map((field) => invalid(`opinion.${field}`, TOO_LONG[field] ?? 'Valor inválido.'));
}

function checkPeriod(opinion: Pick<OpinionContent, 'startedAt' | 'endedAt'>, now: Date): (Problem | null)[] {
  const latest = now.getTime() + FUTURE_TOLERANCE_MS;
  const start = Date.parse(opinion.startedAt);
  const end = Date.parse(opinion.endedAt);
  if (start > latest) {
    return [
      invalid('opinion.startedAt', 'O início está no futuro. Corrija a data ou a hora.', 'in-the-future'),
    ];
  }
  if (end < start) {
    return [invalid('opinion.endedAt', 'O fim é antes do início. Corrija um dos dois.', 'end-before-start')];
  }
  if (end > latest) {
    return [invalid('opinion.endedAt', 'O fim está no futuro. Corrija a data ou a hora.', 'in-the-future')];
  }
  return [];
}

function invalid(field: string, message: string, code = 'invalid'): Problem {
  return { code, field, message };
}
