import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACCESS } from '../../server/access.ts';
import { type RunningApp, startApp } from '../support/server/running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

interface Document {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, DescribedOperation>>;
  components: Record<string, Record<string, unknown>>;
}

interface DescribedOperation {
  operationId: string;
  summary: string;
  security: unknown[];
  parameters: { name: string; in: string; required: boolean }[];
  requestBody?: { content: Record<string, unknown> };
  responses: Record<string, { description: string }>;
}

async function readDocument(): Promise<Document> {
  const { status, body } = await app.client().get('/openapi.json');
  expect(status).toBe(200);
  return body as Document;
}

test('the document names every operation once, with its parameters, and who may call it', async () => {
  const { openapi, paths } = await readDocument();
  expect(openapi).toMatch(/^3\.1\./);
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.values(methods).map((operation) => ({ path, operation })),
  );
  expect(operations.map(({ operation }) => operation.operationId).sort()).toEqual(Object.keys(ACCESS).sort());
  for (const { path, operation } of operations) {
    const inPath = operation.parameters
      .filter((parameter) => parameter.in === 'path')
      .map(({ name }) => name);
    expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    const isPublic = ACCESS[operation.operationId as keyof typeof ACCESS] === 'public';
    expect(operation.security).toEqual(isPublic ? [] : [{ session: [] }]);
    expect(Object.keys(operation.responses)).toContain('default');
  }
});

test('every reference of the document leads somewhere in it', async () => {
  const document = await readDocument();
  const references = JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g);
  for (const [, reference = ''] of references) {
    const target = reference
      .replace(/^#\//, '')
      .split('/')
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document);
    expect(target, reference).toBeDefined();
  }
});

test('the page loads nothing from elsewhere, and may not', async () => {
  const page = await app.client().get('/docs');
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self'/);
  const loaded = [...(page.body as string).matchAll(/(?:src|href)="([^"]+)"/g)].map(
    ([, address = '']) => address,
  );
  expect(loaded.length).toBeGreaterThan(2);
  for (const address of loaded) {
    expect(address).toMatch(/^\/[^/]/);
    expect((await app.client().get(address)).status).toBe(200);
  }
  expect(page.body).not.toMatch(/https?:\/\//);
  expect((await app.client().get('/docs/start.js')).body).not.toMatch(/https?:\/\//);
});

test('the document is valid OpenAPI', async () => {
  const document = await readDocument();
  const result = await new Validator().validate(
    structuredClone(document) as unknown as Record<string, unknown>,
  );
  expect(result).toMatchObject({ valid: true });
});
