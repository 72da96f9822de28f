import { expect } from 'vitest';
import type { z } from 'zod';
import { PROBLEM_MEDIA_TYPE, type ProblemDetails, problemDetailsSchema } from '../../../contract/problem.ts';
import { type SessionTokens, sessionTokensSchema } from '../../../contract/session.ts';
import { createId } from '../../../domain/id.ts';
import { PASSWORD } from './company.ts';

export interface ApiAnswer {
  status: number;
  headers: Headers;
  body: unknown;
}

/** Speaks HTTP to the server as an honest client would, and shows everything that comes back. */
export interface Client {
  tokens: SessionTokens | null;
  deviceId: string;
  request(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<ApiAnswer>;
  get(path: string): Promise<ApiAnswer>;
  post(path: string, body: unknown): Promise<ApiAnswer>;
  signIn(login: string, deviceId?: string): Promise<SessionTokens>;
}

export function createClient(url: string): Client {
  const client: Client = {
    tokens: null,
    deviceId: createId(),
    async request(method, path, body, headers = {}) {
      const response = await fetch(url + path, {
        method,
        headers: {
          ...(client.tokens === null ? {} : { authorization: `Bearer ${client.tokens.accessToken}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isRaw(body) ? body : JSON.stringify(body) }),
      } as RequestInit);
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      return {
        status: response.status,
        headers: response.headers,
        body: isJson && text !== '' ? JSON.parse(text) : text,
      };
    },
    get: (path) => client.request('GET', path),
    post: (path, body) => client.request('POST', path, body),
    async signIn(login, deviceId = client.deviceId) {
      client.deviceId = deviceId;
      const answer = await client.post('/session', { login, password: PASSWORD, deviceId });
      client.tokens = contentOf(answer, sessionTokensSchema);
      return client.tokens;
    },
  };
  return client;
}

/** The body of a success, held to its contract. */
export function contentOf<S extends z.ZodType>(answer: ApiAnswer, schema: S, status = 200): z.output<S> {
  expect(answer.body, `status ${answer.status}`).toEqual(schema.parse(answer.body));
  expect(answer.status).toBe(status);
  return schema.parse(answer.body);
}

/** The problem of a refusal: right status, code, media type and form. */
export function problemOf(answer: ApiAnswer, status: number, code: string): ProblemDetails {
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status, body: { status } });
  expect(answer.headers.get('content-type')).toBe(PROBLEM_MEDIA_TYPE);
  const problem = problemDetailsSchema.strict().parse(answer.body);
  expect(problem.type).toBe(`https://parecer.invalid/problems/${code}`);
  return problem;
}

function isRaw(body: unknown): body is string | Uint8Array | ReadableStream {
  return typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream;
}
