import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { companyJsonSchema } from '../../../domain/company-configuration/json-schema.ts';
import { readCompanyFile } from '../../../server/company/read-file.ts';
import { projectRoot } from '../../support/imports.ts';

const GOOD = `company: { name: Casa, timeZone: America/Sao_Paulo, areaCode: 11 }
holidays:
  days: [2026-06-19]
limits:
  attachment: 5 MB
subjects: [Boleto]
functions: [Supervisor]
centers:
  - name: Suporte
  - name: Fim
    closesTicket: true
  - name: Antigo
    active: false
channels:
  - { name: Telefone, kind: phone }
users:
  - login: ana
    name: Ana
    functions: [Supervisor]
    centers: [Suporte]
workflows:
  - name: Caminho
    start: um
    items:
      - { kind: center, key: um, center: Suporte, next: [dois] }
      - kind: decision
        key: dois
        question: Resolveu?
        answers:
          - { key: sim, text: Sim, to: fim }
          - { key: nao, text: Não, to: um }
      - { kind: center, key: fim, center: Fim }
types:
  - { number: 1, name: Suporte, group: true }
  - number: 1.10
    name: Dúvida
    closing: [Supervisor]
    attachmentLimit: 500 kb
    initialCenter: Suporte
    workflow: Caminho
templates:
  - type: 1.10
    name: Abertura
    text: "Cliente {cliente}"
hostRules:
  - name: campo
    rule: { urlPattern: "https://erp.exemplo.com.br/*", selector: "#codigo", source: value }
alerts:
  - { name: parado, characteristic: inactive, level: warning, title: Parado }
`;

function problemsOf(text: string): string[] {
  const read = readCompanyFile(text);
  return read.ok
    ? []
    : read.error.map(({ line, column, field, message }) => `${line}:${column} ${field ?? ''}: ${message}`);
}

/** The one line of the good file that holds `from`, written otherwise. */
function changed(from: string, to: string): string {
  expect(GOOD.split(from), `"${from}" stands there once`).toHaveLength(2);
  return GOOD.replace(from, to);
}

test('a good file is read with every default, and numbers of types as they are written', () => {
  const read = readCompanyFile(GOOD);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { types, company, templates, limits, users } = read.value.configuration;
  expect(types?.map(({ number }) => number)).toEqual(['1', '1.10']);
  expect(types?.[1]).toMatchObject({ attachmentLimit: '500 KB', priority: 5, active: true, colour: null });
  expect(company?.areaCode).toBe('11');
  expect(limits?.attachment).toBe('5 MB');
  expect(users?.[0]).toMatchObject({ permissions: [], email: null });
  expect(templates?.[0]).toEqual({
    ...{ type: '1.10', name: 'Abertura', active: true },
    body: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Cliente {cliente}' }] }],
    },
  });
});

test('the file of the sample company is right', () => {
  const text = readFileSync(join(projectRoot, 'demo', 'company.yaml'), 'utf8');
  expect(problemsOf(text)).toEqual([]);
});

