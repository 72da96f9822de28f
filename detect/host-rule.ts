/**
 * A rule that says where on a host page the customer's code stands. Types only: the loader gets rules that the
 * background has parsed (`host-rule-schema.ts`), so that it carries no validator.
 */
export interface HostRule {
  id: string;
  /** Shown on the chip that says why this customer, e.g. campo “Código”. */
  name: string;
  /** Address with `*` for any run of characters, e.g. `https://erp.exemplo.com.br/pessoas/*`. */
  urlPattern: string;
  /** CSS selector of the element. A rule has either a selector or a label. */
  selector?: string | undefined;
  /** What is read: the element's `text`, its form `value`, or else the attribute of this name. */
  source: 'text' | 'value' | (string & {});
  /** Regular expression whose one group is the code; without it the whole text must be one. */
  expression?: string | undefined;
  /** Text of the label beside the value, e.g. `Código`. */
  label?: string | undefined;
  /** `offered` rules guess: the customer is proposed, never taken. Left out, the rule is certain. */
  certainty?: Certainty | undefined;
}

/** `certain`: a rule written for this page said so. `offered`: guessed, or more than one was found. */
export type Certainty = 'certain' | 'offered';

/** What leaves the host page: which rule found which code. Never anything else of the page. */
export interface Evidence {
  ruleId: string;
  /** The rule's name, for the chip. */
  label: string;
  /** The code as the page shows it: 1 to 10 letters or digits. */
  value: string;
  certainty: Certainty;
}
