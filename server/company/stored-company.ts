import { asc, desc, sql } from 'drizzle-orm';
import { ATTACHMENT_LIMIT } from '../../domain/attachment.ts';
import { formatByteSize } from '../../domain/byte-size.ts';
import { fromClosingPolicy } from '../../domain/company-configuration/closing.ts';
import {
  type ConfiguredUser,
  type ConfiguredWorkflow,
  keyOf,
  type WholeConfiguration,
} from '../../domain/company-configuration/schema.ts';
import type { Id } from '../../domain/id.ts';
import type { TicketType } from '../../domain/ticket-type.ts';
import { permissionSchema } from '../../domain/user.ts';
import { UNNAMED_COMPANY } from '../db/company.ts';
import type { Database } from '../db/connect.ts';
import {
  company,
  contactChannels,
  hostRules,
  opinionTemplates,
  responsibilityCenters,
  ticketTypes,
  userCenters,
  users,
  workflows,
} from '../db/schema/index.ts';

/** A database, or one transaction on it. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

type Recorded = 'centers' | 'channels' | 'users' | 'workflows' | 'types' | 'templates' | 'hostRules';

/** A company as its database has it: the configuration, and the id behind each name. */
export interface StoredCompany {
  configuration: WholeConfiguration;
  ids: Record<Recorded, ReadonlyMap<string, Id>>;
  /** Latest version of each workflow, by id. */
  versions: ReadonlyMap<Id, number>;
}

/** Reads all that is configured. Records that are used come first, so that they have their name where two share it. */
export async function readStoredCompany(database: Transaction | Database): Promise<StoredCompany> {
  const [row] = await database.select().from(company);
  const centers = unique(
    await database
      .select()
      .from(responsibilityCenters)
      .orderBy(
        desc(responsibilityCenters.active),
        asc(responsibilityCenters.name),
        asc(responsibilityCenters.id),
      ),
    keyOf.centers,
  );
  const channels = unique(
    await database
      .select()
      .from(contactChannels)
      .orderBy(asc(contactChannels.position), desc(contactChannels.active), asc(contactChannels.name)),
    keyOf.channels,
  );
  const types = await database
    .select()
    .from(ticketTypes)
    .orderBy(sql`string_to_array(${ticketTypes.number}, '.')::int[]`);
  const flows = unique(await readWorkflows(database), keyOf.workflows);
  const centerName = nameById(centers);
  const workflowName = nameById(flows);
  const configuredUsers = await readUsers(database, centerName);
  const templates = await readTemplates(database, types);
  const rules = unique(
    await database
      .select()
      .from(hostRules)
      .orderBy(asc(hostRules.position), desc(hostRules.active), asc(hostRules.id)),
    keyOf.hostRules,
  );
  return {
    configuration: {
      company: {
        name: row?.name ?? UNNAMED_COMPANY.name,
        timeZone: row?.timeZone ?? UNNAMED_COMPANY.timeZone,
        areaCode: row?.areaCode ?? UNNAMED_COMPANY.areaCode,
        sellsServices: row?.sellsServices ?? false,
      },
      holidays: { national: row?.nationalHolidays ?? false, days: row?.holidays ?? [] },
      limits: { attachment: formatByteSize(row?.attachmentCeiling ?? ATTACHMENT_LIMIT) },
      subjects: row?.subjects ?? [],
      functions: namedFunctions(row?.functions ?? [], configuredUsers, types),
      centers: centers.map(({ id: _, ...center }) => center),
      channels: channels.map(({ id: _, position: __, ...channel }) => channel),
      users: configuredUsers.map(({ id: _, ...user }) => user),
      workflows: flows.map((workflow) => toConfiguredWorkflow(workflow, centerName)),
      types: types.map((type) => toConfiguredType(type, centerName, workflowName)),
      templates: templates.map(({ id: _, ...template }) => template),
      hostRules: rules.map(({ id: _, position: __, ...rule }) => rule),
      alerts: row?.alerts ?? [],
    },
    ids: {
      centers: idByKey(centers, keyOf.centers),
      channels: idByKey(channels, keyOf.channels),
      users: idByKey(configuredUsers, keyOf.users),
      workflows: idByKey(flows, keyOf.workflows),
      types: idByKey(types, keyOf.types),
      templates: idByKey(templates, keyOf.templates),
      hostRules: idByKey(rules, keyOf.hostRules),
    },
    versions: new Map(flows.map(({ id, version }) => [id, version])),
  };
}

