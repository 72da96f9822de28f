import { readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copySources } from '../support/checkout.ts';
import { freePortsInRow } from '../support/free-port.ts';
import { processesNaming, runNpmStart } from '../support/start-process.ts';

let checkout = '';

beforeAll(async () => {
  checkout = await copySources();
});

afterAll(() => rm(dirname(checkout), { recursive: true, force: true }));

it('npm start installs and runs from a fresh copy under a closed folder, and leaves nothing running when it is ended', async () => {
  expect((await stat(dirname(checkout))).mode & 0o777).toBe(0o700);
  const port = await freePortsInRow(3);
  const data = join(checkout, 'data');
  const start = runNpmStart(checkout, [
    '--no-browser',
    '--customers',
    '40',
    '--port',
    `${port}`,
    '--data',
    data,
  ]);
  const { url, extension } = await start.ready();

  expect(url).toBe(`http://127.0.0.1:${port}`);
  expect(await (await fetch(`${url}/service`)).json()).toMatchObject({ product: 'parecer' });
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8')) as {
    version: string;
  };
  expect(manifest.version).toMatch(/^\d/);
  expect(start.output().trimEnd().split('\n').at(-1)).toBe(`ready ${url} ${extension}`);

  // To npm alone: a terminal sends it to the whole group, a supervisor does not.
  process.kill(start.pid, 'SIGINT');
  await start.ended;
  expect(processesNaming(dirname(checkout))).toEqual([]);
}, 400_000);
