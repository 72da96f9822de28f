import type { z } from 'zod';
import type { Problem } from '../../domain/result.ts';
import { companyFile } from '../../locales/pt-BR/company-file.ts';
import { options } from '../../locales/pt-BR/options.ts';
import { issuesToProblems } from '../http/issues.ts';

/** By the machine name that the schema gives, or by the sentence that it brings itself. */
const SENTENCES: Readonly<Record<string, string>> = {
  ...options.rules.problems,
  'selector-or-label': companyFile.selectorOrLabel,
  [companyFile.size]: companyFile.size,
};

/** What the schema of the configuration found, in sentences; rules of host pages bring machine names, which the options page words too. */
export function configurationIssues(issues: readonly z.core.$ZodIssue[]): Problem[] {
  return issuesToProblems(issues).map((problem, index) => {
    const message = SENTENCES[issues[index]?.message ?? ''] ?? problem.message;
    return { ...problem, message };
  });
}
