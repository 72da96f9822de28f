import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OPINION_BODY } from '../../../server/http/body.ts';
import { projectRoot } from '../../support/imports.ts';

test('the proxy that the documentation shows lets through what the server takes', () => {
  const words = readFileSync(join(projectRoot, 'docs/server.md'), 'utf8');
  const [, megabytes] = /client_max_body_size (\d+)m;/.exec(words) ?? [];
  expect(Number(megabytes) * 1024 * 1024).toBe(OPINION_BODY);
});
