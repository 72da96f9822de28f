import { PROBLEM_MEDIA_TYPE, PROBLEM_TYPE_PREFIX, type ProblemDetails } from '../contract/problem.ts';
import type { Problem } from '../domain/result.ts';

/** HTTP status of each code that an answer can carry, and its title. Other codes are refusals of a field: 422. */
const CODES: Record<string, { status: number; title: string }> = {
  malformed: { status: 400, title: 'Pedido ilegível' },
  'signed-out': { status: 401, title: 'Sessão terminada' },
  'wrong-credentials': { status: 401, title: 'Usuário ou senha incorretos' },
  forbidden: { status: 403, title: 'Sem permissão' },
  'user-inactive': { status: 403, title: 'Usuário inativo' },
  'closing-refused': { status: 403, title: 'Encerramento recusado' },
  'not-found': { status: 404, title: 'Não encontrado' },
  'method-not-allowed': { status: 405, title: 'Método não aceito' },
  conflict: { status: 409, title: 'Conflito' },
  'ticket-closed': { status: 409, title: 'Atendimento encerrado' },
  'ticket-open': { status: 409, title: 'Atendimento aberto' },
  'cursor-unknown': { status: 410, title: 'Cursor desconhecido' },
  'body-too-large': { status: 413, title: 'Conteúdo grande demais' },
  'unsupported-media-type': { status: 415, title: 'Tipo de conteúdo não aceito' },
  'too-many-requests': { status: 429, title: 'Tentativas demais' },
  'server-error': { status: 500, title: 'Falha no servidor' },
  unavailable: { status: 503, title: 'Servidor indisponível' },
};

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
  const known = CODES[problem.code];
  const status = options.status ?? known?.status ?? 422;
  const errors = (options.errors ?? []).flatMap(({ field, message }) =>
    field ? [{ field: shortened(field), message }] : [],
  );
  const body: ProblemDetails = {
    // A body over the limit of HTTP and images over the limit of an opinion are one thing to clients.
    type: PROBLEM_TYPE_PREFIX + (problem.code === 'body-too-large' ? 'too-large' : problem.code),
    title: known?.title ?? 'Dados inválidos',
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

/** Paths come from the request, and may be as deep as it is. */
function shortened(field: string): string {
  return field.length <= 300 ? field : `${field.slice(0, 299)}…`;
}
