import { and, asc, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { CompanyRule } from '../../domain/company-rule.ts';
import { compareText } from '../../domain/compare-text.ts';
import type { ContactChannel } from '../../domain/contact-channel.ts';
import type { OpinionTemplate } from '../../domain/opinion-template.ts';
import type { TicketType } from '../../domain/ticket-type.ts';
import type { Workflow } from '../../domain/workflow.ts';
import type { Database } from './connect.ts';
import { contactChannels, hostRules, opinionTemplates, ticketTypes, workflows } from './schema/index.ts';

/** The whole tree in order of number: `1.10` comes after `1.9`. */
export async function listTicketTypes(database: Database): Promise<TicketType[]> {
  return database.select().from(ticketTypes).orderBy(sql`string_to_array(${ticketTypes.number}, '.')::int[]`);
}

/** By type, then in the company's order. */
export async function listOpinionTemplates(database: Database): Promise<OpinionTemplate[]> {
  const { position, ...columns } = getTableColumns(opinionTemplates);
  return database
    .select(columns)
    .from(opinionTemplates)
    .orderBy(asc(opinionTemplates.typeId), asc(position), asc(opinionTemplates.name));
}

/** The current version of each, in order of name. */
export async function listWorkflows(database: Database): Promise<Workflow[]> {
  const rows = await database
    .selectDistinctOn([workflows.id])
    .from(workflows)
    .orderBy(workflows.id, desc(workflows.version));
  return rows.map(rowToWorkflow).sort((one, other) => compareText(one.name, other.name));
}

/** One version of a workflow; null where there is none. */
export async function readWorkflow(
  database: Database,
  id: string,
  version: number,
): Promise<Workflow | null> {
  const [row] = await database
    .select()
    .from(workflows)
    .where(and(eq(workflows.id, id), eq(workflows.version, version)));
  return row === undefined ? null : rowToWorkflow(row);
}

function rowToWorkflow({ definition, active: _, ...row }: typeof workflows.$inferSelect): Workflow {
  return { ...row, ...definition };
}

export async function listContactChannels(database: Database): Promise<ContactChannel[]> {
  return database
    .select()
    .from(contactChannels)
    .orderBy(asc(contactChannels.position), asc(contactChannels.name));
}

/** Ties of position are broken by id, so that every client has the same order. */
export async function listHostRules(database: Database): Promise<CompanyRule[]> {
  return database.select().from(hostRules).orderBy(asc(hostRules.position), asc(hostRules.id));
}