/** The current version of each, in order of name. */
async function readWorkflows(database: Transaction | Database) {
  const rows = await database
    .selectDistinctOn([workflows.id])
    .from(workflows)
    .orderBy(workflows.id, desc(workflows.version));
  return rows.sort((one, other) => (one.name < other.name ? -1 : 1));
}

async function readUsers(
  database: Transaction | Database,
  centerName: ReadonlyMap<Id, string>,
): Promise<(ConfiguredUser & { id: Id })[]> {
  const rows = await database.select().from(users).orderBy(asc(users.login));
  const memberships = await database.select().from(userCenters);
  return rows.map(({ passwordHash: _, permissions, ...user }) => ({
    ...user,
    // Those of a newer or older version are none of ours to show.
    permissions: permissionSchema.options.filter((permission) => permissions.includes(permission)),
    centers: memberships
      .filter(({ userId }) => userId === user.id)
      .flatMap(({ centerId }) => centerName.get(centerId) ?? [])
      .sort(),
  }));
}

async function readTemplates(database: Transaction | Database, types: readonly { id: Id; number: string }[]) {
  const rows = await database
    .select()
    .from(opinionTemplates)
    .orderBy(asc(opinionTemplates.position), desc(opinionTemplates.active), asc(opinionTemplates.name));
  const templates = rows.map(({ id, typeId, name, body, active }) => {
    const type = types.find((one) => one.id === typeId)?.number ?? '';
    return { id, type, name, body, active };
  });
  const place = new Map(types.map(({ number }, index) => [number, index]));
  return unique(templates, keyOf.templates).sort(
    (one, other) => (place.get(one.type) ?? 0) - (place.get(other.type) ?? 0),
  );
}

function toConfiguredWorkflow(
  { name, definition, active }: typeof workflows.$inferSelect,
  centerName: ReadonlyMap<Id, string>,
): ConfiguredWorkflow {
  return {
    name,
    start: definition.start,
    items: definition.items.map((item) => {
      if (item.kind === 'decision') return item;
      const { centerId, ...rest } = item;
      return { ...rest, center: centerName.get(centerId) ?? centerId };
    }),
    active,
  };
}

function toConfiguredType(
  type: TicketType,
  centerName: ReadonlyMap<Id, string>,
  workflowName: ReadonlyMap<Id, string>,
): WholeConfiguration['types'][number] {
  return {
    number: type.number,
    name: type.name,
    group: !type.selectable,
    subjectRequired: type.subjectRequired,
    initialCenter: centerName.get(type.initialCenterId ?? '') ?? null,
    closing: fromClosingPolicy(type.closingPolicy),
    flexibleClosing: type.flexibleClosing,
    priority: type.priority,
    colour: type.colour,
    attachmentLimit: type.attachmentLimit === null ? null : formatByteSize(type.attachmentLimit),
    nextContactDays: type.nextContactDays,
    workflow: workflowName.get(type.workflowId ?? '') ?? null,
    active: type.active,
  };
}

/** Those of the list, and those that were given to users and types before there was one. */
function namedFunctions(
  listed: readonly string[],
  configuredUsers: readonly Pick<ConfiguredUser, 'functions' | 'active'>[],
  types: readonly Pick<TicketType, 'closingPolicy' | 'active'>[],
): string[] {
  const ofUsers = configuredUsers.filter(({ active }) => active).flatMap(({ functions }) => functions);
  const ofTypes = types.flatMap(({ active, closingPolicy: policy }) =>
    active && policy.kind === 'functions' ? policy.functions : [],
  );
  return [...new Set([...listed, ...ofUsers, ...ofTypes])];
}

/** Of records with one name the first, which is used if any of them is. */
function unique<T>(records: readonly T[], key: (record: T) => string): T[] {
  const byKey = new Map<string, T>();
  for (const record of records) if (!byKey.has(key(record))) byKey.set(key(record), record);
  return [...byKey.values()];
}

function idByKey<T extends { id: Id }>(records: readonly T[], key: (record: T) => string): Map<string, Id> {
  return new Map(records.map((record) => [key(record), record.id]));
}

function nameById(records: readonly { id: Id; name: string }[]): Map<Id, string> {
  return new Map(records.map(({ id, name }) => [id, name]));
}
