import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { addDocumentation } from '../../../server/routes/documentation.ts';

test('a failure to describe the API is not kept: the next question is answered', async () => {
  let failures = 1;
  const failingOnce = resolver(z.string());
  const { toOpenAPISchema } = failingOnce;
  failingOnce.toOpenAPISchema = async (...options) => {
    if (failures-- > 0) throw new Error('for once');
    return toOpenAPISchema(...options);
  };
  const app = new Hono();
  app.onError(() => new Response('', { status: 500 }));
  const content = { 'application/json': { schema: failingOnce } };
  const description = describeRoute({ responses: { 200: { description: 'A thing', content } } });
  app.get('/things', description, (context) => context.json('a thing'));
  addDocumentation(app);
  expect((await app.request('/openapi.json')).status).toBe(500);
  const again = await app.request('/openapi.json');
  expect(again.status).toBe(200);
  expect(await again.json()).toMatchObject({ paths: { '/things': {} } });
});
