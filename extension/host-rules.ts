import { createBuiltInRules } from '../detect/built-in-rules.ts';
import { type HostRule, hostRulesSchema } from '../domain/host-rule.ts';
import { host as texts } from '../locales/pt-BR/host.ts';
import { createSetting, type Setting, type ValueArea } from '../storage/setting.ts';
import type { KeptCompanyRules, Settings } from '../storage/settings.ts';

/** The rules that the agent wrote. */
export function createOwnRules(local: ValueArea): Setting<HostRule[]> {
  return createSetting(local, {
    key: 'hostRules',
    version: 1,
    schema: hostRulesSchema,
    fallback: [] as HostRule[],
  });
}

/** Rules that come with the extension. */
export function builtInRules(): HostRule[] {
  return createBuiltInRules(texts);
}

/** The company's rules that are good for this server. */
export function rulesOfServer(kept: KeptCompanyRules | null, serverUrl: string | null): HostRule[] {
  return kept !== null && kept.serverUrl === serverUrl ? kept.rules : [];
}

/**
 * All rules, the most telling first: the agent wrote the own ones to correct what there was, the company's speak of its own ERP, and those
 * that come with the extension know no page.
 */
export function mergeRules(own: readonly HostRule[], company: readonly HostRule[]): HostRule[] {
  return [...own, ...company, ...builtInRules()];
}

/**
 * How long pages wait for the company's policies, ms. A browser that has just started tells them seconds later; until then the rules that were
 * kept last are believed, so that the pages it opened again have their customer at once.
 */
const PATIENCE = 100;

function after<T>(wait: number, value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(value), wait));
}

/** The rules that host pages go by now. */
export interface HostRules {
  read(): Promise<HostRule[]>;
  /** Calls when they may have changed. */
  watch(listener: () => void): void;
}

export function createHostRules(parts: {
  own: Setting<HostRule[]>;
  company: Settings['companyRules'];
  serverUrl(): Promise<string | null>;
}): HostRules {
  const { own, company, serverUrl } = parts;
  return {
    async read() {
      const [mine, kept] = await Promise.all([own.read(), company.read()]);
      const url = kept && (await Promise.race([serverUrl(), after(PATIENCE, kept.serverUrl)]));
      return mergeRules(mine, rulesOfServer(kept, url));
    },
    watch(listener) {
      own.watch(listener);
      company.watch(listener);
    },
  };
}
