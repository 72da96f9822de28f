import { type DescribeRouteOptions, resolver } from 'hono-openapi';
import { z } from 'zod';
import { PROBLEM_MEDIA_TYPE, problemDetailsSchema } from '../../contract/problem.ts';
import { documentation } from '../../locales/pt-BR/server-documentation.ts';
import type { Access } from '../access.ts';
import type { AnyRouteSpec, Schema } from './route.ts';

/** What the document says of an operation in words. */
interface OperationWords {
  tag: string;
  summary: string;
  description?: string;
  answers: Readonly<Record<number, string>>;
}

/** An operation in the terms of OpenAPI 3.1. */
export function describeOperation(spec: AnyRouteSpec, access: Access): DescribeRouteOptions {
  const needs = access === 'public' || access === 'signed-in' ? [] : [documentation.permission(access)];
  const words: OperationWords = documentation.operations[spec.operation];
  const description = [words.description, ...needs].filter((part) => part !== undefined).join('\n\n');
  return {
    operationId: spec.operation,
    tags: [words.tag],
    summary: words.summary,
    ...(description === '' ? {} : { description }),
    security: access === 'public' ? [] : [{ session: [] }],
    parameters: [...parameters(spec.params, 'path'), ...parameters(spec.query, 'query')],
    ...(spec.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: resolver(spec.body.schema) } },
          },
        }),
    responses: {
      ...Object.fromEntries(
        Object.entries(spec.answers).map(([status, schema]) => {
          const description = words.answers[Number(status)];
          if (description === undefined) throw new Error(`No words for ${status} of ${spec.operation}`);
          const content = schema && { content: { 'application/json': { schema: resolver(schema) } } };
          return [status, { description, ...content }];
        }),
      ),
      default: {
        description: documentation.refusal,
        content: { [PROBLEM_MEDIA_TYPE]: { schema: resolver(problemDetailsSchema) } },
      },
    },
  };
}

type Parameters = NonNullable<DescribeRouteOptions['parameters']>;

function parameters(schema: Schema, place: 'path' | 'query'): Parameters {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' });
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  })) as Parameters;
}
