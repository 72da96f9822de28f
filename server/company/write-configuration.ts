import { and, eq, inArray, sql } from 'drizzle-orm';
import { parseByteSize } from '../../domain/byte-size.ts';
import { parentNumber } from '../../domain/company-configuration/check.ts';
import { toClosingPolicy } from '../../domain/company-configuration/closing.ts';
import type { ConfigurationChange } from '../../domain/company-configuration/compare.ts';
import {
  type ConfiguredType,
  type KeyedSection,
  keyOf,
  type WholeConfiguration,
} from '../../domain/company-configuration/schema.ts';
import { createId, type Id } from '../../domain/id.ts';
import * as tables from '../db/schema/index.ts';
import { toDefinition } from './definition.ts';
import type { StoredCompany, Transaction } from './stored-company.ts';

/** What the writing of all sections has in common. */
interface Writing {
  transaction: Transaction;
  stored: StoredCompany;
  configuration: WholeConfiguration;
  changes: readonly ConfigurationChange[];
  /** Ids of what was written, for the change log. */
  touched: Id[];
}

/** Writes what is different. Ids of records that are there are kept; new ones are made. CRs come first, since others name them. */
export async function writeConfiguration(
  transaction: Transaction,
  stored: StoredCompany,
  configuration: WholeConfiguration,
  changes: readonly ConfigurationChange[],
): Promise<void> {
  const writing: Writing = { transaction, stored, configuration, changes, touched: [] };
  await writeCompany(writing);
  const centers = await writeCenters(writing);
  await writeChannels(writing);
  await writeUsers(writing, centers);
  const workflows = await writeWorkflows(writing, centers);
  const types = await writeTypes(writing, centers, workflows);
  await writeTemplates(writing, types);
  await writeHostRules(writing);
  // What belongs to no record, such as holidays, has no id of its own.
  const ids = writing.touched.length > 0 ? writing.touched : [createId()];
  await transaction
    .insert(tables.changes)
    .values(ids.map((recordId) => ({ kind: 'catalogue' as const, recordId })));
}

async function writeCompany({ transaction, configuration, changes }: Writing): Promise<void> {
  const sections = ['company', 'holidays', 'limits', 'subjects', 'functions', 'alerts'];
  if (!changes.some(({ section }) => sections.includes(section))) return;
  const { company, holidays, limits, subjects, functions, alerts } = configuration;
  const row = {
    ...company,
    nationalHolidays: holidays.national,
    holidays: holidays.days,
    attachmentCeiling: parseByteSize(limits.attachment),
    ...{ subjects, functions, alerts },
  };
  await transaction
    .insert(tables.company)
    .values(row)
    .onConflictDoUpdate({ target: tables.company.id, set: row });
}

async function writeCenters(writing: Writing): Promise<(name: string) => Id> {
  const idOf = records(writing, 'centers');
  for (const center of idOf.written) {
    const row = { id: idOf(center.name), ...center };
    await upsert(writing, tables.responsibilityCenters, row);
  }
  await deactivate(writing, 'centers', tables.responsibilityCenters);
  return idOf;
}

async function writeChannels(writing: Writing): Promise<void> {
  const idOf = records(writing, 'channels');
  for (const channel of idOf.written) {
    const position = writing.configuration.channels.indexOf(channel) + 1;
    await upsert(writing, tables.contactChannels, { id: idOf(channel.name), ...channel, position });
  }
  await deactivate(writing, 'channels', tables.contactChannels);
}

/** Passwords are not written: a new user has none until one is set for him or her. */
async function writeUsers(writing: Writing, centerId: (name: string) => Id): Promise<void> {
  const { transaction } = writing;
  const idOf = records(writing, 'users');
  for (const { centers, ...user } of idOf.written) {
    const id = idOf(keyOf.users(user));
    await upsert(writing, tables.users, { id, ...user });
    await transaction.delete(tables.userCenters).where(eq(tables.userCenters.userId, id));
    if (centers.length === 0) continue;
    const names = [...new Set(centers)];
    await transaction
      .insert(tables.userCenters)
      .values(names.map((name) => ({ userId: id, centerId: centerId(name) })));
  }
  await deactivate(writing, 'users', tables.users);
}

/** A workflow that says something else is another version of it: tickets go on with the one that they began with. */
async function writeWorkflows(
  writing: Writing,
  centerId: (name: string) => Id,
): Promise<(name: string) => Id> {
  const { transaction, stored, changes, touched } = writing;
  const idOf = records(writing, 'workflows');
  for (const workflow of idOf.written) {
    const id = idOf(workflow.name);
    const version = stored.versions.get(id);
    const fields = changes
      .filter(({ section, key }) => section === 'workflows' && key === workflow.name)
      .flatMap((change) => change.fields.map(({ field }) => field));
    touched.push(id);
    if (version !== undefined && fields.every((field) => field === 'active')) {
      await setWorkflowActive(transaction, id, version, workflow.active);
      continue;
    }
    const { name, active } = workflow;
    const definition = toDefinition(workflow, centerId);
    await transaction
      .insert(tables.workflows)
      .values({ id, version: (version ?? 0) + 1, name, definition, active });
  }
  for (const id of left(writing, 'workflows')) {
    await setWorkflowActive(transaction, id, stored.versions.get(id) ?? 0, false);
    touched.push(id);
  }
  return idOf;
}

