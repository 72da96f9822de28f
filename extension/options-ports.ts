import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { HostRule } from '../detect/host-rule.ts';
import { typedToHostPattern } from '../detect/match-pattern.ts';
import { fieldsToRule, ruleToFields } from '../detect/rule-fields.ts';
import { createId } from '../domain/id.ts';
import { err, ok } from '../domain/result.ts';
import { options as texts } from '../locales/pt-BR/options.ts';
import type { HostsPort, OptionsPorts, RuleRow, RulesPort } from '../state/options-ports.ts';
import { createSettings, type Settings } from '../storage/settings.ts';
import { createBackgroundRequester } from './background-requests.ts';
import { createClientStorage } from './client-storage.ts';
import { createEnabledHosts } from './enabled-hosts.ts';
import { builtInRules, createOwnRules, rulesOfServer } from './host-rules.ts';
import { settingToSignal } from './live-signals.ts';
import { createServerPort } from './server-port.ts';
import { readServerUrl } from './server-url.ts';
import { createSessionPort } from './session-port.ts';
import { localArea, sessionArea, shownArea } from './value-areas.ts';

/** Fills the ports of the options page. Called once; it lives as long as the page. */
export function createOptionsPorts(): OptionsPorts {
  const local = localArea();
  const settings = createSettings(local, sessionArea(), shownArea());
  const ask = createBackgroundRequester();
  const storage = createClientStorage({ serverUrl: () => readServerUrl(settings) });
  const server = createServerPort(settings, ask);
  return {
    hosts: createHostsPort(),
    rules: createRulesPort(local, settings.companyRules, server.url),
    session: createSessionPort(settings, server.url, ask),
    server: {
      address: computed(() => server.url.value ?? null),
      managed: server.isManaged,
      async waiting() {
        const url = server.url.peek();
        return url ? storage.unsent.at(url) : 0;
      },
      async use(url) {
        const answer = await server.use(url);
        return answer.ok ? ok(answer.value.company) : answer;
      },
    },
    theme: { value: settingToSignal(settings.theme, 'system'), set: (theme) => settings.theme.write(theme) },
    version: browser.runtime.getManifest().version,
  };
}

function createHostsPort(): HostsPort {
  const enabled = signal<string[]>([]);
  const hosts = createEnabledHosts();
  const read = async () => {
    enabled.value = await hosts.list();
  };
  void read();
  browser.permissions.onAdded.addListener(() => void read());
  browser.permissions.onRemoved.addListener(() => void read());
  return {
    enabled,
    fixed: signal(browser.runtime.getManifest().host_permissions ?? []),
    async enable(typed) {
      const pattern = typedToHostPattern(typed);
      if (pattern === null) return err({ code: 'invalid', message: texts.hosts.notAnAddress, field: 'host' });
      try {
        // Nothing is waited for before this: the browser takes the question only inside of the click.
        const granted = await browser.permissions.request({ origins: [pattern] });
        return granted ? ok(pattern) : err({ code: 'refused', message: texts.hosts.refused, field: 'host' });
      } catch {
        // What the browser does not take for a host's pattern.
        return err({ code: 'invalid', message: texts.hosts.notAnAddress, field: 'host' });
      }
    },
    async remove(pattern) {
      await browser.permissions.remove({ origins: [pattern] });
    },
  };
}

function createRulesPort(
  local: Parameters<typeof createOwnRules>[0],
  companyRules: Settings['companyRules'],
  serverUrl: ReadonlySignal<string | null | undefined>,
): RulesPort {
  const setting = createOwnRules(local);
  const own: ReadonlySignal<HostRule[]> = settingToSignal(setting, []);
  const kept = settingToSignal(companyRules, null);
  const company = computed(() => rulesOfServer(kept.value, serverUrl.value ?? null));
  return {
    rows: computed(() => [
      ...own.value.map((rule) => ruleToRow(rule, 'own')),
      ...companyRows(company.value),
      ...builtInRows(),
    ]),
    unusable: computed(() => {
      const { serverUrl: url, unusable } = kept.value ?? { serverUrl: null, unusable: [] };
      return url === serverUrl.value ? unusable : [];
    }),
    fields(id) {
      const rule = own.value.find((one) => one.id === id);
      return rule ? ruleToFields(rule) : null;
    },
    async save(fields, id) {
      const made = fieldsToRule(fields, id ?? createId(), isSelector);
      if (!made.ok) return err(made.problem);
      const rules = await setting.read();
      const isNew = !rules.some((rule) => rule.id === id);
      await setting.write(
        isNew ? [...rules, made.rule] : rules.map((rule) => (rule.id === id ? made.rule : rule)),
      );
      return ok(undefined);
    },
    async remove(id) {
      await setting.write((await setting.read()).filter((rule) => rule.id !== id));
    },
  };
}

/** Two lines for all that comes with the extension: what pages declare, and the labels that are guessed by. */
function builtInRows(): RuleRow[] {
  const rows = builtInRules().map((rule) => ruleToRow(rule, 'builtIn'));
  return (['certain', 'offered'] as const).flatMap((certainty) => {
    const [first, ...others] = rows.filter((row) => row.certainty === certainty);
    if (!first) return [];
    const where = [first, ...others].map((row) => row.where).join(', ');
    return [{ ...first, where, name: certainty === 'offered' ? texts.rules.commonLabels : first.name }];
  });
}

/** One line for all that read the same under several addresses. */
function companyRows(rules: readonly HostRule[]): RuleRow[] {
  const rows = new Map<string, RuleRow>();
  for (const rule of rules) {
    const row = ruleToRow(rule, 'company');
    const key = JSON.stringify([row.name, row.where, row.certainty]);
    const before = rows.get(key);
    rows.set(key, before ? { ...before, urlPattern: `${before.urlPattern}, ${row.urlPattern}` } : row);
  }
  return [...rows.values()];
}

function ruleToRow(rule: HostRule, whose: RuleRow['whose']): RuleRow {
  const { id, name, urlPattern, label, selector = '', certainty = 'certain' } = rule;
  const isCaller = rule.call !== undefined;
  return { id, whose, name, urlPattern, where: label ?? selector, certainty, isCaller };
}

function isSelector(text: string): boolean {
  try {
    document.createDocumentFragment().querySelector(text);
    return true;
  } catch {
    return false;
  }
}
