import { describe, expect, it } from 'vitest';
import { answerToProblem } from '../../../api/problem.ts';
import { problems } from '../../../locales/pt-BR/problems.ts';

const refusal = (status: number) =>
  new Response(null, { status, headers: { 'content-type': 'application/problem+json' } });

describe('a refusal without words', () => {
  it.each([
    [401, 'signed-out', problems['signed-out']],
    [403, 'forbidden', problems['not-allowed']],
    [404, 'not-found', problems['not-allowed']],
  ])('of status %s is told by it, and not as another one', (status, code, message) => {
    expect(answerToProblem(refusal(status), '', problems)).toEqual({ code, message, status });
  });
});
