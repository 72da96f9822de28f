import { z } from 'zod';
import type { Result } from '../domain/result.ts';

/**
 * Requests between contexts of the extension. One map type per direction gives each request its input and its
 * value; the answer is always a {@link Result}, so a failure crosses as data.
 */
export type RequestMap = Record<string, { input: unknown; value: unknown }>;

/** The schemas that a receiver parses the inputs with. */
export type InputSchemas<M extends RequestMap> = { readonly [K in keyof M]: z.ZodType<M[K]['input']> };

/** What a receiver does with each request; `S` is what it knows of the sender. */
export type Handlers<M extends RequestMap, S> = {
  readonly [K in keyof M]: (input: M[K]['input'], sender: S) => Promise<Result<M[K]['value']>>;
};

/** A request on its way. `to` keeps the directions apart: each receiver answers only what is for it. */
export interface RequestMessage {
  to: string;
  name: string;
  input: unknown;
}

const requestMessageSchema = z.object({ to: z.string(), name: z.string(), input: z.unknown() });

/** Sends a message and gives the raw answer; rejects where nobody answers. */
export type SendMessage = (message: RequestMessage) => Promise<unknown>;

/** Asks the other side. */
export type Requester<M extends RequestMap> = <K extends keyof M & string>(
  name: K,
  input: M[K]['input'],
) => Promise<Result<M[K]['value']>>;

/**
 * A requester towards `to`. The other side is our own code of the same version, so its answer is taken as typed.
 * @throws when nobody answered: the extension was updated or removed under an open page.
 */
export function createRequester<M extends RequestMap>(to: string, send: SendMessage): Requester<M> {
  return async (name, input) => {
    const answer = await send({ to, name, input });
    if (typeof answer !== 'object' || answer === null || !('ok' in answer)) {
      throw new Error(`No answer to ${to}/${name}`);
    }
    return answer as never;
  };
}

/**
 * The receiving side: takes any message, answers those for `to` and gives undefined for all others. A message with an
 * unknown name or an input that does not fit is a bug of ours or an attempt: it rejects and reaches no handler.
 */
export function createResponder<M extends RequestMap, S>(
  to: string,
  schemas: InputSchemas<M>,
  handlers: Handlers<M, S>,
): (message: unknown, sender: S) => Promise<Result<unknown>> | undefined {
  return (message, sender) => {
    const request = requestMessageSchema.safeParse(message);
    if (!request.success || request.data.to !== to) return undefined;
    return answer(request.data, sender);
  };

  async function answer(request: RequestMessage, sender: S): Promise<Result<unknown>> {
    if (!Object.hasOwn(schemas, request.name)) throw new Error(`Unknown request ${to}/${request.name}`);
    const input = schemas[request.name as keyof M].safeParse(request.input);
    if (!input.success)
      throw new Error(`Bad input of ${to}/${request.name}: ${z.prettifyError(input.error)}`);
    return handlers[request.name as keyof M](input.data, sender);
  }
}
