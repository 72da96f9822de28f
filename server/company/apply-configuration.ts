import { sql } from 'drizzle-orm';
import { checkConfiguration } from '../../domain/company-configuration/check.ts';
import {
  type ConfigurationChange,
  compareConfigurations,
} from '../../domain/company-configuration/compare.ts';
import { mergeConfigurations } from '../../domain/company-configuration/merge.ts';
import type { CompanyConfiguration, WholeConfiguration } from '../../domain/company-configuration/schema.ts';
import { err, ok, type Problem, type Result } from '../../domain/result.ts';
import type { Database } from '../db/connect.ts';
import { readStoredCompany, type StoredCompany, type Transaction } from './stored-company.ts';
import { withBodies } from './with-bodies.ts';
import { writeConfiguration } from './write-configuration.ts';

/** Any number that no other program takes its lock with: one configuration at a time. */
const CONFIGURATION_LOCK = 7_237_305_597;

/** What the company of a database would become with a configuration. Nothing is written. */
export async function diffConfiguration(
  database: Database,
  wanted: CompanyConfiguration,
): Promise<Result<ConfigurationChange[], Problem[]>> {
  return database.transaction(
    async (transaction) => {
      const judged = await judge(transaction, wanted);
      return judged.ok ? ok(judged.value.changes) : judged;
    },
    { accessMode: 'read only', isolationLevel: 'repeatable read' },
  );
}

/**
 * Makes the company of a database what the configuration says, in one transaction: all of it or, with problems or a failure, nothing. What
 * others refer to is never deleted. Clients hear of it by the change log.
 * @returns what was different before; empty when nothing was, and then nothing is written
 */
export async function applyConfiguration(
  database: Database,
  wanted: CompanyConfiguration,
): Promise<Result<ConfigurationChange[], Problem[]>> {
  return database.transaction(async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(${CONFIGURATION_LOCK})`);
    const judged = await judge(transaction, wanted);
    if (!judged.ok) return judged;
    const { stored, configuration, changes } = judged.value;
    if (changes.length > 0) await writeConfiguration(transaction, stored, configuration, changes);
    return ok(changes);
  });
}

interface Judged {
  stored: StoredCompany;
  /** All that the company has then, what is no longer used included. */
  configuration: WholeConfiguration;
  changes: ConfigurationChange[];
}

async function judge(
  transaction: Transaction,
  { $schema: _, ...wanted }: CompanyConfiguration,
): Promise<Result<Judged, Problem[]>> {
  const complete = withBodies(wanted);
  const ownProblems = [...checkConfiguration(wanted), ...(complete.ok ? [] : complete.error)];
  if (!complete.ok || ownProblems.length > 0) return err(ownProblems);
  const stored = await readStoredCompany(transaction);
  const configuration = mergeConfigurations(stored.configuration, complete.value);
  // Now what it says of sections that it does not have, and they of it.
  const problems = checkConfiguration(configuration);
  if (problems.length > 0) return err(problems);
  return ok({ stored, configuration, changes: compareConfigurations(stored.configuration, complete.value) });
}
