import { PROBLEM_MEDIA_TYPE, PROBLEM_TYPE_PREFIX, type ProblemDetails } from '../contract/problem.ts';
import type { Problem } from '../domain/result.ts';
import { problemTitles } from '../locales/pt-BR/server-titles.ts';

/** HTTP status of each code that an answer can carry. Other codes are refusals of a field: 422. */
const STATUSES = {
  malformed: 400,
  'signed-out': 401,
  'wrong-credentials': 401,
  forbidden: 403,
  'user-inactive': 403,
  'closing-refused': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'edit-conflict': 409,
  'ticket-closed': 409,
  'ticket-open': 409,
  'cursor-unknown': 410,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'too-many-requests': 429,
  'server-error': 500,
  unavailable: 503,
} as const;

const TITLES: Readonly<Record<keyof typeof STATUSES, string>> = problemTitles;

export interface RefusalOptions {
  /** All the fields at fault, when there are several. */
  errors?: readonly Problem[];
  headers?: Record<string, string>;
  /** Where the code's own status does not fit, such as an unknown record named by a field. */
  status?: number;
}

/** Thrown where a request is refused; {@link problemResponse} turns it into the answer. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly problem: Problem;
  readonly options: RefusalOptions;

  constructor(problem: Problem, options: RefusalOptions = {}) {
    super(problem.code);
    this.problem = problem;
    this.options = options;
  }
}

export function refuse(
  code: string,
  message: string,
  options?: RefusalOptions & { field?: string },
): Refusal {
  const { field, ...rest } = options ?? {};
  return new Refusal({ code, message, field }, rest);
}

/** A refusal for what rules found; the first problem speaks, all of them are named. */
export function refuseAll(problems: readonly [Problem, ...Problem[]]): Refusal {
  // A record that a field names is missing, not the address that was called: that would be 404.
  const status = problems[0].code === 'not-found' ? { status: 422 } : {};
  return new Refusal(problems[0], { errors: problems, ...status });
}

/** Throws when rules found anything. */
export function requireNone(problems: readonly Problem[]): void {
  const [first, ...rest] = problems;
  if (first !== undefined) throw refuseAll([first, ...rest]);
}

/** The `application/problem+json` of a refusal: the only place where one is written. */
export function problemResponse({ problem, options }: Refusal): Response {
  const code = isKnown(problem.code) ? problem.code : null;
  const status = options.status ?? (code === null ? 422 : STATUSES[code]);
  const errors = (options.errors ?? []).flatMap(({ field, message }) =>
    field ? [{ field: shortened(field), message }] : [],
  );
  const body: ProblemDetails = {
    // A body over the limit of HTTP and images over the limit of an opinion are one thing to clients.
    type: PROBLEM_TYPE_PREFIX + (problem.code === 'body-too-large' ? 'too-large' : problem.code),
    title: code === null ? problemTitles.invalid : TITLES[code],
    status,
    detail: problem.message,
    ...(problem.field === undefined ? {} : { field: shortened(problem.field) }),
    ...(errors.length > 0 ? { errors } : {}),
    ...(problem.supportCode === undefined ? {} : { supportCode: problem.supportCode }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': PROBLEM_MEDIA_TYPE, 'cache-control': 'no-store', ...options.headers },
  });
}

function isKnown(code: string): code is keyof typeof STATUSES {
  return Object.hasOwn(STATUSES, code);
}

/** Paths come from the request, and may be as deep as it is. */
function shortened(field: string): string {
  return field.length <= 300 ? field : `${field.slice(0, 299)}…`;
}
