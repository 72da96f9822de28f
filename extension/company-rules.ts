import type { Api } from '../api/client.ts';
import { companyRuleSchema, companyRuleToHostRule } from '../domain/company-rule.ts';
import type { HostRule } from '../domain/host-rule.ts';
import { toInstant } from '../domain/instant.ts';
import type { KeptCompanyRules, Settings } from '../storage/settings.ts';

/** How old (ms) the rules may be before they are asked for without another reason. */
const OLD = 10 * 60_000;

/** Keeps the rules that the company wrote for its ERP. They stay when the server cannot be asked, and after sign-out: they say nothing of anybody. */
export interface CompanyRules {
  /** Asks the server now. */
  refresh(): Promise<void>;
  /** Asks where nobody did for a while. */
  refreshOld(): Promise<void>;
}

export function createCompanyRules(parts: {
  api: Pick<Api, 'hostRules'>;
  settings: Pick<Settings, 'companyRules' | 'companyRulesAt'>;
  serverUrl(): Promise<string | null>;
  now(): number;
}): CompanyRules {
  const { api, settings, serverUrl, now } = parts;
  let asking: Promise<void> | null = null;

  return {
    refresh,
    async refreshOld() {
      const at = await settings.companyRulesAt.read();
      if (at === null || Math.abs(now() - Date.parse(at)) > OLD) await refresh();
    },
  };

  function refresh(): Promise<void> {
    // Several that ask at the same time get one answer.
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  }

  async function ask(): Promise<void> {
    const url = await serverUrl();
    if (url === null) return;
    const answer = await api.hostRules();
    // A server that cannot be asked takes no rule away. Where the address changed meanwhile, these are another company's.
    if (!answer.ok || url !== (await serverUrl())) return;
    const next: KeptCompanyRules = { serverUrl: url, ...itemsToRules(answer.value.items) };
    // Written only when it says something else: every open page hears of it.
    if (JSON.stringify(next) !== JSON.stringify(await settings.companyRules.read())) {
      if (next.unusable.length > 0)
        console.warn('Host rules of the company that cannot be used:', next.unusable);
      await settings.companyRules.write(next);
    }
    await settings.companyRulesAt.write(toInstant(now()));
  }
}

/** The active rules, and the names of those that this version does not understand. */
export function itemsToRules(items: readonly unknown[]): Pick<KeptCompanyRules, 'rules' | 'unusable'> {
  const rules: HostRule[] = [];
  const unusable: string[] = [];
  for (const [index, item] of items.entries()) {
    const parsed = companyRuleSchema.safeParse(item);
    if (!parsed.success) unusable.push(nameOf(item) ?? `${index + 1}`);
    else if (parsed.data.active) rules.push(companyRuleToHostRule(parsed.data));
  }
  return { rules, unusable };
}

function nameOf(item: unknown): string | null {
  const parsed = companyRuleSchema.shape.name.safeParse((item as { name?: unknown } | null)?.name);
  return parsed.success ? parsed.data : null;
}