describe('what is wrong is named with its line and column:', () => {
  test.each([
    ['an unknown section', 'subjects: [Boleto]', 'tags: [Boleto]', /^6:1 tags: Este campo não existe/],
    ['an unknown field', '    closesTicket: true', '    closes: true', /^11:13 centers.1.closes: Este campo/],
    ['another type', '    closesTicket: true', '    closesTicket: sim', /^11:19 .* verdadeiro ou falso/],
    [
      'a missing field',
      '  - login: ana\n    name: Ana\n',
      '  - login: ana\n',
      /^17:5 users.0.name: Falta este/,
    ],
    ['a size that is none', 'attachment: 5 MB', 'attachment: muito', /^5:15 limits.attachment: .*"5 MB"/],
    ['a size over 10 MB', 'attachment: 5 MB', 'attachment: 11 MB', /^5:15 limits.attachment: .*10 MB/],
    ['a day that is none', '2026-06-19', '2026-02-30', /^3:10 holidays.days.0: A data/],
    ['a day twice', '[2026-06-19]', '[2026-06-19, 2026-06-19]', /^3:22 .*já está nesta seção/],
    ['a time zone that is none', 'America/Sao_Paulo', 'Sao_Paulo/America', /^1:34 company.timeZone: O fuso/],
    ['a name twice', '  - name: Fim\n', '  - name: Suporte\n', /^10:11 centers.1.name: "Suporte" já está/],
    ['a CR nobody has', 'centers: [Suporte]', 'centers: [Suprte]', /^20:15 users.0.centers.0: O CR "Suprte"/],
    [
      'a function nobody has',
      'functions: [Supervisor]\n    c',
      'functions: [Chefe]\n    c',
      /^19:17 .*"Chefe"/,
    ],
    [
      'an unknown permission',
      '    centers: [S',
      '    permissions: [tudo]\n    centers: [S',
      /^20:19 .*um destes/,
    ],
    ['an e-mail that is none', '    name: Ana', '    name: Ana\n    email: ana', /^19:12 users.0.email/],
    ['an answer to nowhere', 'to: fim', 'to: longe', /^30:40 workflows.0.items.1.answers.0.to: .*dois/],
    ['a CR of a workflow', 'center: Fim', 'center: Fin', /^32:43 workflows.0.items.2.center: .*fim/],
    ['a retired CR', 'center: Suporte, next', 'center: Antigo, next', /^25:42 .*items.0.center: .*inativo/],
    [
      'an initial CR',
      'initialCenter: Suporte',
      'initialCenter: Antigo',
      /^39:20 types.1.initialCenter: .*inativo/,
    ],
    ['a workflow', 'workflow: Caminho', 'workflow: Desvio', /^40:15 types.1.workflow: .*"Desvio"/],
    ['a limit over the company’s', '500 kb', '6 MB', /^38:22 types.1.attachmentLimit: .*5 MB/],
    ['a number without its group', 'number: 1.10', 'number: 2.10', /^35:13 types.1.number: Falta o tipo "2"/],
    ['a group that groups none', ', group: true', '', /^35:13 types.1.number: .*group: true/],
    ['a template of no type', 'type: 1.10', 'type: 9', /^42:11 templates.0.type: O tipo "9"/],
    ['a placeholder', '{cliente}', '{nome}', /^44:11 templates.0.text: \{nome\} não existe/],
    ['a dangerous link', '{cliente}', '[x](javascript:x)', /^44:11 templates.0.text: Este texto/],
    [
      'text and document',
      '    text: "',
      '    body: { type: doc, content: [{ type: paragraph }] }\n    text: "',
      /^45:11/,
    ],
    [
      'two places of a rule',
      'selector:',
      'label: Código, selector:',
      /^47:82 hostRules.0.rule.selector: Diga onde/,
    ],
    ['an alert for nobody', 'characteristic: inactive, ', '', /^49:5 alerts.0: Diga para quem/],
  ])('%s', (_, from, to, expected) => {
    const problems = problemsOf(changed(from, to));
    expect(problems[0]).toMatch(expected);
  });

  test('several at once, in the order of the file, also where one is of form and one of meaning', () => {
    const text = changed('workflow: Caminho', 'workflow: Desvio').replace('areaCode: 11', 'areaCode: 1');
    expect(problemsOf(text).map((line) => line.split(' ')[1])).toEqual([
      'company.areaCode:',
      'types.1.workflow:',
    ]);
  });

  test.each([
    ['a field twice', 'company: {}\ncompany: {}\n', /^2:1 : Este campo está duas vezes/],
    ['what is no YAML', 'types: [\n', /^2:1 : Isto não é YAML/],
    ['a list in the place of sections', '- a\n', /^1:1 : O arquivo precisa começar com seções/],
    ['nothing', '', /^1:1 : O arquivo precisa/],
    ['too many aliases', `subjects:\n  - &a a\n${'  - *a\n'.repeat(3)}x: y\n`, /x: Este campo não existe/],
  ])('%s', (_, text, expected) => {
    expect(problemsOf(text)[0]).toMatch(expected);
  });
});

test('the worked example of the documentation is right', () => {
  const page = readFileSync(join(projectRoot, 'docs', 'company.md'), 'utf8');
  const examples = [...page.matchAll(/```yaml\n(# yaml-language-server[^`]*centers:[^`]*)```/g)];
  expect(examples).toHaveLength(1);
  expect(problemsOf(examples[0]?.[1] ?? '')).toEqual([]);
});

test('a section that is left out is not asked about', () => {
  const text = 'types:\n  - { number: "1", name: Único, initialCenter: Algum, workflow: Outro }\n';
  expect(problemsOf(text)).toEqual([]);
});

test('no password can stand in the file', () => {
  const text = changed('    name: Ana', '    name: Ana\n    password: segredo');
  expect(problemsOf(text)[0]).toMatch(/^19:15 users.0.password: Este campo não existe/);
});

test('the published schema is that of the code: npm run company -- schema writes it', () => {
  const published = readFileSync(join(projectRoot, 'docs', 'company.schema.json'), 'utf8');
  expect(JSON.parse(published)).toEqual(companyJsonSchema());
});
