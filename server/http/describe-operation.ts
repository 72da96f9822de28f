import { type DescribeRouteOptions, resolver } from 'hono-openapi';
import { z } from 'zod';
import { PROBLEM_MEDIA_TYPE, problemDetailsSchema } from '../../contract/problem.ts';
import type { Access } from '../access.ts';
import type { AnyRouteSpec, Schema } from './route.ts';

/** An operation in the terms of OpenAPI 3.1. */
export function describeOperation(spec: AnyRouteSpec, access: Access): DescribeRouteOptions {
  const needs = access === 'public' || access === 'signed-in' ? [] : [`Permissão: \`${access}\`.`];
  const description = [spec.description, ...needs].filter((part) => part !== undefined).join('\n\n');
  return {
    operationId: spec.operation,
    tags: [spec.tag],
    summary: spec.summary,
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
        Object.entries(spec.answers).map(([status, { description, schema }]) => [
          status,
          schema === undefined
            ? { description }
            : { description, content: { 'application/json': { schema: resolver(schema) } } },
        ]),
      ),
      default: {
        description: 'Recusa ou falha (RFC 9457).',
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
