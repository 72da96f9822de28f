import { opinionRules } from '../locales/pt-BR/rules-opinion.ts';
import { checkAttachments } from './attachment-rules.ts';
import { type OpinionContent, opinionContentSchema } from './command.ts';
import { checkPeriod } from './opinion-period.ts';
import type { Problem } from './result.ts';
import { imageLimitProblem } from './rich-text/limits.ts';
import { isRichTextEmpty } from './rich-text/plain-text.ts';
import type { TicketType } from './ticket-type.ts';

export interface OpinionContext {
  /** Type of the ticket; null where it is not known here: its rules are then left to the server. */
  type: Pick<TicketType, 'subjectRequired' | 'attachmentLimit'> | null;
  now: Date;
}

/** All that keeps this opinion from being sent; `field` is the path in the request, e.g. `opinion.endedAt`. */
export function checkOpinion(opinion: OpinionContent, { type, now }: OpinionContext): Problem[] {
  return [
    isRichTextEmpty(opinion.body) ? invalid('opinion.body', opinionRules.empty) : null,
    imageLimitProblem(opinion.body, 'opinion.body'),
    type?.subjectRequired && opinion.subjects.length === 0
      ? invalid('opinion.subjects', opinionRules.subjectMissing)
      : null,
    ...checkAttachments(opinion.attachments ?? [], type),
    ...checkSizes(opinion),
    ...checkPeriod(opinion, now),
  ].filter((problem) => problem !== null);
}

const SIZES = opinionContentSchema.pick({ contactName: true, subjects: true });
const TOO_LONG: Readonly<Record<string, string>> = {
  contactName: opinionRules.contactNameTooLong,
  subjects: opinionRules.subjectsTooLong,
};

function checkSizes(opinion: OpinionContent): Problem[] {
  const issues = SIZES.safeParse(opinion).error?.issues ?? [];
  const fields = new Set(issues.map((issue) => String(issue.path[0])));
  return [...fields].map((field) =>
    invalid(`opinion.${field}`, TOO_LONG[field] ?? opinionRules.invalidValue),
  );
}

function invalid(field: string, message: string): Problem {
  return { code: 'invalid', field, message };
}
