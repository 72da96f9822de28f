import type { ReadonlySignal } from '@preact/signals';
import type { Result } from '../domain/result.ts';
import type { SessionPort } from './ports.ts';

/** What the options page needs of the world outside. */

/** Pages on which the product works. */
export interface HostsPort {
  /** Match patterns that the browser granted, e.g. `https://erp.exemplo.com.br/*`. */
  readonly enabled: ReadonlySignal<string[]>;
  /** Patterns that the installation brings along and only the browser can take away. */
  readonly fixed: ReadonlySignal<string[]>;
  /**
   * Asks the browser for the host of an address or pattern. Has to be called right in the click: the browser asks the agent nowhere else.
   * Fails with field `host` where the text names no host, and with `refused` where the agent said no.
   */
  enable(typed: string): Promise<Result<string>>;
  remove(pattern: string): Promise<void>;
}

/** A rule as the form has it: empty text where nothing was given. */
export interface RuleFields {
  name: string;
  urlPattern: string;
  /** The element is named by a selector, or by the label beside it. */
  by: 'selector' | 'label';
  selector: string;
  /** What is read of a selected element. */
  source: 'text' | 'value' | 'attribute';
  attribute: string;
  label: string;
  expression: string;
}

export interface RuleRow {
  id: string;
  /** Only the agent's own can be changed; the others come from the company's server and with the extension. */
  whose: 'own' | 'company' | 'builtIn';
  name: string;
  urlPattern: string;
  /** Selector or label, for the list. */
  where: string;
  certainty: 'certain' | 'offered';
  /** It reads who calls, not whose page it is. */
  isCaller?: boolean | undefined;
}

/** A problem of a rule: a field of the form and what is wrong with it, as machine names. */
export type RuleProblem = { field: keyof RuleFields; code: string };

export interface RulesPort {
  readonly rows: ReadonlySignal<RuleRow[]>;
  /** Names of rules of the company that this version does not understand. */
  readonly unusable: ReadonlySignal<string[]>;
  /** The fields of an own rule, to edit it. */
  fields(id: string): RuleFields | null;
  /** Keeps a new rule, or the one with this id anew. */
  save(fields: RuleFields, id: string | null): Promise<Result<void, RuleProblem>>;
  remove(id: string): Promise<void>;
}

export type Theme = 'system' | 'light' | 'dark';

export interface OptionsPorts {
  hosts: HostsPort;
  rules: RulesPort;
  session: SessionPort;
  server: {
    readonly address: ReadonlySignal<string | null>;
    /** The company's policy set it: it is shown and cannot be changed. */
    readonly managed: ReadonlySignal<boolean>;
    /** How many opinions on this machine have not reached the server that is set: they stay behind when the address changes. */
    waiting(): Promise<number>;
    /** Asks the address who it is, and takes it where it is a Parecer server: the company's name. */
    use(url: string): Promise<Result<string>>;
  };
  theme: { readonly value: ReadonlySignal<Theme>; set(theme: Theme): Promise<void> };
  version: string;
}
