import { companyFile as words } from '../../locales/pt-BR/company-file.ts';
import { parseByteSize } from '../byte-size.ts';
import { TEMPLATE_PLACEHOLDERS } from '../fill-template.ts';
import type { Problem } from '../result.ts';
import { imageLimitProblem } from '../rich-text/limits.ts';
import { richTextToPlainText } from '../rich-text/plain-text.ts';
import { checkWorkflow } from '../workflow-check.ts';
import {
  type CompanyConfiguration,
  type ConfiguredType,
  type ConfiguredWorkflow,
  type KeyedSection,
  keyOf,
} from './schema.ts';

/**
 * What one record says of another and the schema cannot see, each with its path, e.g. `types.3.workflow`. What is said of a section that
 * is left out is not asked: whoever applies the configuration fills in what the company has, and asks again.
 */
export function checkConfiguration(configuration: CompanyConfiguration): Problem[] {
  return [
    ...checkTimeZone(configuration),
    ...checkTwice(configuration),
    ...checkUsers(configuration),
    ...checkWorkflows(configuration),
    ...checkTypes(configuration),
    ...checkTemplates(configuration),
  ];
}

function checkTimeZone({ company }: CompanyConfiguration): Problem[] {
  if (company === undefined) return [];
  try {
    Intl.DateTimeFormat('pt-BR', { timeZone: company.timeZone });
    return [];
  } catch {
    return [problem('company.timeZone', words.timeZone(company.timeZone))];
  }
}

/** Which field names a record of a section, for the cursor. */
const NAMING: Record<KeyedSection, string> = {
  ...{ centers: 'name', channels: 'name', users: 'login', workflows: 'name', types: 'number' },
  ...{ templates: 'name', hostRules: 'name', alerts: 'name' },
};

function checkTwice(configuration: CompanyConfiguration): Problem[] {
  const keyed = (Object.keys(keyOf) as KeyedSection[]).flatMap((section) => {
    const key = keyOf[section] as (one: unknown) => string;
    const paths = (index: number) => `${section}.${index}.${NAMING[section]}`;
    return twice((configuration[section] ?? []).map(key), paths);
  });
  const lists = (['subjects', 'functions'] as const).flatMap((section) =>
    twice(configuration[section] ?? [], (index) => `${section}.${index}`),
  );
  const days = twice(configuration.holidays?.days ?? [], (index) => `holidays.days.${index}`);
  return [...keyed, ...lists, ...days];
}

function twice(keys: readonly string[], path: (index: number) => string): Problem[] {
  const seen = new Set<string>();
  return keys.flatMap((key, index) => {
    if (seen.has(key)) return [problem(path(index), words.twice(key))];
    seen.add(key);
    return [];
  });
}

function checkUsers({ users = [], functions, centers }: CompanyConfiguration): Problem[] {
  const names = new Set(centers?.map((center) => center.name));
  return users.flatMap((user, index) => [
    ...(user.active ? unknownFunctions(user.functions, functions, `users.${index}.functions`) : []),
    ...user.centers.flatMap((name, place) =>
      centers === undefined || names.has(name)
        ? []
        : [problem(`users.${index}.centers.${place}`, words.centerUnknown(name))],
    ),
  ]);
}

function unknownFunctions(
  named: readonly string[],
  known: readonly string[] | undefined,
  path: string,
): Problem[] {
  return named.flatMap((name, place) =>
    known === undefined || known.includes(name)
      ? []
      : [problem(`${path}.${place}`, words.functionUnknown(name))],
  );
}

function checkWorkflows({ workflows = [], centers }: CompanyConfiguration): Problem[] {
  const inactive = centers?.filter(({ active }) => !active).map(({ name }) => name) ?? [];
  return workflows.flatMap((workflow, index) => [
    ...checkWorkflow(byCenterName(workflow), centers?.map(centerByName) ?? assumedCenters(workflow)).map(
      ({ field = '', ...rest }) => ({
        ...rest,
        field: `workflows.${index}.${field.replace(/\.centerId$/, '.center')}`,
      }),
    ),
    ...workflow.items.flatMap((item, place) =>
      workflow.active && item.kind === 'center' && inactive.includes(item.center)
        ? [
            problem(
              `workflows.${index}.items.${place}.center`,
              words.centerOfWorkflowInactive(item.center, workflow.name),
            ),
          ]
        : [],
    ),
  ]);
}

