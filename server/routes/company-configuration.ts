import {
  companyConfigurationSchema,
  configurationChangesSchema,
  configurationQuerySchema,
} from '../../contract/company-configuration.ts';
import type { CompanyConfiguration } from '../../domain/company-configuration/schema.ts';
import type { CurrentUser } from '../../domain/user.ts';
import { companyFile } from '../../locales/pt-BR/company-file.ts';
import { applyConfiguration, diffConfiguration } from '../company/apply-configuration.ts';
import { readStoredCompany } from '../company/stored-company.ts';
import { OPINION_BODY } from '../http/body.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { refuse, requireNone } from '../problems.ts';
import type { RouteDependencies } from './dependencies.ts';

/** What the company configures, as one document: the same as its file. */
export function companyConfigurationRoutes({ database, hub }: RouteDependencies): Route[] {
  return [
    defineRoute({
      operation: 'readCompanyConfiguration',
      method: 'get',
      path: '/company/configuration',
      answers: { 200: companyConfigurationSchema },
      handle: async () => ({ status: 200, body: (await readStoredCompany(database)).configuration }),
    }),
    defineRoute({
      operation: 'writeCompanyConfiguration',
      method: 'put',
      path: '/company/configuration',
      query: configurationQuerySchema,
      // Templates hold images, as opinions do.
      body: { schema: companyConfigurationSchema, limit: OPINION_BODY },
      answers: { 200: configurationChangesSchema },
      async handle({ body, query, actor }) {
        requireAdministration(body, actor.user);
        const done = await (query.dryRun ? diffConfiguration : applyConfiguration)(database, body);
        if (!done.ok) requireNone(done.error);
        if (!query.dryRun) hub.changed();
        return { status: 200, body: { applied: !query.dryRun, changes: done.ok ? done.value : [] } };
      },
    }),
  ];
}

/** Nobody shuts himself or herself out by a slip; on the server's machine there is always the command. */
function requireAdministration({ users }: CompanyConfiguration, actor: CurrentUser): void {
  if (users === undefined) return;
  const index = users.findIndex(({ login }) => login.toLowerCase() === actor.login.toLowerCase());
  const user = users[index];
  if (user?.active && user.permissions.includes('company.administer')) return;
  const field = user === undefined ? 'users' : `users.${index}.permissions`;
  throw refuse('invalid', companyFile.ownAdministration, { field });
}
