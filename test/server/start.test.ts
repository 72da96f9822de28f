import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePortsInRow } from '../support/free-port.ts';
import { projectRoot } from '../support/imports.ts';
import { processesNaming, runStart, type StartProcess } from '../support/start-process.ts';

let folder = '';
const running: StartProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parecer-start-'));
});

afterAll(async () => {
  await Promise.all(running.map((start) => start.ended));
  await rm(folder, { recursive: true, force: true });
});

async function start(data: string, ...args: string[]): Promise<StartProcess> {
  const port = args.includes('--port') ? [] : ['--port', `${await freePortsInRow(3)}`];
  const process = runStart(projectRoot, [
    '--no-browser',
    '--customers',
    '40',
    '--data',
    join(folder, data),
    ...port,
    ...args,
  ]);
  running.push(process);
  return process;
}

/** What it printed when it refused, without the line that says that it began. */
async function refusal(data: string, ...args: string[]): Promise<string> {
  const process = await start(data, ...args);
  expect(await process.ended).toBe(1);
  return process.output().replace('Iniciando o Parecer…\n', '').trimEnd();
}

describe('npm start', () => {
  it('keeps its data over an end by Ctrl-C, by SIGTERM and by SIGKILL', async () => {
    const companies: unknown[] = [];
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGKILL', 'SIGINT'] as const) {
      const process = await start('kept');
      const { url } = await process.ready();
      companies.push(await (await fetch(`${url}/service`)).json());
      expect(process.output()).toContain('Para entrar:');
      process.interrupt(signal);
      expect(await process.ended).toBe(signal === 'SIGKILL' ? null : 0);
      if (signal !== 'SIGKILL') expect(processesNaming(join(folder, 'kept'))).toEqual([]);
    }
    expect(new Set(companies.map((company) => JSON.stringify(company))).size).toBe(1);
  }, 300_000);

  it('says that another run uses the data folder, and leaves that one alone', async () => {
    const first = await start('shared');
    const { url } = await first.ready();
    const said = await refusal('shared');
    expect(said).toBe(
      `A pasta de dados ${join(folder, 'shared')} está em uso por outro Parecer (processo ${first.pid}): ` +
        'encerre-o ou escolha outra pasta com --data.',
    );
    expect((await fetch(`${url}/service`)).status).toBe(200);
    first.interrupt();
    expect(await first.ended).toBe(0);
  }, 180_000);

  it.each([
    ['the port of the server', 0, 'A porta % está ocupada'],
    ['the port of the demo page', 1, 'A porta %, da página de exemplo, está ocupada'],
  ])('says that %s is taken', async (_, offset, sentence) => {
    const first = await freePortsInRow(2);
    const port = first + offset;
    const taken = createServer().listen(port, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    try {
      const said = await refusal('unused', '--port', `${first}`);
      expect(said).toContain(sentence.replace('%', `${port}`));
      expect(said).toContain('--port');
      expect(said.split('\n')).toHaveLength(1);
    } finally {
      taken.close();
    }
  });

  it('refuses a folder with files of something else', async () => {
    await writeFile(join(folder, 'letter.txt'), 'Dear');
    expect(await refusal('.')).toMatch(/tem arquivos que não são do Parecer \(".+"\): escolha com --data/);
  });

  it('refuses a file in the place of a folder', async () => {
    await writeFile(join(folder, 'file'), '');
    expect(await refusal('file')).toMatch(/^A pasta de dados .* não pode ser usada \(.*--data\.$/);
  });

  it('refuses an option that it does not know', async () => {
    expect(await refusal('unused', '--prot', '1')).toBe(
      'A opção --prot não existe: veja as opções com "npm start -- --help".',
    );
  });

  it('says that the data folder is damaged, in one sentence with what to do', async () => {
    const first = await start('damaged');
    await first.ready();
    first.interrupt();
    await first.ended;
    const control = join(folder, 'damaged', 'database', 'global', 'pg_control');
    const whole = await readFile(control);
    await chmod(control, 0o600);
    await writeFile(control, whole.subarray(0, 100));
    const said = await refusal('damaged');
    expect(said).toMatch(/^A pasta de dados .*damaged está danificada \(.*\): restaure .*--data.*$/);
    expect(said.split('\n')).toHaveLength(1);
    await writeFile(control, whole);
    const again = await start('damaged');
    await again.ready();
    again.interrupt();
    expect(await again.ended).toBe(0);
  }, 180_000);
});
