import ky, { isNetworkError } from 'ky';
import type { z } from 'zod';
import { PROBLEM_MEDIA_TYPE } from '../contract/problem.ts';
import { type ProblemTexts, problemOf } from '../domain/problem-texts.ts';
import { err, ok, type Problem, type Result } from '../domain/result.ts';
import { answerToProblem } from './problem.ts';

/** One request to the CRM server. */
export interface HttpRequest<T> {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the server's address, without a leading slash. Ids and codes in it are encoded by {@link path}. */
  path: string;
  query?: Readonly<Record<string, string | number | undefined>> | undefined;
  body?: unknown;
  /** Headers beside the usual ones, such as those of another protocol. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** A body that is no JSON; its media type is among the headers. */
  bytes?: Uint8Array<ArrayBuffer> | undefined;
  /** What the answer must be; null where it has no body (204). What is no JSON reads itself, and null says that it is not what it should be. */
  answer: z.ZodType<T> | ((response: Response) => Promise<T | null>) | null;
  /** Access token, for what needs a session. */
  token?: string | undefined;
  /** Milliseconds until the whole answer must have been read. */
  timeout: number;
  signal?: AbortSignal | undefined;
}

export interface HttpOptions {
  texts: ProblemTexts;
  /** Another fetch than the global one. */
  fetch?: typeof globalThis.fetch | undefined;
  /** Told after each request whether the server answered as itself, and why not. */
  onOutcome?: ((problem: Problem | null) => void) | undefined;
}

/** Asks a server; every failure is a value. Nothing is repeated here: who asks knows whether repeating is right. */
export type Http = <T>(serverUrl: string, request: HttpRequest<T>) => Promise<Result<T>>;

export function createHttp(options: HttpOptions): Http {
  const { texts, onOutcome } = options;
  return async (serverUrl, request) => {
    const result = await ask(serverUrl, request);
    if (result.ok || result.error.code !== 'cancelled') onOutcome?.(result.ok ? null : result.error);
    return result;
  };

  async function ask<T>(serverUrl: string, request: HttpRequest<T>): Promise<Result<T>> {
    const timeout = AbortSignal.timeout(request.timeout);
    const signal = request.signal ? AbortSignal.any([timeout, request.signal]) : timeout;
    try {
      const response = await ky(request.path, {
        prefix: serverUrl,
        method: request.method,
        ...(request.query && { searchParams: { ...request.query } }),
        ...(request.body !== undefined && { json: request.body }),
        ...(request.bytes !== undefined && { body: request.bytes }),
        headers: {
          accept: `application/json, ${PROBLEM_MEDIA_TYPE}`,
          ...request.headers,
          ...(request.token !== undefined && { authorization: `Bearer ${request.token}` }),
        },
        // A redirect is never ours, and would carry the agent's words to another address.
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
        throwHttpErrors: false,
        retry: 0,
        // The signal above bounds the reading of the body too.
        timeout: false,
        signal,
        ...(options.fetch && { fetch: options.fetch }),
      });
      return await readAnswer(response, request);
    } catch (error) {
      if (request.signal?.aborted) return err(problemOf(texts, 'cancelled'));
      if (timeout.aborted) return err(problemOf(texts, 'timeout'));
      // A connection lost while the body is read is a TypeError of fetch itself.
      if (isNetworkError(error) || error instanceof TypeError) return err(problemOf(texts, 'offline'));
      throw error;
    }
  }

  async function readAnswer<T>(response: Response, request: HttpRequest<T>): Promise<Result<T>> {
    if (response.ok && typeof request.answer === 'function') {
      const value = await request.answer(response);
      return value === null ? err(problemOf(texts, 'bad-answer', { status: response.status })) : ok(value);
    }
    const text = await response.text();
    if (!response.ok || typeof request.answer === 'function')
      return err(answerToProblem(response, text, texts));
    if (request.answer === null) return ok(undefined as T);
    const answer = request.answer.safeParse(parseJson(text));
    return answer.success
      ? ok(answer.data)
      : err(problemOf(texts, 'bad-answer', { status: response.status }));
  }
}

/** Undefined for what is not JSON, which no schema takes. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A path whose inserted parts are encoded: ``path`tickets/${id}/opinions` ``. */
export function path(parts: TemplateStringsArray, ...values: string[]): string {
  return parts.reduce(
    (whole, part, index) => `${whole}${encodeURIComponent(values[index - 1] ?? '')}${part}`,
  );
}
