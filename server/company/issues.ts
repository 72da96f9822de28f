import type { z } from 'zod';
import type { Problem } from '../../domain/result.ts';
import { options } from '../../locales/pt-BR/options.ts';
import { issuesToProblems } from '../http/issues.ts';

const RULE_PROBLEMS = options.rules.problems;

/** What the schema of the configuration found, in sentences; rules of host pages bring machine names, which the options page words too. */
export function configurationIssues(issues: readonly z.core.$ZodIssue[]): Problem[] {
  return issuesToProblems(issues).map((problem, index) => {
    const own = issues[index]?.message ?? '';
    const message = RULE_PROBLEMS[own] ?? problem.message;
    return { ...problem, message };
  });
}
