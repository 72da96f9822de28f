import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { checkConfiguration } from '../../domain/company-configuration/check.ts';
import {
  type CompanyConfiguration,
  companyConfigurationSchema,
} from '../../domain/company-configuration/schema.ts';
import { err, ok, type Problem, type Result } from '../../domain/result.ts';
import { companyFile as words } from '../../locales/pt-BR/company-file.ts';
import { configurationIssues } from './issues.ts';
import { withBodies } from './with-bodies.ts';

/** What is wrong with a file, and where: line and column count from 1. */
export interface FileProblem extends Problem {
  line: number;
  column: number;
}

/** A configuration that was read from a file, and a way to find its places there again. */
export interface CompanyFile {
  configuration: CompanyConfiguration;
  /** Puts problems that were found later, such as by the database's side, at their places. */
  locate(problems: readonly Problem[]): FileProblem[];
}

/** Fields that are text although they look like numbers: unquoted, `1.10` would be the number 1.1. */
const TEXTS = new Set(['number', 'type', 'areaCode', 'name', 'title', 'login', 'customers', 'subjects']);

/**
 * Reads and checks the YAML of a company as far as that can be done without its database. All that is wrong comes at once, in the order of
 * the file.
 */
export function readCompanyFile(text: string): Result<CompanyFile, FileProblem[]> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2' });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  if (document.errors.length > 0) {
    return err(
      document.errors.map(({ code, message, pos: [offset] }) => ({
        code: 'invalid',
        message: code === 'DUPLICATE_KEY' ? words.duplicateKey : words.notYaml(message),
        ...place(offset),
      })),
    );
  }
  if (!isMap(document.contents)) {
    return err([{ code: 'invalid', message: words.notAMapping, ...place(0) }]);
  }
  takeTextsAsWritten(document.contents);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 1000 });
  } catch {
    return err([{ code: 'invalid', message: words.alias, ...place(0) }]);
  }
  const contents = document.contents as Node;
  const locate = (problems: readonly Problem[]): FileProblem[] =>
    problems
      .map((problem) => ({ ...problem, ...place(offsetOf(contents, problem.field ?? '')) }))
      .sort((one, other) => one.line - other.line || one.column - other.column);
  const parsed = companyConfigurationSchema.safeParse(value, { reportInput: true });
  if (!parsed.success) {
    const found = configurationIssues(parsed.error.issues);
    return err(locate([...found, ...problemsOfTheRest(value, parsed.error.issues)]));
  }
  const problems = checkConfiguration(parsed.data);
  const complete = withBodies(parsed.data);
  if (!complete.ok) return err(locate([...problems, ...complete.error]));
  if (problems.length > 0) return err(locate(problems));
  return ok({ configuration: complete.value, locate });
}

/** What the sections that are well formed say of one another, so that nothing comes to light only when the others are mended. */
function problemsOfTheRest(value: unknown, issues: readonly { path: PropertyKey[] }[]): Problem[] {
  const wrong = new Set(issues.map(({ path }) => path[0]));
  const rest = Object.entries(value as object).filter(([section]) => !wrong.has(section));
  const parsed = companyConfigurationSchema.safeParse(Object.fromEntries(rest));
  return parsed.success ? checkConfiguration(parsed.data) : [];
}

function takeTextsAsWritten(contents: Node): void {
  visit(contents, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !TEXTS.has(String(key.value))) return;
      for (const one of isSeq(value) ? value.items : [value]) {
        if (isScalar(one) && typeof one.value === 'number' && one.source !== undefined)
          one.value = one.source;
      }
    },
  });
}

/** Where the value of a dotted path begins; where it is missing, the nearest one around it. An unknown field is found by its name. */
function offsetOf(contents: Node, path: string): number {
  let node: unknown = contents;
  let offset = 0;
  for (const part of path.split('.')) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === part);
      if (!isPair(pair)) break;
      offset = (pair.value as Node | null)?.range?.[0] ?? (pair.key as Node).range?.[0] ?? offset;
      // A list or mapping says most where its name stands.
      if (!isScalar(pair.value)) offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(part)] as Node | undefined;
      if (item === undefined) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return offset;
}