async function setWorkflowActive(transaction: Transaction, id: Id, version: number, active: boolean) {
  await transaction
    .update(tables.workflows)
    .set({ active })
    .where(and(eq(tables.workflows.id, id), eq(tables.workflows.version, version)));
}

async function writeTypes(
  writing: Writing,
  centerId: (name: string) => Id,
  workflowId: (name: string) => Id,
): Promise<(number: string) => Id> {
  const idOf = records(writing, 'types');
  // What others hang on is written before them.
  const fromTheRoot = idOf.written.toSorted((one, other) => depthOf(one) - depthOf(other));
  for (const type of fromTheRoot) {
    const parent = parentNumber(type.number);
    await upsert(writing, tables.ticketTypes, {
      id: idOf(type.number),
      number: type.number,
      name: type.name,
      parentId: parent === null ? null : idOf(parent),
      selectable: !type.group,
      subjectRequired: type.subjectRequired,
      initialCenterId: type.initialCenter === null ? null : centerId(type.initialCenter),
      closingPolicy: toClosingPolicy(type.closing),
      flexibleClosing: type.flexibleClosing,
      priority: type.priority,
      nextContactDays: type.nextContactDays,
      attachmentLimit: type.attachmentLimit === null ? null : parseByteSize(type.attachmentLimit),
      colour: type.colour,
      workflowId: type.workflow === null ? null : workflowId(type.workflow),
      active: type.active,
    });
  }
  await deactivate(writing, 'types', tables.ticketTypes);
  return idOf;
}

function depthOf({ number }: ConfiguredType): number {
  return number.split('.').length;
}

async function writeTemplates(writing: Writing, typeId: (number: string) => Id): Promise<void> {
  const idOf = records(writing, 'templates');
  for (const template of idOf.written) {
    const { type, name, body, active } = template;
    if (body === undefined) throw new Error('Its Markdown was made a document before');
    const position = writing.configuration.templates.indexOf(template) + 1;
    const row = { id: idOf(keyOf.templates(template)), typeId: typeId(type), name, position, body, active };
    await upsert(writing, tables.opinionTemplates, row);
  }
  await deactivate(writing, 'templates', tables.opinionTemplates);
}

async function writeHostRules(writing: Writing): Promise<void> {
  const idOf = records(writing, 'hostRules');
  for (const rule of idOf.written) {
    const position = writing.configuration.hostRules.indexOf(rule) + 1;
    await upsert(writing, tables.hostRules, { id: idOf(keyOf.hostRules(rule)), ...rule, position });
  }
  await deactivate(writing, 'hostRules', tables.hostRules);
}

type Recorded = keyof StoredCompany['ids'] & KeyedSection;

/** The ids of a section's records by their names, with those of new ones; and the records that have to be written. */
function records<S extends Recorded>({ stored, configuration, changes }: Writing, section: S) {
  const key = keyOf[section] as (record: WholeConfiguration[S][number]) => string;
  const ids = new Map(stored.ids[section]);
  const all = configuration[section] as WholeConfiguration[S][number][];
  for (const record of all) if (!ids.has(key(record))) ids.set(key(record), createId());
  const ofSection = changes.filter((change) => change.section === section);
  const changed = new Set(ofSection.map((change) => change.key));
  // A new record or another order moves the places of all.
  const moves = ofSection.some(({ action, key: name }) => action === 'added' || name === '');
  const isPlaced = section === 'channels' || section === 'templates' || section === 'hostRules';
  const written =
    ofSection.length === 0 ? [] : all.filter((record) => (isPlaced && moves) || changed.has(key(record)));
  const idOf = (name: string): Id => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`A ${section} was named that the checks did not know.`);
    return id;
  };
  return Object.assign(idOf, { written });
}

/** Ids of the records of a section that are no longer used. */
function left({ stored, changes }: Writing, section: Recorded): Id[] {
  return changes.flatMap((change) => {
    if (change.section !== section || change.action !== 'deactivated') return [];
    return stored.ids[section].get(change.key) ?? [];
  });
}

type ActiveTable =
  | typeof tables.responsibilityCenters
  | typeof tables.contactChannels
  | typeof tables.users
  | typeof tables.ticketTypes
  | typeof tables.opinionTemplates
  | typeof tables.hostRules;

async function deactivate(writing: Writing, section: Recorded, table: ActiveTable): Promise<void> {
  const ids = left(writing, section);
  if (ids.length === 0) return;
  await writing.transaction.update(table).set({ active: false }).where(inArray(table.id, ids));
  writing.touched.push(...ids);
}

async function upsert<T extends ActiveTable>(
  { transaction, touched }: Writing,
  table: T,
  row: T['$inferInsert'] & { id: Id },
): Promise<void> {
  const { id, ...set } = row;
  await transaction
    .insert(table as ActiveTable)
    .values(row as never)
    .onConflictDoUpdate({ target: table.id, set: set as never, setWhere: sql`true` });
  touched.push(id);
}