/** The checks of a workflow compare CRs only with one another, so a name does for an id. */
function byCenterName({ start, items }: ConfiguredWorkflow): Parameters<typeof checkWorkflow>[0] {
  return {
    start,
    items: items.map((item) => {
      if (item.kind === 'decision') return item;
      const { center, ...rest } = item;
      return { ...rest, centerId: center };
    }),
  };
}

const centerByName = ({ name, closesTicket }: { name: string; closesTicket: boolean }) => ({
  id: name,
  closesTicket,
});

/** Where the CRs are not in the file, each that is named is taken to be there, and to close where the path ends. */
function assumedCenters({ items }: ConfiguredWorkflow) {
  return items.flatMap((item) =>
    item.kind === 'center' ? [{ id: item.center, closesTicket: item.next.length === 0 }] : [],
  );
}

function checkTypes(configuration: CompanyConfiguration): Problem[] {
  const { types = [], centers, functions, workflows } = configuration;
  const byNumber = new Map(types.map((type) => [type.number, type]));
  const ceiling = parseByteSize(configuration.limits?.attachment ?? '') ?? Number.POSITIVE_INFINITY;
  return types.flatMap((type, index) => {
    const path = `types.${index}`;
    const problems = checkParent(type, byNumber, path);
    const among = (
      named: string | null,
      known: readonly { name: string; active: boolean }[] | undefined,
      field: string,
      say: { unknown(name: string): string; inactive(name: string, type: string): string },
    ) => {
      if (named === null || known === undefined) return;
      const found = known.find(({ name }) => name === named);
      if (found === undefined) problems.push(problem(`${path}.${field}`, say.unknown(named)));
      else if (!found.active && type.active)
        problems.push(problem(`${path}.${field}`, say.inactive(named, type.number)));
    };
    among(type.initialCenter, centers, 'initialCenter', {
      unknown: words.centerUnknown,
      inactive: words.centerInactive,
    });
    among(type.workflow, workflows, 'workflow', {
      unknown: words.workflowUnknown,
      inactive: words.workflowInactive,
    });
    if (type.active && Array.isArray(type.closing)) {
      problems.push(...unknownFunctions(type.closing, functions, `${path}.closing`));
    }
    if ((parseByteSize(type.attachmentLimit ?? '') ?? 0) > ceiling) {
      const message = words.overCeiling(configuration.limits?.attachment ?? '');
      problems.push(problem(`${path}.attachmentLimit`, message));
    }
    return problems;
  });
}

/** The number of the node that a type hangs on; null for a root. */
export function parentNumber(number: string): string | null {
  return number.includes('.') ? number.replace(/\.[0-9]+$/, '') : null;
}

function checkParent(
  type: ConfiguredType,
  byNumber: ReadonlyMap<string, ConfiguredType>,
  path: string,
): Problem[] {
  const number = parentNumber(type.number);
  if (number === null) return [];
  const parent = byNumber.get(number);
  if (parent === undefined) return [problem(`${path}.number`, words.parentMissing(number))];
  if (type.active && !parent.group) return [problem(`${path}.number`, words.parentNoGroup(number))];
  if (type.active && !parent.active) return [problem(`${path}.active`, words.parentInactive(number))];
  return [];
}

function checkTemplates({ templates = [], types }: CompanyConfiguration): Problem[] {
  return templates.flatMap((template, index) => {
    const path = `templates.${index}`;
    const problems: Problem[] = [];
    const type = types?.find(({ number }) => number === template.type);
    if (types !== undefined && type === undefined) {
      problems.push(problem(`${path}.type`, words.typeUnknown(template.type)));
    }
    if (type?.group) problems.push(problem(`${path}.type`, words.templateOfGroup(template.type)));
    const field = template.text === undefined ? 'body' : 'text';
    const text = template.text ?? (template.body === undefined ? '' : richTextToPlainText(template.body));
    for (const [, name = ''] of text.matchAll(/\{(\p{L}+)\}/gu)) {
      if (!(TEMPLATE_PLACEHOLDERS as readonly string[]).includes(name)) {
        problems.push(problem(`${path}.${field}`, words.placeholderUnknown(name)));
      }
    }
    const images = template.body === undefined ? null : imageLimitProblem(template.body, `${path}.${field}`);
    return images === null ? problems : [...problems, images];
  });
}

function problem(field: string, message: string): Problem {
  return { code: 'invalid', field, message };
}
