import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signInRequestSchema } from '../../contract/session.ts';
import { createId } from '../../domain/id.ts';
import { projectRoot } from '../support/imports.ts';
import { id, PASSWORD } from '../support/server/company.ts';
import { type RunningApp, startApp } from '../support/server/running-app.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parecer-company-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Answer {
  code: number | null;
  said: string;
  complained: string;
}

/** The command past the installation, called from the folder of the files. */
function company(args: readonly string[], environment: NodeJS.ProcessEnv = {}, input = ''): Promise<Answer> {
  const main = join(projectRoot, 'scripts', 'company', 'main.ts');
  return run(process.execPath, [main, ...args], { ...environment, INIT_CWD: folder }, input);
}

async function run(
  program: string,
  args: readonly string[],
  more: NodeJS.ProcessEnv,
  input = '',
): Promise<Answer> {
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(program, args, { cwd: projectRoot, env: { ...environment, ...more } });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, said, complained };
}

async function file(name: string, content: string): Promise<string> {
  await writeFile(join(folder, name), content);
  return name;
}

test('npm run company -- check needs no database, and names line and column', async () => {
  const check = (path: string) =>
    run('npm', ['run', '--silent', 'company', '--', 'check', path], { INIT_CWD: folder });
  expect(await check(join(projectRoot, 'demo', 'company.yaml'))).toMatchObject({
    code: 0,
    said: expect.stringMatching(/company\.yaml: está certo\.\n$/),
    complained: '',
  });
  const path = join(folder, await file('errado.yaml', 'centers:\n  - name: Fim\n    closes: true\n'));
  expect(await check(path)).toMatchObject({
    code: 1,
    said: '',
    complained: expect.stringMatching(
      /errado\.yaml:3:13: centers\.0\.closes: Este campo não existe\.\n1 problema\.\n$/,
    ),
  });
}, 60_000);

test.each([
  [['check'], /^Falta o arquivo/],
  [['check', 'nada.yaml'], /^O arquivo nada.yaml não pode ser lido \(ENOENT\)/],
  [['chek', 'x'], /^O comando "chek" não existe/],
  [[], /^Falta o comando/],
  [['check', 'x', 'y'], /^"y" está a mais/],
  [['apply', 'x', '--databse', 'y'], /^A opção --databse não existe/],
  [['export', '--data', 'sem-dados'], /sem-dados não tem dados do Parecer: execute "npm start"/],
  [['export', '--database', 'postgres://x@127.0.0.1:1/x'], /^O banco de dados não responde/],
])('company %j is refused in one sentence', async (args, expected) => {
  const { code, complained } = await company(args);
  expect(code).toBe(1);
  expect(complained).toMatch(expected);
  expect(complained.trimEnd().split('\n')).toHaveLength(1);
});

describe('on a database', () => {
  let app: RunningApp;
  let environment: NodeJS.ProcessEnv;
  beforeEach(async () => {
    app = await startApp();
    environment = { DATABASE_URL: app.database.url };
  });
  afterEach(() => app.stop());

  test('diff tells field by field and changes nothing, apply does it, and twice does nothing', async () => {
    const exported = await company(['export'], environment);
    expect(exported.code).toBe(0);
    const changed = exported.said
      .replace('name: Tipo 1.1\n', 'name: Pergunta\n')
      .replace('name: Telefone', 'name: Telefone fixo');
    await file('empresa.yaml', changed);
    const told = await company(['diff', 'empresa.yaml'], environment);
    expect(told).toMatchObject({ code: 0, complained: '' });
    expect(told.said).toBe(
      [
        'Tipos de contato',
        '  + Telefone fixo (novo)',
        '      name: Telefone fixo',
        '      kind: phone',
        '      active: sim',
        '  - Telefone (desativado)',
        '',
        'Tipos de atendimento',
        '  ~ 1.1 (muda)',
        '      name: Tipo 1.1 → Pergunta',
        '',
        '3 alterações.',
        '',
      ].join('\n'),
    );
    const names = () => app.database.query(`select name from ticket_types where id = '${id.question}'`);
    expect(await names()).toEqual([{ name: 'Tipo 1.1' }]);
    expect((await company(['apply', 'empresa.yaml'], environment)).said).toContain('3 alterações aplicadas.');
    expect(await names()).toEqual([{ name: 'Pergunta' }]);
    expect((await company(['apply', 'empresa.yaml'], environment)).said).toBe('Nada muda.\n');
  });

  test('what does not fit the company is named at its place in the file', async () => {
    await file('tipos.yaml', 'types:\n  - number: "1"\n    name: Tipo\n    initialCenter: Nenhum\n');
    const { code, complained } = await company(['apply', 'tipos.yaml'], environment);
    expect(code).toBe(1);
    expect(complained).toMatch(/^tipos\.yaml:4:20: types\.0\.initialCenter: O CR "Nenhum"/);
  });

  test('a new user signs in with the password that is made, and a new one ends the sessions', async () => {
    await file(
      'novo.yaml',
      `${(await company(['export'], environment)).said}`.replace(
        'users:\n',
        'users:\n  - { login: nova, name: Nova }\n',
      ),
    );
    expect((await company(['apply', 'novo.yaml'], environment)).said).toMatch(/Sem senha ainda: nova\./);
    const { said } = await company(['password', 'NOVA'], environment);
    const [, password = ''] = /^A senha nova de nova é (\S+)\n/.exec(said) ?? [];
    const signIn = (word: string) =>
      app
        .client()
        .post('/session', signInRequestSchema.parse({ login: 'nova', password: word, deviceId: createId() }));
    const { status, body } = await signIn(password);
    expect(status).toBe(200);
    const chosen = await company(['password', 'nova', '--stdin'], environment, 'uma senha comprida\n');
    expect(chosen.said).toBe('A senha de nova mudou, e as sessões dele terminaram.\n');
    expect([(await signIn(password)).status, (await signIn('uma senha comprida')).status]).toEqual([
      401, 200,
    ]);
    const { refreshToken } = body as { refreshToken: string };
    expect((await app.client().post('/session/refresh', { refreshToken })).status).toBe(401);
    expect((await company(['password', 'ninguem'], environment)).complained).toMatch(
      /^Não há usuário "ninguem"/,
    );
    expect((await company(['password', 'nova', '--stdin'], environment, 'curta\n')).complained).toMatch(
      /8 caracteres/,
    );
    expect(
      (await app.client().post('/session', { login: 'renata', password: PASSWORD, deviceId: createId() }))
        .status,
    ).toBe(200);
  });

  test('a database of another version is said to be one', async () => {
    await app.database.query('alter table company drop column alerts');
    expect(await company(['export'], environment)).toMatchObject({
      code: 1,
      complained: expect.stringMatching(/^O banco de dados é de outra versão/),
    });
  });
});
